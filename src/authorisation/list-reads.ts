import type { Context } from '../context.ts';
import { type KeptPage, keptPage } from '../federate/kept-page.ts';
import type { PageRequest } from '../federate/page.ts';
import type { RecordedCandidateRead } from '../store/candidate-reads.ts';

export type CandidateReadPage = KeptPage<RecordedCandidateRead>;
export type CandidateReadEdge = CandidateReadPage['edges'][number];

/** The log of reads of candidates, the newest first; null is every candidate. */
export function listCandidateReads({ store, cursors }: Context, candidateId: string | null, page: PageRequest): Promise<CandidateReadPage> {
  const { candidateReads } = store;
  return keptPage(
    cursors,
    {
      purpose: `candidate reads ${candidateId ?? ''}`,
      read: (first, after) => candidateReads.page({ candidateId, first, after }),
      positionOf: ({ at, id }) => ({ at: at.getTime(), id }),
      count: () => candidateReads.count(candidateId),
    },
    page,
  );
}
