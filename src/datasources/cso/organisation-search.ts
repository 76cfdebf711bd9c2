import { BadInput } from '../../domain/errors.ts';
import { type Fetched, oldest } from '../../domain/fetched.ts';
import type { Organisation, OrganisationFilter } from '../../domain/organisation.ts';
import { eachBounded } from '../shared/bounded.ts';
import type { RequestScope } from '../shared/upstream.ts';
import type { OrganisationCriteria } from './organisation-filter.ts';
import { CsoOrganisations } from './organisations.ts';
import type { CsoShared } from './shared.ts';

/** Organisations of which the ones below are asked for, a call each. */
const maxRoots = 50;
const callsAtOnce = 8;

type Listed = Fetched<readonly Organisation[]>;

/**
 * The organisations that meet a filter, in CSO's order. CSO applies sector, levels and what lies below (CSO document, 5.14), one
 * organisation a call where codes or a name tell below which; codes and name are applied here.
 * @throws BadInput
 */
export async function findOrganisations({ codes, name, sector, levels, includeSubOrganisations }: OrganisationFilter, shared: CsoShared, scope: RequestScope): Promise<Listed> {
  const named = codes !== null || name !== null;
  const below = includeSubOrganisations === true;
  const all = await shared.reference.organisations(scope);
  if (sector !== null && all.value.sectors.size > 0 && !all.value.sectors.has(sector)) throw new BadInput(['filter', 'sector'], "is not among the sectors of CSO's organisations");
  if (isEmpty(codes) || isEmpty(levels)) return { ...all, value: [] };

  const criteria = { organisation: null, sector, levels, includeSubOrganisations: below && !named ? true : null };
  const base = sector === null && levels === null && criteria.includeSubOrganisations === null ? { ...all, value: all.value.all } : await filtered(criteria, shared, scope);
  const matching = base.value.filter((each) => (codes === null || codes.includes(each.code)) && (name === null || containsName(each, name)));
  if (!below || !named) return { ...base, value: matching };

  if (matching.length > maxRoots) throw new BadInput(['filter', 'includeSubOrganisations'], `takes at most ${maxRoots} organisations to look below, and ${matching.length} match`);
  const found = await eachBounded(matching, callsAtOnce, ({ code }) => filtered({ organisation: code, sector: null, levels: null, includeSubOrganisations: true }, shared, scope));
  const taken = new Map([...matching, ...found.flatMap(({ value }) => value)].map((each) => [each.code, each]));
  return { ...(oldest([base, ...found]) ?? all), value: inOrderOf(all.value, taken) };
}

async function filtered(criteria: OrganisationCriteria, { client }: CsoShared, scope: RequestScope): Promise<Listed> {
  const answer = await client.getOrganisationsWithFilter(criteria, scope);
  return { ...answer, value: new CsoOrganisations(answer.value).all };
}

function inOrderOf({ all }: CsoOrganisations, taken: ReadonlyMap<string, Organisation>): readonly Organisation[] {
  const listed = new Set(all.map((each) => each.code));
  return [...all.filter((each) => taken.has(each.code)), ...[...taken.values()].filter((each) => !listed.has(each.code))];
}

function containsName({ name }: Organisation, wanted: string): boolean {
  return name !== null && name.toLowerCase().includes(wanted.toLowerCase());
}

function isEmpty(list: readonly string[] | null): boolean {
  return list !== null && list.length === 0;
}
