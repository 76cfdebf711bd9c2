import type { Sandbox } from '../../../../sandbox/index.ts';
import { type SourceName, sourceNames } from '../../../../src/domain/source-name.ts';
import { type Searchable, searchable } from '../../../support/truth.ts';
import type { Asker } from '../askers.ts';
import { isLostAt, type Making, type Question, reportFields } from '../question.ts';
import { checkRow, type Row, rowFields } from './row.ts';

const vacancyDocument = `query($id: ID!) { vacancy(id: $id) { ${rowFields} } }`;
const nodesDocument = `query($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on Vacancy { ${rowFields} } ... on EnumerationValue { label } } }`;

/** Ids that no source knows: each is null, and no error. */
const unknown: Readonly<Record<Searchable, string>> = { CSO: 'cso:vacancy:00000-000000000000', VDAB: 'vdab:vacancy:00000000-0000-4000-8000-000000000000', CEGID: 'cegid:vacancy:none' };

/** One vacancy by its id; one in ten that there is not. */
export function oneVacancy({ random, truth }: Making, asker: Asker): Question {
  const source = random.pick(visibleTo(asker));
  const id = random.chance(0.1) ? unknown[source] : random.pick(truth.ids[source]);
  return {
    kind: 'detail',
    asker,
    document: vacancyDocument,
    variables: { id },
    sources: [source],
    check(data, errors, complain) {
      const row = (data['vacancy'] ?? null) as Row | null;
      if (row !== null) {
        if (row.id !== id) complain(`${row.id} was told for ${id}`);
        checkRow(truth, row, 0, (path) => isLostAt(errors, ['vacancy', ...path]), complain);
      } else if (truth.row(id) !== undefined && !isLostAt(errors, ['vacancy'])) complain(`${id} is told to be unknown`);
    },
  };
}

/** Several things of several sources by their ids. */
export function severalNodes({ random, truth }: Making, asker: Asker, sandbox: Sandbox): Question {
  const vacancies = Array.from({ length: random.int(1, 8) }, () => random.pick(truth.ids[random.pick(visibleTo(asker))]));
  const region = random.pick(sandbox.definitions.cso.data.enumerations.regions.all());
  const value = `cso:enumeration:regions/${region.code}`;
  const ids = [...new Set([...vacancies, ...(random.chance(0.5) ? [value] : []), ...(random.chance(0.3) ? [unknown.VDAB] : [])])];
  return {
    kind: 'nodes',
    asker,
    document: nodesDocument,
    variables: { ids },
    sources: sourceNames.filter((name) => ids.some((id) => id.startsWith(`${name.toLowerCase()}:`))),
    check(data, errors, complain) {
      const nodes = (data['nodes'] ?? []) as readonly (Row | { readonly __typename: 'EnumerationValue'; readonly id: string; readonly label: string } | null)[];
      if (nodes.length !== ids.length) complain(`${nodes.length} nodes for ${ids.length} ids`);
      for (const [index, id] of ids.entries()) {
        const node = nodes[index] ?? null;
        const place = ['nodes', index];
        if (node === null) {
          const exists = id === value || truth.row(id) !== undefined;
          if (exists && !isLostAt(errors, place)) complain(`${id} is told to be unknown`);
        } else if (node.id !== id) complain(`${node.id} was told for ${id}`);
        else if ('label' in node) {
          if (node.label !== region.label) complain(`${id} is labelled ${node.label}, not ${region.label}`);
        } else checkRow(truth, node, 0, (path) => isLostAt(errors, [...place, ...path]), complain);
      }
    },
  };
}

/** Of another account of CSO some vacancies are not to be seen: its lists are checked, its single ones are left out. */
function visibleTo(asker: Asker): readonly Searchable[] {
  return asker === 'agency' ? searchable.filter((name) => name !== 'CSO') : searchable;
}

/** Organisations of CSO, in the source's order. */
export function someOrganisations({ random }: Making, asker: Asker, sandbox: Sandbox): Question {
  const { organisations } = sandbox.definitions.cso.data;
  const first = random.int(1, 60);
  const part = random.chance(0.5) ? random.pick(organisations).name.slice(0, random.int(3, 8)).trim() : null;
  const expected = organisations.filter(({ name }) => part === null || name.toLowerCase().includes(part.toLowerCase())).slice(0, first);
  return {
    kind: 'organisations',
    asker,
    document: `query($filter: OrganisationFilter, $first: Int) { organisations(filter: $filter, first: $first, sources: [CSO]) { nodes { code name } totalCount ${reportFields} } }`,
    variables: { first, filter: part === null ? null : { name: part } },
    sources: ['CSO'],
    check(data, _errors, complain) {
      const page = (data['organisations'] ?? undefined) as { readonly nodes: readonly { readonly code: string; readonly name: string }[]; readonly sources: readonly { readonly status: string }[] } | undefined;
      if (page === undefined) return;
      const given = page.nodes.map(({ code, name }) => `${code} ${name}`).join();
      const truth = expected.map(({ code, name }) => `${code} ${name}`).join();
      if (given !== (page.sources.every(({ status }) => status === 'OK') ? truth : '')) complain(`are ${given}, not ${truth}`);
    },
  };
}

/** A code list of each source that has one of that name or kind. */
export function aCodeList({ random }: Making, asker: Asker, sandbox: Sandbox): Question {
  const { cso, cegid, ictergezocht } = sandbox.definitions;
  const csoLists = Object.entries(cso.data.enumerations).map(([name, list]): CodeList => ({ source: 'CSO', name, values: list.all().map(({ code, label }) => `${code} ${label}`) }));
  const cegidLists = ['countries', 'contractTypes', 'educationLevels'].map((name): CodeList => ({ source: 'CEGID', name, values: (cegid.data.referentials.named(name)?.items ?? []).map(({ id, label }) => `${id} ${label}`) }));
  const boardList: CodeList = { source: 'ICTERGEZOCHT', name: 'companyTypes', values: ictergezocht.data.companyTypes.map(({ id, name }) => `${id} ${name}`) };
  const list = random.pick([random.pick(csoLists), random.pick(cegidLists), boardList]);
  return {
    kind: 'enumerations',
    asker,
    document: `query($sources: [Source!], $names: [String!]) { enumerations(sources: $sources, names: $names) { nodes { source name values { code label } } ${reportFields} } }`,
    variables: { sources: [list.source], names: [list.name] },
    sources: [list.source],
    check(data, _errors, complain) {
      const found = (data['enumerations'] ?? undefined) as { readonly nodes: readonly { readonly source: SourceName; readonly name: string; readonly values: readonly { readonly code: string; readonly label: string | null }[] }[]; readonly sources: readonly { readonly status: string }[] } | undefined;
      if (found === undefined) return;
      const given = found.nodes.map(({ source, name, values }) => ({ source, name, values: values.map(({ code, label }) => `${code} ${String(label)}`) }));
      const isWhole = found.sources.every(({ status }) => status === 'OK');
      if (JSON.stringify(given) !== JSON.stringify([list]) && (isWhole || given.length > 0)) complain(`${list.name} of ${list.source} is ${JSON.stringify(given).slice(0, 300)}`);
    },
  };
}

interface CodeList {
  readonly source: SourceName;
  readonly name: string;
  readonly values: readonly string[];
}
