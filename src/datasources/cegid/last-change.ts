import { dayInAmsterdam } from '../../domain/amsterdam.ts';
import { optionalDate, optionalInstant } from '../../http/parse.ts';

/** When something was last changed, and on which Dutch and Flemish day; what is stated without a zone is no instant, but still a day. */
export function lastChange(modificationDate: unknown): { readonly updatedAt: Date | null; readonly updatedOn: string | null } {
  const updatedAt = optionalInstant(modificationDate);
  return { updatedAt, updatedOn: updatedAt === null ? optionalDate(modificationDate) : dayInAmsterdam(updatedAt) };
}
