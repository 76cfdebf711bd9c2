import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { remoteJobFromDraft } from '../../../src/datasources/cso/map-draft.ts';
import { payloadFromDraft } from '../../../src/datasources/ictergezocht/map-draft.ts';
import { checkJob, checkVacancy, type Validation } from '../../../src/domain/posting/check.ts';
import { jobRules } from '../../../src/domain/posting/cso/rules.ts';
import { vacancyRules } from '../../../src/domain/posting/ictergezocht/rules.ts';
import { jobDraftOf } from '../../../src/domain/posting/job-draft.ts';
import type { Rule } from '../../../src/domain/posting/rule.ts';
import { vacancyDraftOf } from '../../../src/domain/posting/vacancy-draft.ts';
import { CsoCaller } from '../../sandbox/cso-caller.ts';
import { BoardCaller } from '../../sandbox/ictergezocht-caller.ts';
import { anyJob, anyVacancy } from './arbitraries.ts';
import { jobCases } from './cso-cases.ts';
import { vacancyCases } from './ictergezocht-cases.ts';
import { listsOfBoard, listsOfCso } from './lists-of-sandbox.ts';
import { goodJob, goodVacancy, now } from './samples.ts';

const cso = new CsoCaller();
const board = new BoardCaller();
const lists = { cso: listsOfCso(cso.cso.data, { sectors: true }), ictergezocht: listsOfBoard(board.board.data) };
const runs = 300;
/** `extra` is never sent where it says what the input says. */
const neverSent = 'CSO_EXTRA_ADDS_ONLY';

beforeAll(() => Promise.all([cso.upstream.start(), board.upstream.start()]));
afterAll(() => Promise.all([cso.upstream.stop(), board.upstream.stop()]));

/** What is said here and what the upstream did, so far. */
class Tally {
  readonly counts = { clean: 0, warned: 0, refused: 0 };

  /** The statuses that a verdict allows the upstream; where it is only warned, the upstream judges. */
  allowed({ valid, userErrors }: Validation, accepted: number): readonly number[] {
    const verdict = !valid ? 'refused' : userErrors.length > 0 ? 'warned' : 'clean';
    this.counts[verdict] += 1;
    return { clean: [accepted], warned: [accepted, 400], refused: [400] }[verdict];
  }
}

function isDocumented(rules: readonly Rule<never, never>[], code: string): boolean {
  return code !== neverSent && rules.some((rule) => rule.code === code && rule.severity === 'ERROR');
}

describe('the rules agree with a validation that knows nothing of them', () => {
  test('CSO accepts what satisfies them and refuses what breaks a documented one', async () => {
    const tally = new Tally();
    await fc.assert(
      fc.asyncProperty(anyJob, async (input) => {
        const draft = jobDraftOf(input);
        const validation = checkJob(draft, lists.cso, now);
        const { status, message } = await cso.call('saveJob', { job: remoteJobFromDraft(draft, null) });
        expect(tally.allowed(validation, 200), `${message} ${JSON.stringify(validation.userErrors)}`).toContain(status);
      }),
      { numRuns: runs },
    );
    expect(Math.min(tally.counts.clean, tally.counts.refused)).toBeGreaterThan(runs / 15);
  });

  test('ICTerGezocht accepts what satisfies them and refuses what breaks a documented one', async () => {
    const tally = new Tally();
    const used = new Set<unknown>();
    await fc.assert(
      fc.asyncProperty(anyVacancy, async (input) => {
        const draft = vacancyDraftOf(input);
        // A number that is taken is another question than whether the vacancy is right.
        fc.pre(!used.has(draft.referenceNumber));
        const validation = checkVacancy(draft, lists.ictergezocht, now);
        board.board.clearLimits();
        const response = await board.call('vacancy', 'POST', payloadFromDraft(draft));
        if (response.status === 201) used.add(draft.referenceNumber);
        expect(tally.allowed(validation, 201), `${await response.text()} ${JSON.stringify(validation.userErrors)}`).toContain(response.status);
      }),
      { numRuns: runs },
    );
    expect(Math.min(tally.counts.clean, tally.counts.refused)).toBeGreaterThan(runs / 15);
  });

  test('each accepts the sample that the wrong ones are made from', async () => {
    expect((await cso.call('saveJob', { job: remoteJobFromDraft(jobDraftOf(goodJob), null) })).status).toBe(200);
    board.board.clearLimits();
    expect(await board.status('vacancy', 'POST', payloadFromDraft(vacancyDraftOf(goodVacancy)))).toBe(201);
  });

  test.each(jobCases.filter(([code]) => isDocumented(jobRules, code)))('CSO itself refuses what breaks %s alone (%#)', async (_code, _passes, fails) => {
    const { status } = await cso.call('saveJob', { job: remoteJobFromDraft(jobDraftOf({ ...goodJob, ...fails }), null) });
    expect(status).toBe(400);
  });

  test.each(vacancyCases.filter(([code]) => isDocumented(vacancyRules, code)))('ICTerGezocht itself refuses what breaks %s alone (%#)', async (_code, _passes, fails) => {
    board.board.clearLimits();
    expect(await board.status('vacancy', 'POST', payloadFromDraft(vacancyDraftOf({ ...goodVacancy, ...fails })))).toBe(400);
  });
});
