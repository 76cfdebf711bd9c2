import type { Context } from '../context.ts';
import type { EnumerationValue as Value, LocalisedText } from '../domain/enumeration.ts';
import { globalId, parseIdOf } from '../domain/ids.ts';
import { countWithValue } from '../federate/facets.ts';
import { listEnumerations } from '../federate/enumerations.ts';
import { loadEnumerationValue } from '../federate/lookup.ts';
import type { EnumerationResolvers, EnumerationValueResolvers, QueryResolvers } from '../generated/resolvers.ts';
import { given, texts } from './input/check.ts';
import { sourcesOf, vacancyFilterOf } from './input/vacancy-filter.ts';
import { keyOf } from './reference.ts';

export const EnumerationValue: EnumerationValueResolvers = {
  __resolveReference: async (reference, context) => {
    const { source, sourceId } = keyOf('enumeration', reference);
    return loadEnumerationValue(context, source, sourceId);
  },
  id: (value) => idOf(value, value.code),
  label: async (value, { locale }, context) => {
    if (locale === null || locale === undefined || matches(value.labelLocale, locale)) return value.label;
    const found = (await translationsOf(context, value, locale)).find((text) => matches(text.locale, locale));
    return found?.text ?? value.label;
  },
  translations: async (value, _args, context) => (context.sources.get(value.source)?.translations === undefined ? null : translationsOf(context, value, null)),
  parent: async (value, _args, context) => {
    const { source, list, parentCode } = await fromItsList(context, value);
    return parentCode === null ? null : loadEnumerationValue(context, source, `${list}/${parentCode}`);
  },
  children: async (value, _args, context) => {
    const { source, list, childCodes } = await fromItsList(context, value);
    const children = await Promise.all(childCodes.map((code) => loadEnumerationValue(context, source, `${list}/${code}`)));
    return children.filter((child) => child !== null);
  },
  numericId: async (value, _args, context) => value.numericId ?? (await fromItsList(context, value)).numericId,
  displayOrder: async (value, _args, context) => value.displayOrder ?? (await fromItsList(context, value)).displayOrder,
  salaryScale: async (value, _args, context) => value.salaryScale ?? (await fromItsList(context, value)).salaryScale,
  salaryMin: async (value, _args, context) => value.salaryMin ?? (await fromItsList(context, value)).salaryMin,
  salaryMax: async (value, _args, context) => value.salaryMax ?? (await fromItsList(context, value)).salaryMax,
  eqfMin: ({ eqf }) => eqf?.min ?? null,
  eqfMax: ({ eqf }) => eqf?.max ?? null,
  vacancyCount: (value, { filter }, context) => countWithValue(context, value, vacancyFilterOf(filter, context)),
};

export const Enumeration: EnumerationResolvers = {
  fetchedAt: ({ fetchedAt }) => (fetchedAt === null ? null : new Date(fetchedAt)),
};

export const enumerationQueries: Pick<QueryResolvers, 'enumerations' | 'enumerationValue'> = {
  enumerations: (_parent, { sources, kinds, names }, context) => listEnumerations(context, { sources: sourcesOf(sources), kinds: given(kinds), names: texts(names, ['names']) }),
  enumerationValue: (_parent, { id }, context) => {
    const { source, sourceId } = parseIdOf('enumeration', id, ['id']);
    return loadEnumerationValue(context, source, sourceId);
  },
};

/** A list of a source is part of a value's id: the same code may stand in two lists. */
function idOf({ source, list }: Value, code: string): string {
  return globalId(source, 'enumeration', `${list}/${code}`);
}

/** The value as its list has it: what stands on a vacancy knows neither parent nor children. Itself where the source has no lists. */
async function fromItsList(context: Context, value: Value): Promise<Value> {
  if (value.parentCode !== null || value.childCodes.length > 0) return value;
  if (context.sources.get(value.source)?.enumerationValue === undefined) return value;
  return (await loadEnumerationValue(context, value.source, `${value.list}/${value.code}`)) ?? value;
}

/** The labels in the source's languages, or that in one; of a source with one language only its own. */
async function translationsOf(context: Context, value: Value, locale: string | null): Promise<readonly LocalisedText[]> {
  const source = context.sources.get(value.source);
  if (source?.translations !== undefined) return source.translations(value, locale);
  return value.label === null ? [] : [{ locale: value.labelLocale, text: value.label }];
}

/** `nl` asks for any Dutch; `nl-BE` is also content with plain `nl`. */
function matches(offered: string, wanted: string): boolean {
  const [a, b] = [offered.toLowerCase(), wanted.toLowerCase()];
  return a === b || a.startsWith(`${b}-`) || b.startsWith(`${a}-`);
}
