import type { Random } from '../kit/random.ts';
import { type EnumerationName, enumerationTables } from './enumeration-tables.ts';
import type { CsoEnumerationValue } from './model.ts';
import { payScaleValues } from './pay-scales.ts';

/** One of the thirteen lists of section 5.6, with its values by code. */
export class Enumeration {
  readonly name: EnumerationName;
  readonly className: string;
  /** The uppermost values; the others hang below them. */
  readonly values: readonly CsoEnumerationValue[];
  readonly #byCode: ReadonlyMap<string, CsoEnumerationValue>;

  constructor(name: EnumerationName, className: string, values: readonly CsoEnumerationValue[]) {
    this.name = name;
    this.className = className;
    this.values = values;
    this.#byCode = new Map(values.flatMap(withDescendants).map((value) => [value.code, value]));
  }

  /** Every value, parents before their children. */
  all(): CsoEnumerationValue[] {
    return [...this.#byCode.values()];
  }

  codes(): string[] {
    return [...this.#byCode.keys()];
  }

  /** Codes are case-sensitive: driving licence `a` is not `A1`'s letter. */
  find(code: string): CsoEnumerationValue | undefined {
    return this.#byCode.get(code);
  }

  /** The code itself and every code below it: a parent covers its children. */
  covered(code: string): string[] {
    const value = this.#byCode.get(code);
    return value === undefined ? [code] : withDescendants(value).map((each) => each.code);
  }

  /** The code of a label, for what the document names by label only. */
  codeOf(label: string): string {
    const value = this.all().find((each) => each.label === label);
    if (value === undefined) throw new Error(`${this.name} has no ${label}`);
    return value.code;
  }
}

export type Enumerations = Readonly<Record<EnumerationName, Enumeration>>;

export function makeEnumerations(random: Random): Enumerations {
  const make = (name: EnumerationName): Enumeration => {
    const { className, firstId, nested, lines } = enumerationTables[name];
    return new Enumeration(name, className, name === 'payScales' ? payScaleValues(random, firstId) : parse(lines, firstId, nested));
  };
  return {
    contractTypes: make('contractTypes'),
    drivingLicences: make('drivingLicences'),
    jobApplicationTypes: make('jobApplicationTypes'),
    onlineJobApplicationTypes: make('onlineJobApplicationTypes'),
    jobBranches: make('jobBranches'),
    jobCategories: make('jobCategories'),
    jobPublicationStatuses: make('jobPublicationStatuses'),
    jobPublicationPeriods: make('jobPublicationPeriods'),
    payScales: make('payScales'),
    educationLevels: make('educationLevels'),
    regions: make('regions'),
    securityScreenings: make('securityScreenings'),
    jobStructureGroups: make('jobStructureGroups'),
  };
}

function withDescendants(value: CsoEnumerationValue): CsoEnumerationValue[] {
  return [value, ...(value.children ?? []).flatMap(withDescendants)];
}

interface Growing {
  readonly id: number;
  readonly code: string;
  readonly label: string;
  readonly children: Growing[];
}

function parse(lines: string, firstId: number, nested: boolean): CsoEnumerationValue[] {
  const roots: Growing[] = [];
  const path: Growing[] = [];
  for (const [index, line] of lines.split('\n').entries()) {
    const [code = '', label = ''] = line.trim().split('|');
    const value: Growing = { id: firstId + index, code, label, children: [] };
    path.length = (line.length - line.trimStart().length) / 2;
    (path.at(-1)?.children ?? roots).push(value);
    path.push(value);
  }
  return roots.map((root) => grown(root, nested));
}

/** Where a list is not nested throughout, a value without children has no `children` at all. */
function grown(value: Growing, nested: boolean): CsoEnumerationValue {
  const children = value.children.map((child) => grown(child, nested));
  return { ...value, children: nested || children.length > 0 ? children : null };
}
