import { type DocumentNode, type ExecutionResult, isObjectType, parse } from 'graphql';
import { compilerOf } from '../src/execution/compile.ts';
import { compiledExecutor } from '../src/execution/compiled.ts';
import type { Executor } from '../src/execution/executor.ts';
import { interpreted } from '../src/execution/interpreted.ts';
import { executableSchema } from '../src/server/graphql/schema.ts';
import { machine } from './machine.ts';

/** CPU of executing an operation alone, on rows that are in memory: no request, no checks, no upstream. */
const rounds = Number(process.argv[2] ?? 2000);
const compilations = 20;

const schema = executableSchema();
const list = parse(`query List($after: String) { vacancies(sources: [VDAB], first: 50, after: $after) {
  nodes { id title publishedOn organisation { id name } location { city point { latitude longitude } } employment { contractType { code label } hoursMin salaryMin { amount currency } } fields { code } application { url email } }
  pageInfo { hasNextPage endCursor } sources { source status } } }`);
const detail = parse(`query Detail($id: ID!) { vacancy(id: $id) { id title publishedOn organisation { id name } location { city point { latitude longitude } } employment { contractType { code label } hoursMin salaryMin { amount currency } } application { url email } } }`);

const contractType = { source: 'VDAB', list: 'contract', code: 'A', label: 'vast', labels: new Map() };
const organisation = { source: 'VDAB', code: '7', sourceId: '7', id: 'VDAB:organisation:7', name: 'Bakkerij' };

function row(place: number): object {
  return {
    source: 'VDAB', sourceId: String(place), id: `VDAB:vacancy:${place}`, title: `Bakker ${place}`, publishedOn: '2026-11-01', organisation,
    location: { city: 'Gent', point: { latitude: 51.05, longitude: 3.72 } },
    employment: { contractType, hoursMin: 36, salaryMin: { amount: 2500, currency: 'EUR' } },
    fields: [{ source: 'VDAB', list: 'field', code: 'x', label: 'x' }], application: { url: 'https://vacatures.example/1', email: null },
  };
}

const rows = Array.from({ length: 50 }, (_nothing, place) => row(place));
const page = { nodes: rows, edges: rows.map((node) => ({ node, cursor: 'c' })), pageInfo: { hasNextPage: true, endCursor: 'c', hasPreviousPage: false, startCursor: 'c' }, sources: [{ source: 'VDAB', status: 'OK' }], totalCount: 50 };

/** Fields with resolvers keep one, which has its value at hand; organisations come a turn later, as from a loader. */
for (const type of Object.values(schema.getTypeMap())) {
  if (!isObjectType(type)) continue;
  for (const field of Object.values(type.getFields())) {
    if (field.resolve === undefined) continue;
    field.resolve = (parent: unknown) => (typeof parent === 'object' && parent !== null ? Reflect.get(parent, field.name) : null);
  }
}
const root = schema.getQueryType()?.getFields() ?? {};
if (root['vacancies'] !== undefined) root['vacancies'].resolve = async () => page;
if (root['vacancy'] !== undefined) root['vacancy'].resolve = async () => rows[0];
const organisationField = schema.getType('Vacancy');
if (isObjectType(organisationField)) {
  const field = organisationField.getFields()['organisation'];
  if (field !== undefined) field.resolve = async () => organisation;
}

async function measure(execute: Executor, document: DocumentNode, times: number): Promise<{ readonly micros: number; readonly answer: ExecutionResult }> {
  const once = (): ReturnType<Executor> => execute({ schema, document, variableValues: { id: 'VDAB:vacancy:1', after: null }, contextValue: {} });
  for (let round = 0; round < times / 4; round += 1) await once();
  const before = process.cpuUsage();
  for (let round = 0; round < times; round += 1) await once();
  const { user, system } = process.cpuUsage(before);
  return { micros: (user + system) / times, answer: await once() };
}

const compiled = compiledExecutor(schema, { maxDocuments: 10 });
for (const [name, document, times] of [['a list of 50 with organisations', list, rounds], ['a detail', detail, rounds * 10]] as const) {
  const one = await measure(interpreted, document, times);
  const other = await measure(compiled, document, times);
  if (JSON.stringify(one.answer) !== JSON.stringify(other.answer)) throw new Error(`the answers to ${name} differ`);
  if (one.answer.errors !== undefined) throw new Error(`${name} has errors: ${one.answer.errors[0]?.message ?? ''}`);
  console.log(`execution, ${name}: interpreted ${one.micros.toFixed(1)} µs CPU, compiled ${other.micros.toFixed(1)} µs CPU`);
  const compile = compilerOf(schema, 10_000);
  const [operation] = document.definitions;
  if (operation?.kind !== 'OperationDefinition') continue;
  compile(document, operation, {});
  const before = process.cpuUsage();
  for (let round = 0; round < compilations; round += 1) compile(document, operation, {});
  const { user, system } = process.cpuUsage(before);
  console.log(`execution, ${name}: compiling it ${((user + system) / compilations).toFixed(0)} µs CPU`);
}
console.log(machine());
