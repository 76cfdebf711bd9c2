import type { CsoLists } from '../lists.ts';
import type { Verdict } from '../rule.ts';
import { isMissing } from '../text-forms.ts';
import { documented, type JobRule } from './rule.ts';

const cites = 'CSO document, 5.10, location';

/** Where the work is: several regions only when all are Dutch, one foreign region at most, a postcode with Dutch ones. */
export const placeRules: readonly JobRule[] = [
  documented({
    code: 'CSO_SEVERAL_REGIONS_MUST_BE_DUTCH',
    description: 'A job has several regions only where all of them are Dutch, and one foreign region at most.',
    paths: ['regions'],
    cites,
    check: ({ regions }, lists) => severalRegions(regions ?? [], lists),
  }),
  documented({
    code: 'CSO_POSTCODE_WITH_DUTCH_REGION',
    description: 'A job in a Dutch region needs a postcode beside its city.',
    paths: ['postcode', 'regions'],
    cites,
    check: ({ postcode, regions }, lists) => (isMissing(postcode) ? missingPostcode(regions ?? [], lists) : []),
  }),
];

function severalRegions(regions: readonly string[], lists: CsoLists): Verdict {
  if (regions.length < 2) return [];
  const foreign = regions.findIndex((code) => isDutch(code, lists) === false);
  if (foreign >= 0) {
    const message = `${regions[foreign]} is not a Dutch region and cannot stand beside others: keep either Dutch regions, or this one alone.`;
    return [{ field: ['regions', String(foreign)], code: 'CONFLICT', message }];
  }
  return unsettled(regions, lists);
}

function missingPostcode(regions: readonly string[], lists: CsoLists): Verdict {
  const dutch = regions.find((code) => isDutch(code, lists) === true);
  if (dutch !== undefined) return [{ field: ['postcode'], code: 'REQUIRED', message: (named) => `${named('postcode')} is required because ${dutch} is a Dutch region: state that of the place of work.` }];
  return unsettled(regions, lists);
}

/** Where a region's country is not known, a list that could not be read may have told it. */
function unsettled(regions: readonly string[], lists: CsoLists): Verdict {
  return lists.values('REGION') === null && regions.some((code) => isDutch(code, lists) === null) ? 'unchecked' : [];
}

/** Two letters are a country (5.6); of the others the list tells, and those under `BRG.02` are known to be Dutch. Null where nobody tells. */
function isDutch(code: string, lists: CsoLists): boolean | null {
  if (/^[A-Z]{2}$/.test(code)) return code === 'NL';
  const country = lists.values('REGION')?.get(code)?.countryCode ?? null;
  if (country !== null) return country === 'NL';
  return code.startsWith('BRG.02') ? true : null;
}
