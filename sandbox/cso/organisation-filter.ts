import { invalid } from './fault.ts';
import type { CsoOrganisation } from './model.ts';
import { sectors } from './organisations.ts';
import { organisationCode, sectorCode } from './read-codes.ts';
import { type Read, flag, listOf, text, typed } from './typed.ts';

/** `RemoteOrganisationFilter` (CSO document, 5.14). */
export interface OrganisationFilter {
  readonly includeSubOrganisations: boolean;
  readonly levels: readonly string[];
  readonly organisation: string | null;
  readonly sector: string | null;
}

export function organisationFilter(organisations: readonly CsoOrganisation[]): Read<OrganisationFilter> {
  const level: Read<string> = (value, path) => {
    const name = text(value, path);
    if (!organisations.some((each) => each.level === name)) throw invalid(`${path} is an unknown level: ${name}`);
    return name;
  };
  return typed('RemoteOrganisationFilter', (filter) => ({
    includeSubOrganisations: filter.take('includeSubOrganisations', flag) ?? false,
    levels: filter.take('levels', listOf(level)) ?? [],
    organisation: filter.take('organisation', organisationCode(organisations)),
    sector: filter.take('sector', sectorCode(Object.values(sectors))),
  }));
}

/** The organisations that satisfy every criterion; with `includeSubOrganisations` also all that belong to them, whatever their level. */
export function filterOrganisations(organisations: readonly CsoOrganisation[], filter: OrganisationFilter): CsoOrganisation[] {
  const matches = organisations.filter(
    (each) =>
      (filter.levels.length === 0 || filter.levels.includes(each.level)) &&
      (filter.organisation === null || each.code === filter.organisation) &&
      (filter.sector === null || each.sector.code === filter.sector),
  );
  const taken = new Set(matches.map((each) => each.code));
  if (!filter.includeSubOrganisations) return matches;
  const byCode = new Map(organisations.map((each) => [each.code, each]));
  const belongs = (each: CsoOrganisation): boolean => {
    if (taken.has(each.code)) return true;
    const parent = each.parent === null ? undefined : byCode.get(each.parent);
    return parent !== undefined && belongs(parent);
  };
  return organisations.filter(belongs);
}
