import type { Context } from '../context.ts';
import { type Candidate, candidate, type CandidateCriterion, type CandidateFilter } from '../domain/candidate.ts';
import type { CandidateField, CandidateFields } from '../domain/fields.ts';
import type { SourceName } from '../domain/source-name.ts';
import { matchesCandidate } from '../domain/candidate-match.ts';
import { type Capable, chooseSources } from './choose.ts';
import { fetchCandidates } from './lookup.ts';
import type { CandidatePage, PageRequest } from './page.ts';
import { searchPage } from './search.ts';
import { fingerprint } from './vacancies.ts';

export interface CandidateListing {
  readonly filter: CandidateFilter;
  readonly sources: readonly SourceName[] | null;
  readonly page: PageRequest;
  readonly fields: CandidateFields;
  readonly counts: boolean;
}

/** A page of candidates over several sources; a source that cannot apply a criterion is left out and says so. */
export function listCandidates(context: Context, { filter, sources, page, fields, counts }: CandidateListing): Promise<CandidatePage> {
  const { able, skipped } = chooseSources(context.sources, sources, 'planCandidates');
  const bySource = new Map<SourceName, Capable<'planCandidates'>>(able.map((source) => [source.source, source]));
  return searchPage<Candidate, CandidateField, CandidateCriterion>(
    {
      context,
      purpose: `candidates:${fingerprint({ filter, sources })}`,
      sources: able.map(({ source }) => source),
      skipped,
      policy: 'SKIP_SOURCE',
      fields,
      values: [...fields].some((field) => field !== 'source' && field !== 'sourceId'),
      counts,
      compare: null,
      plan: async (source) => {
        const found = bySource.get(source);
        if (found === undefined) throw new Error(`${source} was not chosen`);
        return found.planCandidates(filter);
      },
      fieldsOf: (criterion) => fieldsOfCriterion[criterion],
      keep: (value, criteria) => matchesCandidate(value, filter, criteria),
      load: (source, sourceIds) => fetchCandidates(context, source, sourceIds, fields),
      bare: (source, sourceId) => candidate({ source, sourceId }),
    },
    page,
  );
}

/** What a candidate must come with to be judged by a criterion here. */
const fieldsOfCriterion: Readonly<Record<CandidateCriterion, readonly CandidateField[]>> = {
  studies: ['educations'],
  desiredRegions: ['desiredJob'],
  nuts: ['desiredJob'],
  occupations: ['desiredJob'],
  updatedAfter: ['updatedAt', 'updatedOn'],
  ids: ['sourceId'],
  emails: ['person'],
};
