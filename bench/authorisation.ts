import { type DocumentNode, parse } from 'graphql';
import { admits } from '../src/authorisation/guard.ts';
import { guardsOf } from '../src/authorisation/guards.ts';
import { planOf } from '../src/authorisation/plan.ts';
import { planCache } from '../src/authorisation/plan-cache.ts';
import type { Viewer } from '../src/context.ts';
import { type Scope, scopes } from '../src/domain/scopes.ts';
import { executableSchema } from '../src/server/graphql/schema.ts';
import { machine } from './machine.ts';

/** What the checks of a cached operation may take for one request, together with authentication, CPU time. */
const limitMicros = 30;
const rounds = 200_000;
const uncachedRounds = 2000;

const schema = executableSchema();
const guards = guardsOf(schema);
const plans = planCache((document, viewer) => planOf(document, schema, guards, viewer));

const site: Viewer = viewerWith('frontend', ['vacancies:read', 'organisations:read', 'enumerations:read']);
const all: Viewer = viewerWith('admin', scopes);
const list = parse(`query List($after: String) { vacancies(sources: [VDAB], first: 50, after: $after) {
  nodes { id title publishedOn organisation { id name } location { city point { latitude longitude } } employment { contractType { code label } hoursMin salaryMin { amount currency } } fields { code } application { url email } }
  pageInfo { hasNextPage endCursor } sources { source status } } }`);
const personal = parse('{ candidates(first: 50) { nodes { id status person { lastName email } raw } } vacancies(first: 50) { nodes { id title x: raw } } insights { nodes { title contactEmail } } }');
const conditional = parse('query ($x: Boolean! = true) { vacancies(first: 50) { nodes { id title raw @include(if: $x) } } }');

function viewerWith(id: string, held: readonly Scope[]): Viewer {
  return { id, name: id, authenticated: true, scopes: new Set(held) };
}

/** All that the guards do for a request, beside one check for each row of a guarded field below the root. */
function check(document: DocumentNode, viewer: Viewer): number {
  const plan = plans(document, viewer);
  const guard = guards.fields.get('Query.vacancies');
  return plan.refusalsOf(undefined, {}).length + (guard !== undefined && admits(guard, viewer) ? 1 : 0);
}

/** CPU microseconds of one. */
function measure(times: number, work: () => unknown): number {
  for (let round = 0; round < times / 4; round += 1) work();
  const before = process.cpuUsage();
  for (let round = 0; round < times; round += 1) work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / times;
}

const cached: readonly (readonly [string, () => unknown])[] = [
  ['a list of vacancies by a job site, nothing refused', () => check(list, site)],
  ['personal data by who may have all of it', () => check(personal, all)],
  ['personal data by a job site, everything refused', () => check(personal, site)],
  ['a refused field behind a variable', () => check(conditional, site)],
];
for (const [name, work] of cached) {
  const micros = measure(rounds, work);
  console.log(`authorisation, ${name}: ${micros.toFixed(2)} µs CPU (at most ${limitMicros} µs)`);
  if (micros >= limitMicros) process.exitCode = 1;
}
const guard = guards.fields.get('Candidate.person');
if (guard !== undefined) console.log(`authorisation, one row of a guarded field: ${(1000 * measure(rounds, () => admits(guard, all))).toFixed(0)} ns CPU`);
for (const [name, document] of [['a list of vacancies', list], ['personal data, refused', personal]] as const) {
  const micros = measure(uncachedRounds, () => planOf(document, schema, guards, site).refusalsOf(undefined, {}));
  console.log(`authorisation, ${name}, without the kept plan: ${micros.toFixed(0)} µs CPU`);
}
console.log(machine());
