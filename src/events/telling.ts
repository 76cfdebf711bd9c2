import { z } from 'zod';
import { changeKinds } from '../domain/change.ts';
import type { Happening } from '../domain/happening.ts';
import { sourceNames } from '../domain/source-name.ts';

const owner = z.string().nullable();
const changed = {
  source: z.enum(sourceNames),
  sourceId: z.string(),
  change: z.enum(changeKinds),
  nativeStatus: z.string().nullable(),
  changedAt: z.number().nullable(),
  changedAfter: z.number().optional(),
  owner,
};
const happening = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('vacancyChanged'), ...changed }),
  z.object({ kind: z.literal('candidateChanged'), ...changed }),
  z.object({ kind: z.literal('applicationReceived'), id: z.number(), owner }),
]);
const telling = z.object({ by: z.string(), happening });

/** A happening as one replica tells it to the others. */
export function tellingOf(by: string, told: Happening): string {
  return JSON.stringify({ by, happening: told });
}

/** What another replica told; null where it cannot be read, such as by one of another version. */
export function parseTold(message: string): { readonly by: string; readonly happening: Happening } | null {
  try {
    const parsed = telling.safeParse(JSON.parse(message));
    if (!parsed.success) return null;
    const { by, happening: told } = parsed.data;
    if (told.kind === 'applicationReceived') return { by, happening: told };
    const { changedAfter, ...rest } = told;
    return { by, happening: { ...rest, ...(changedAfter !== undefined && { changedAfter }) } };
  } catch {
    return null;
  }
}
