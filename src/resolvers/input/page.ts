import { BadInput } from '../../domain/errors.ts';
import type { PageRequest } from '../../federate/page.ts';

const maxPageSize = 100;
/** Our own cursors are shorter. */
const maxCursor = 2000;

/** @throws BadInput where the size is out of range or the cursor cannot be one */
export function pageOf({ first, after }: { readonly first?: number | null | undefined; readonly after?: string | null | undefined }, usual: number): PageRequest {
  const size = first ?? usual;
  if (!Number.isInteger(size) || size < 1 || size > maxPageSize) throw new BadInput(['first'], `is to be a whole number from 1 to ${maxPageSize}`);
  if (after !== null && after !== undefined && (after === '' || after.length > maxCursor)) throw new BadInput(['after'], 'is not a cursor of this list');
  return { first: size, after: after ?? null };
}
