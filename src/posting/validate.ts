import type { CallerSources } from '../context.ts';
import { SourceFailure } from '../domain/errors.ts';
import { checkJob, checkVacancy, type Validation } from '../domain/posting/check.ts';
import type { Draft, PostingChannel } from '../domain/posting/drafts.ts';
import type { InputForm } from '../domain/posting/input-form.ts';
import { csoLists, ictergezochtLists } from '../domain/posting/lists.ts';
import type { PlacedDraft } from '../domain/posting/publish.ts';
import { textErrors } from '../domain/posting/text-errors.ts';
import type { UserError } from '../domain/posting/user-error.ts';
import type { SourceName } from '../domain/source-name.ts';

/** What a channel's rules make of an input. */
export interface ChannelValidation extends Validation {
  readonly channel: PostingChannel;
}

/**
 * Applies a channel's rules with its lists as they stand now, and what the gateway asks of every text; a list that cannot be read leaves
 * its rules unchecked.
 */
export async function checkDraft(sources: CallerSources, draft: Draft, form: InputForm, now: number): Promise<Validation> {
  const unkept = textErrors(draft, form);
  const { valid, userErrors, unchecked } = await checkByChannel(sources, draft, form, now);
  const others = userErrors.filter((error) => !unkept.some((own) => tellsTheSame(own, error)));
  return { valid: valid && unkept.length === 0, userErrors: [...unkept, ...others], unchecked };
}

function tellsTheSame(one: UserError, other: UserError): boolean {
  return one.code === other.code && one.path.join('.') === other.path.join('.');
}

async function checkByChannel(sources: CallerSources, draft: Draft, form: InputForm, now: number): Promise<Validation> {
  const at = new Date(now);
  switch (draft.channel) {
    case 'CSO': {
      const [enumerations, organisations] = await Promise.all([readEnumerations(sources, 'CSO'), readOrganisations(sources)]);
      return checkJob(draft.job, csoLists(enumerations, organisations), at, form);
    }
    case 'ICTERGEZOCHT':
      return checkVacancy(draft.vacancy, ictergezochtLists(await readEnumerations(sources, 'ICTERGEZOCHT')), at, form);
  }
}

/** What each channel's rules make of its draft; nothing is sent. */
export function validateDrafts(sources: CallerSources, drafts: readonly PlacedDraft[], now: number): Promise<readonly ChannelValidation[]> {
  return Promise.all(drafts.map(async ({ draft, form }) => ({ channel: draft.channel, ...(await checkDraft(sources, draft, form, now)) })));
}

async function readEnumerations(sources: CallerSources, source: SourceName) {
  return orNull(async () => (await sources.get(source)?.enumerations?.({ kinds: null, names: null }))?.value ?? null);
}

async function readOrganisations(sources: CallerSources) {
  const everything = { codes: null, name: null, sector: null, levels: null, includeSubOrganisations: null };
  return orNull(async () => (await sources.get('CSO')?.organisations?.(everything))?.value ?? null);
}

async function orNull<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof SourceFailure) return null;
    throw error;
  }
}
