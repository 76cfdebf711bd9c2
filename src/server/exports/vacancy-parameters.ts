import { addResolversToSchema } from '@graphql-tools/schema';
import { buildASTSchema, coerceInputValue, getNamedType, type GraphQLInputObjectType, type GraphQLInputType, type GraphQLSchema, isInputObjectType, isInputType, isListType, isNonNullType, Kind } from 'graphql';
import type { Context } from '../../context.ts';
import { instantOfAmsterdamWall } from '../../domain/amsterdam.ts';
import { addDays } from '../../domain/days.ts';
import { BadInput } from '../../domain/errors.ts';
import { isRecord } from '../../domain/is-record.ts';
import { dayOf } from '../../exports/period.ts';
import type { VacancyQuery } from '../../federate/vacancies.ts';
import type { SourceName } from '../../domain/source-name.ts';
import type { VacancyFilter as VacancyFilterInput } from '../../generated/resolvers.ts';
import { sourcesOf, unsupportedPolicyOf, vacancyFilterOf } from '../../resolvers/input/vacancy-filter.ts';
import { scalars } from '../../resolvers/scalars.ts';
import { readSchema } from '../../schema.ts';
import type { ExportQuery } from './query.ts';

/** Longest `filter`, characters. */
const maxFilter = 20_000;

type Stated = Readonly<Record<string, unknown>>;
/** Reads what an address says of vacancies. */
export type VacancyParameters = (query: ExportQuery, context: Pick<Context, 'sources' | 'lasting'>) => VacancyQuery;

/**
 * The filter of the graph in an address: `filter` is a `VacancyFilter` as JSON, and each of its criteria that is no object is a parameter of
 * its own; lists are stated again and again or with commas. `from` and `to` are days of publication. Everything is read by the types
 * of the schema, and judged as an operation's arguments are.
 */
export function vacancyParameters(): VacancyParameters {
  const types = inputTypes();
  const filterType = inputObject(types, 'VacancyFilter');
  const sourceType = types.getType('Source');
  return (query, context) => {
    const json = jsonFilter(query.one('filter', maxFilter));
    const plain = { ...plainCriteria(filterType, query), ...publishedWithin(query) };
    for (const name of Object.keys(plain)) if (json !== null && Object.hasOwn(json, name)) throw new BadInput([name], 'is stated in "filter" too');
    const path = json === null ? [] : ['filter'];
    const filter = coerced<VacancyFilterInput>({ ...json, ...plain }, filterType, path);
    const named = query.all('sources')?.flatMap((value) => value.split(',')) ?? null;
    const sources = named === null || !isInputType(sourceType) ? null : named.map((name, index) => coerced<SourceName>(name, sourceType, ['sources', String(index)]));
    return { filter: vacancyFilterOf(filter, context, path), policy: unsupportedPolicyOf(filter), sources: sourcesOf(sources) };
  };
}

/** The schema's inputs alone, with what reads its scalars. */
function inputTypes(): GraphQLSchema {
  const inputs = new Set<string>([Kind.INPUT_OBJECT_TYPE_DEFINITION, Kind.ENUM_TYPE_DEFINITION, Kind.SCALAR_TYPE_DEFINITION]);
  const document = readSchema();
  const schema = buildASTSchema({ ...document, definitions: document.definitions.filter(({ kind }) => inputs.has(kind)) }, { assumeValid: true, assumeValidSDL: true });
  return addResolversToSchema({ schema, resolvers: scalars, resolverValidationOptions: { requireResolversToMatchSchema: 'ignore' } });
}

function inputObject(schema: GraphQLSchema, name: string): GraphQLInputObjectType {
  const type = schema.getType(name);
  if (!isInputObjectType(type)) throw new TypeError(`the schema has no input ${name}`);
  return type;
}

function jsonFilter(text: string | null): Stated | null {
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    if (isRecord(value)) return { ...value };
  } catch {
    // Said below.
  }
  throw new BadInput(['filter'], 'is to be a VacancyFilter as a JSON object');
}

/** The criteria that are stated by their own names. */
function plainCriteria(type: GraphQLInputObjectType, query: ExportQuery): Stated {
  const stated: Record<string, unknown> = {};
  for (const { name, type: of } of Object.values(type.getFields())) {
    if (isInputObjectType(getNamedType(of))) continue;
    const value = isListType(of) ? query.all(name)?.flatMap((text) => entriesOf(text, of.ofType)) : query.one(name);
    if (value !== null && value !== undefined) stated[name] = typeof value === 'string' ? valueOf(value, of) : value;
  }
  return stated;
}

/** An id may hold commas, codes do not. */
function entriesOf(text: string, type: GraphQLInputType): readonly unknown[] {
  return (getNamedType(type).name === 'ID' ? [text] : text.split(',')).map((entry) => valueOf(entry, type));
}

/** A number where one is wanted; what is none is left for the type to refuse. */
function valueOf(text: string, type: GraphQLInputType): unknown {
  const { name } = getNamedType(isNonNullType(type) ? type.ofType : type);
  return (name === 'Int' || name === 'Float') && /^-?\d{1,15}(?:\.\d{1,15})?$/.test(text) ? Number(text) : text;
}

/** Whole days in Amsterdam. */
function publishedWithin(query: ExportQuery): Stated {
  const [from, to] = [query.one('from'), query.one('to')];
  if (from !== null && query.one('publishedFrom') !== null) throw new BadInput(['from'], 'says what "publishedFrom" says: state one');
  if (to !== null && query.one('publishedTo') !== null) throw new BadInput(['to'], 'says what "publishedTo" says: state one');
  return {
    ...(from !== null && { publishedFrom: instantOf(dayOf(from, 'from'), 0) }),
    ...(to !== null && { publishedTo: instantOf(addDays(dayOf(to, 'to'), 1), -1) }),
  };
}

function instantOf(day: string, offsetMs: number): string {
  return new Date(instantOfAmsterdamWall(Date.parse(`${day}T00:00:00Z`)) + offsetMs).toISOString();
}

/** @throws BadInput naming the place that is wrong */
function coerced<T>(value: unknown, type: GraphQLInputType, path: readonly string[]): T {
  return coerceInputValue(value, type, (at, _value, error) => {
    const place = [...path, ...at.map(String)];
    throw new BadInput(place.length === 0 ? ['filter'] : place, `is wrong: ${error.message.slice(0, 300)}`);
  }) as T;
}
