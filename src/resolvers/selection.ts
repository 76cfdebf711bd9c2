import { type FieldNode, getDirectiveValues, GraphQLIncludeDirective, type GraphQLResolveInfo, GraphQLSkipDirective, type SelectionNode, type SelectionSetNode } from 'graphql';
import type { Candidate } from '../domain/candidate.ts';
import type { CandidateField, VacancyField } from '../domain/fields.ts';
import { sourceNames } from '../domain/source-name.ts';
import { isRefused } from '../authorisation/index.ts';
import { type Vacancy, vacancy } from '../domain/vacancy.ts';
import { candidate } from '../domain/candidate.ts';

type Selected = ReadonlyMap<string, readonly FieldNode[]>;

/** What an operation selects below a field, fragments resolved, skipped and refused parts left out; by field name, aliases together. */
function childrenOf(nodes: readonly FieldNode[], info: GraphQLResolveInfo): Selected {
  const found = new Map<string, FieldNode[]>();
  for (const { selectionSet } of nodes) if (selectionSet !== undefined) collect(selectionSet, info, found);
  return found;
}

function collect({ selections }: SelectionSetNode, info: GraphQLResolveInfo, found: Map<string, FieldNode[]>): void {
  for (const node of selections) {
    if (getDirectiveValues(GraphQLSkipDirective, node, info.variableValues)?.['if'] === true) continue;
    if (getDirectiveValues(GraphQLIncludeDirective, node, info.variableValues)?.['if'] === false) continue;
    if (node.kind === 'Field' && isRefused(node)) continue;
    if (node.kind === 'Field') found.set(node.name.value, [...(found.get(node.name.value) ?? []), node]);
    else if (node.kind === 'InlineFragment') collect(node.selectionSet, info, found);
    else {
      const fragment = info.fragments[node.name.value];
      if (fragment !== undefined) collect(fragment.selectionSet, info, found);
    }
  }
}

/** What is selected of the things at the end of some paths below this field, e.g. `nodes` and `edges.node`. */
function selectedAt(info: GraphQLResolveInfo, paths: readonly (readonly string[])[]): Selected {
  const ends = paths.flatMap((path) => path.reduce<readonly FieldNode[]>((nodes, name) => childrenOf(nodes, info).get(name) ?? [], info.fieldNodes));
  return childrenOf(ends, info);
}

/** Whether a path of field names below this field is selected. */
export function isSelected(info: GraphQLResolveInfo, ...path: readonly string[]): boolean {
  return path.reduce<readonly FieldNode[]>((nodes, name) => childrenOf(nodes, info).get(name) ?? [], info.fieldNodes).length > 0;
}

/** Whether nothing but these is selected directly below this field. It is asked for every row of a list, and mostly the document alone says yes. */
export function selectsOnly(info: GraphQLResolveInfo, names: ReadonlySet<string>): boolean {
  return info.fieldNodes.every(({ selectionSet }) => selectionSet === undefined || namesOnly(selectionSet, info, names)) || [...childrenOf(info.fieldNodes, info).keys()].every((name) => names.has(name));
}

/** Whether a document names nothing else there, be it skipped, refused or selected. */
function namesOnly({ selections }: SelectionSetNode, info: GraphQLResolveInfo, names: ReadonlySet<string>): boolean {
  return selections.every((node) => {
    if (node.kind === 'Field') return names.has(node.name.value);
    const below = node.kind === 'InlineFragment' ? node : info.fragments[node.name.value];
    return below === undefined || namesOnly(below.selectionSet, info, names);
  });
}

const connectionPaths = [['nodes'], ['edges', 'node']] as const;
const any = { source: sourceNames[0], sourceId: '' };
const everyVacancyField = Object.keys(vacancy(any)) as (keyof Vacancy)[];
const everyCandidateField = Object.keys(candidate(any)) as (keyof Candidate)[];
/** Each field as the part of its name. */
const vacancyFieldOf: ReadonlyMap<string, VacancyField> = new Map<string, VacancyField>(everyVacancyField.map((field) => [field, field]));

