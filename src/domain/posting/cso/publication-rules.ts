import type { JobDraft } from '../drafts.ts';
import type { CsoLists } from '../lists.ts';
import type { Verdict } from '../rule.ts';
import { type Phase, hpkCodes, overlap, phasesOf } from './phases.ts';
import { documented, inferred, type JobRule } from './rule.ts';

const cites = 'CSO document, 5.10, publication';
const [starts, ends, statuses] = ['publicationSets.publications.startsAt', 'publicationSets.publications.endsAt', 'publicationSets.publications.status'];

/** When and for whom a job can be seen. */
export const publicationRules: readonly JobRule[] = [
  documented({
    code: 'CSO_PERIOD_HAS_PHASES',
    description: 'A period of publication has one phase or more.',
    paths: ['publicationSets.publications'],
    cites,
    check: ({ publicationSets }) =>
      (publicationSets ?? []).flatMap(({ publications }, index) =>
        publications.length > 0 ? [] : [{ field: ['publicationSets', String(index), 'publications'], code: 'REQUIRED' as const, message: 'A period of publication needs at least one phase: add it, or leave the period out.' }],
      ),
  }),
  documented({
    code: 'CSO_PHASE_ENDS_AFTER_START',
    description: 'A phase ends after it starts.',
    paths: [starts, ends],
    cites,
    check: (job) =>
      phasesOf(job)
        .filter(({ startSeconds, endSeconds }) => endSeconds <= startSeconds)
        .map(({ field }) => ({ field: [...field, 'endsAt'], code: 'OUT_OF_RANGE', message: 'The phase must end after it starts: take a later end, or an earlier start.' })),
  }),
  documented({
    code: 'CSO_HPK_OVERLAPS_NO_PHASE',
    description: 'No other phase overlaps the one for candidates for redeployment (HPK/VWNW).',
    paths: [starts, ends, statuses],
    cites,
    check: hpkOverlaps,
  }),
  inferred({
    code: 'CSO_HPK_FIRST',
    description: 'An organisation with HPK days offers a job to candidates for redeployment (HPK/VWNW) first.',
    paths: [starts, statuses, 'organisationCode'],
    cites: 'CSO document, 3.5 and 5.7',
    check: hpkFirst,
  }),
  inferred({
    code: 'CSO_PHASE_HAS_END',
    description: 'A phase has an end.',
    paths: [ends],
    cites: 'CSO document, 5.10: every phase of its example has one',
    check: (job) =>
      phasesOf(job)
        .filter(({ endSeconds }) => endSeconds === Number.POSITIVE_INFINITY)
        .map(({ field }) => ({ field: [...field, 'endsAt'], code: 'REQUIRED', message: 'The phase has no end, which CSO may refuse: state when it ends.' })),
  }),
  inferred({
    code: 'CSO_NOT_CLOSED_ALREADY',
    description: 'The last phase ends in the future.',
    paths: [ends],
    cites: 'CSO document: nothing is said of it',
    check: closedAlready,
  }),
];

function hpkOverlaps(job: JobDraft, lists: CsoLists): Verdict {
  const phases = phasesOf(job);
  if (!phases.some((one, index) => phases.some((other, at) => at > index && overlap(one, other)))) return [];
  const list = lists.values('JOB_PUBLICATION_STATUS');
  if (list === null) return 'unchecked';
  const hpk = hpkCodes(list);
  // Of two such phases the one that is listed later is told.
  const mayMeet = (phase: Phase, other: Phase): boolean => !hpk.has(other.status) || (hpk.has(phase.status) && phases.indexOf(other) >= phases.indexOf(phase));
  return phases
    .filter((phase) => phases.some((other) => !mayMeet(phase, other) && overlap(phase, other)))
    .map(({ field }) => ({ field, code: 'CONFLICT', message: 'The phase overlaps the one for candidates for redeployment (HPK/VWNW), which must stand alone: let it begin when that one ends.' }));
}

function hpkFirst(job: JobDraft, lists: CsoLists): Verdict {
  const phases = phasesOf(job);
  if (phases.length === 0 || job.organisationCode === null) return [];
  const statuses = lists.values('JOB_PUBLICATION_STATUS');
  if (lists.organisations === null || statuses === null) return 'unchecked';
  const days = lists.organisations.find(({ code }) => code === job.organisationCode)?.hpkDays ?? 0;
  const first = phases.reduce((earliest, phase) => (phase.startSeconds < earliest.startSeconds ? phase : earliest));
  const hpk = hpkCodes(statuses);
  if (days === 0 || hpk.size === 0 || phases.some(({ status, startSeconds }) => startSeconds === first.startSeconds && hpk.has(status))) return [];
  const message = `Organisation ${job.organisationCode} has ${days} HPK days, so CSO may want a phase for candidates for redeployment (${[...hpk].join(', ')}) of that many days before all others.`;
  return [{ field: first.field, code: 'CONFLICT', message }];
}

function closedAlready(job: JobDraft, _lists: CsoLists, now: Date): Verdict {
  const phases = phasesOf(job);
  const last = phases.reduce<(typeof phases)[number] | null>((latest, phase) => (latest === null || phase.endSeconds >= latest.endSeconds ? phase : latest), null);
  if (last === null || last.endSeconds * 1000 >= now.getTime()) return [];
  return [{ field: [...last.field, 'endsAt'], code: 'OUT_OF_RANGE', message: 'The last phase is over already, so that nobody will see the job: take an end in the future.' }];
}
