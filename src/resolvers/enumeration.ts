import { globalId, parseIdOf } from '../domain/ids.ts';
import { asListed, childrenOf, labelIn, listEnumerations, parentOf, translationsOf } from '../federate/enumerations.ts';
import { countWithValue } from '../federate/facets.ts';
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
  // A list of a source is part of a value's id: the same code may stand in two lists.
  id: ({ source, list, code }) => globalId(source, 'enumeration', `${list}/${code}`),
  label: (value, { locale }, context) => labelIn(context, value, given(locale)),
  translations: (value, _args, context) => translationsOf(context, value),
  parent: (value, _args, context) => parentOf(context, value),
  children: (value, _args, context) => childrenOf(context, value),
  numericId: async (value, _args, context) => value.numericId ?? (await asListed(context, value)).numericId,
  displayOrder: async (value, _args, context) => value.displayOrder ?? (await asListed(context, value)).displayOrder,
  salaryScale: async (value, _args, context) => value.salaryScale ?? (await asListed(context, value)).salaryScale,
  salaryMin: async (value, _args, context) => value.salaryMin ?? (await asListed(context, value)).salaryMin,
  salaryMax: async (value, _args, context) => value.salaryMax ?? (await asListed(context, value)).salaryMax,
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
