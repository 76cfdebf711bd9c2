import type { Json } from '../../http/parse.ts';
import { type CsoList, csoLists } from './lists.ts';

type Attributes = Readonly<Record<string, unknown>>;

/** An object with its class, which CSO requires of every object it is sent (CSO document, 3.1). Attributes that are null are left out. */
export function typed(className: string, attributes: Attributes): Json {
  return { __type__: className, ...Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== null)) };
}

/** The same, or null where no attribute says anything. */
export function typedPart(className: string, attributes: Attributes): Json | null {
  return Object.values(attributes).every((value) => value === null) ? null : typed(className, attributes);
}

/** Objects that name codes: of an enumeration, an organisation or a sector, whose other attributes are not read in (5.6, 5.7). */
export function coded(className: string, codes: readonly string[] | null): readonly Json[] | null {
  return codes?.map((code) => typed(className, { code })) ?? null;
}

/** Values of one of the thirteen lists by their codes. */
export function codedOf(list: CsoList, codes: readonly string[] | null): readonly Json[] | null {
  return coded(csoLists[list].className, codes);
}