/** Fields of the schema whose value is made of other parts of a vacancy than the one of their name. */
const vacancyParts: Readonly<Record<string, readonly VacancyField[]>> = {
  __typename: ['source', 'sourceId'],
  id: ['source', 'sourceId'],
  duplicateOf: ['duplicateOfId'],
  duplicates: ['duplicateIds'],
  jsonLd: [...everyVacancyField, 'location.regions'],
  raw: [...everyVacancyField, 'location.regions'],
};
const regionFields = ['regions', 'nuts', 'subdivisionCode', 'countryCode'];

const itself = [[]] as const;
/** By the node of a field and where below it the things stand: what a document selects is the same each time, unless variables decide of it. */
const knownVacancyFields = new WeakMap<FieldNode, Map<object, ReadonlySet<VacancyField>>>();

/** The parts of vacancies that are selected below this field. */
export function vacancyFieldsOf(info: GraphQLResolveInfo, paths: readonly (readonly string[])[] = itself): ReadonlySet<VacancyField> {
  const [node, ...others] = info.fieldNodes;
  const known = node === undefined ? undefined : knownVacancyFields.get(node)?.get(paths);
  if (known !== undefined) return known;
  const fields = readVacancyFields(info, paths);
  if (node !== undefined && others.length === 0 && !hasConditions(node, info)) knownVacancyFields.set(node, (knownVacancyFields.get(node) ?? new Map<object, ReadonlySet<VacancyField>>()).set(paths, fields));
  return fields;
}

/** Whether anything below a node is skipped or included by a condition. */
function hasConditions(node: SelectionNode, info: GraphQLResolveInfo): boolean {
  if (node.directives !== undefined && node.directives.length > 0) return true;
  const below = node.kind === 'FragmentSpread' ? info.fragments[node.name.value]?.selectionSet : node.selectionSet;
  return below?.selections.some((one) => hasConditions(one, info)) ?? false;
}

function readVacancyFields(info: GraphQLResolveInfo, paths: readonly (readonly string[])[]): ReadonlySet<VacancyField> {
  const selected = selectedAt(info, paths);
  const fields = new Set<VacancyField>();
  for (const name of selected.keys()) {
    const own = vacancyFieldOf.get(name);
    const parts = vacancyParts[name] ?? (own === undefined ? [] : [own]);
    for (const field of parts) fields.add(field);
  }
  const location = childrenOf(selected.get('location') ?? [], info);
  if (regionFields.some((name) => location.has(name))) fields.add('location.regions');
  return fields;
}

/** The parts of the vacancies of a connection that are selected. */
export function connectionVacancyFields(info: GraphQLResolveInfo): ReadonlySet<VacancyField> {
  return vacancyFieldsOf(info, connectionPaths);
}

const candidateParts: Readonly<Record<string, readonly CandidateField[]>> = {
  __typename: ['source', 'sourceId'],
  id: ['source', 'sourceId'],
  applicationsTo: ['appliedToIds'],
  raw: everyCandidateField,
};

/** The parts of candidates that are selected below this field. */
export function candidateFieldsOf(info: GraphQLResolveInfo, paths: readonly (readonly string[])[] = [[]]): ReadonlySet<CandidateField> {
  const fields = new Set<CandidateField>();
  for (const name of selectedAt(info, paths).keys()) for (const field of candidateParts[name] ?? everyCandidateField.filter((one) => one === name)) fields.add(field);
  return fields;
}

export function connectionCandidateFields(info: GraphQLResolveInfo): ReadonlySet<CandidateField> {
  return candidateFieldsOf(info, connectionPaths);
}

/** Whether a connection's total is wanted, its own or a source's. */
export function countsSelected(info: GraphQLResolveInfo): boolean {
  return isSelected(info, 'totalCount') || isSelected(info, 'sources', 'totalCount');
}
