import { eqfOfLabel } from '../../domain/crosswalk/eqf.ts';
import { type Enumeration, type EnumerationValue, enumerationValue } from '../../domain/enumeration.ts';
import type { EmploymentType } from '../../domain/employment-type.ts';
import { isObject, type Json, objects, optionalNumber, optionalText } from '../../http/parse.ts';
import { kindOfList } from './lists.ts';
import { meaningOfRegion } from './map-region.ts';

/** Where a value stands in its list. */
interface Place {
  readonly parentCode: string | null;
  readonly childCodes: readonly string[];
  readonly labelsAbove: readonly string[];
}

/** A coded value as it stands in a job or a count: its parent is not told there. Null where it has no code. */
export function valueFromEnumeration(list: string, value: unknown): EnumerationValue | null {
  const code = codeOf(value);
  if (code === null || !isObject(value)) return null;
  const childCodes = objects(value['children']).map(codeOf).filter((child) => child !== null);
  return placedValue(list, code, value, { parentCode: codeOf(value['parent']), childCodes, labelsAbove: [] });
}

/** One list of getJobEnumerations (CSO document, 5.6), its levels laid out flat, parents before their children. */
export function enumerationFromList(list: string, values: unknown, fetchedAt: number): Enumeration {
  const nodes = withPrefixParents(nodesOf(values));
  const placed = [...nodes.values()].map(({ code, value, parentCode }) =>
    placedValue(list, code, value, { parentCode, childCodes: childrenOf(nodes, code), labelsAbove: above(nodes, code).map((node) => optionalText(node.value['label']) ?? '') }),
  );
  return { source: 'CSO', kind: kindOfList(list), name: list, values: placed, fetchedAt };
}

interface Node {
  readonly code: string;
  readonly value: Json;
  readonly parentCode: string | null;
}
type Nodes = Map<string, Node>;

/** `children` may be absent, a value may stand in the list and below another, and the two may lie below each other. */
function nodesOf(values: unknown): Nodes {
  const nodes: Nodes = new Map();
  const visit = (listed: unknown, parentCode: string | null): void => {
    for (const value of objects(listed)) {
      const code = codeOf(value);
      if (code === null) continue;
      const parent = parentCode ?? codeOf(value['parent']);
      const known = nodes.get(code);
      if (known === undefined) nodes.set(code, { code, value, parentCode: parent !== code && !isBelow(nodes, parent, code) ? parent : null });
      else if (known.parentCode === null && parent !== code && !isBelow(nodes, parent, code)) nodes.set(code, { ...known, parentCode: parent });
      visit(value['children'], code);
    }
  };
  visit(values, null);
  return nodes;
}

/** Where the answer states no levels, codes do: of `CVG.08` and `CVG.0802` the shorter is the parent. A parent that is no value is none. */
function withPrefixParents(nodes: Nodes): Nodes {
  return new Map(
    [...nodes].map(([code, node]) => {
      const [, shorter] = /^([A-Z]+\.\d\d)\d\d$/.exec(code) ?? [];
      const parentCode = node.parentCode ?? shorter ?? null;
      return [code, { ...node, parentCode: parentCode !== null && nodes.has(parentCode) && !isBelow(nodes, parentCode, code) ? parentCode : null }];
    }),
  );
}

function childrenOf(nodes: Nodes, parentCode: string): readonly string[] {
  return [...nodes.values()].filter((node) => node.parentCode === parentCode).map((node) => node.code);
}

/** The values that one lies below, the nearest first. */
function above(nodes: Nodes, code: string): Node[] {
  const found: Node[] = [];
  for (let next = nodes.get(nodes.get(code)?.parentCode ?? ''); next !== undefined && !found.includes(next); next = nodes.get(next.parentCode ?? '')) found.push(next);
  return found;
}

function isBelow(nodes: Nodes, code: string | null, ancestor: string): boolean {
  return code !== null && above(nodes, code).some((node) => node.code === ancestor);
}

function placedValue(list: string, code: string, value: Json, { parentCode, childCodes, labelsAbove }: Place): EnumerationValue {
  const label = optionalText(value['label']);
  const kind = kindOfList(list);
  return enumerationValue({
    source: 'CSO',
    kind,
    list,
    code,
    numericId: optionalText(value['ID']),
    label,
    parentCode,
    childCodes,
    displayOrder: optionalNumber(value['displayOrder']),
    ...(kind === 'REGION' && meaningOfRegion(code, label, labelsAbove)),
    eqf: kind === 'EDUCATION_LEVEL' ? eqfOfLabel(label) : null,
    employmentType: kind === 'CONTRACT_TYPE' ? employmentTypeOfLabel(label) : null,
    ...(kind === 'PAY_SCALE' && { salaryScale: optionalNumber(value['scale']), salaryMin: optionalNumber(value['salaryMin']), salaryMax: optionalNumber(value['salaryMax']) }),
  });
}

const employmentTypesByLabel: readonly (readonly [RegExp, EmploymentType])[] = [
  [/stage|afstudeer|trainee/i, 'INTERN'],
  [/vrijwillig/i, 'VOLUNTEER'],
  [/oproep/i, 'PER_DIEM'],
  [/zzp|zelfstandig|freelance|inhuur/i, 'CONTRACTOR'],
  [/tijdelijk|bepaalde tijd|detachering|uitzend/i, 'TEMPORARY'],
];

/** schema.org has no word for a permanent contract, which is therefore none of its types; neither is a contract of indefinite time. */
export function employmentTypeOfLabel(label: string | null): EmploymentType | null {
  if (label === null || /onbepaalde tijd/i.test(label)) return null;
  return employmentTypesByLabel.find(([name]) => name.test(label))?.[1] ?? null;
}

function codeOf(value: unknown): string | null {
  return isObject(value) ? optionalText(value['code']) : null;
}
