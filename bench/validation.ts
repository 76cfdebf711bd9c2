import { createCso } from '../sandbox/cso/index.ts';
import { createIctergezocht } from '../sandbox/ictergezocht/index.ts';
import { MovableClock } from '../sandbox/kit/clock.ts';
import { checkJob, checkVacancy } from '../src/domain/posting/check.ts';
import type { PublishInput } from '../src/domain/posting/inputs.ts';
import { csoLists, ictergezochtLists } from '../src/domain/posting/lists.ts';
import { draftsOf } from '../src/domain/posting/publish.ts';
import { readOfBoard, readOfCso } from '../test/domain/posting/lists-of-sandbox.ts';
import { goodPublish, now } from '../test/domain/posting/samples.ts';
import { machine } from './machine.ts';

/** How long one input may take, CPU time. */
const limitMs = 1;
const rounds = 2000;
const clock = new MovableClock();
/** With 1200 organisations. */
const cso = readOfCso(createCso({ clock, seed: 1, scale: 20 }).data);
const board = readOfBoard(createIctergezocht({ clock, seed: 1, scale: 1 }).data);

/** Everything that validating an input for both channels takes once the lists are read: drafts, indexes of the lists, all rules. */
function validate(input: PublishInput): number {
  const [ofCso, ofBoard] = [csoLists(cso.enumerations, cso.organisations), ictergezochtLists(board)];
  return draftsOf(input, ['CSO', 'ICTERGEZOCHT']).reduce((errors, { draft, form }) => {
    const { userErrors } = draft.channel === 'CSO' ? checkJob(draft.job, ofCso, now, form) : checkVacancy(draft.vacancy, ofBoard, now, form);
    return errors + userErrors.length;
  }, 0);
}

/** CPU milliseconds for one input. */
function measure(input: PublishInput): number {
  for (let round = 0; round < rounds / 4; round += 1) validate(input);
  const before = process.cpuUsage();
  for (let round = 0; round < rounds; round += 1) validate(input);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / rounds;
}

const inputs: Readonly<Record<string, PublishInput>> = {
  'right on both channels': goodPublish,
  'wrong in everything': { referenceNumber: '', cso: { regions: ['XX', 'YY'], payScales: ['x'], extra: { code: 'x' } }, ictergezocht: { companyUser: { name: '', email: 'x' } } },
  'a text whose characters must be counted': { ...goodPublish, description: '🙂'.repeat(60_000) },
};
for (const [name, input] of Object.entries(inputs)) {
  const ms = measure(input);
  console.log(`validation, ${name}: ${ms.toFixed(3)} ms CPU (at most ${limitMs} ms) with ${validate(input)} errors`);
  if (ms >= limitMs) process.exitCode = 1;
}
console.log(machine());
