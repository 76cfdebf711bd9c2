import { GraphQLScalarType, Kind } from 'graphql';
import { GraphQLDateTimeISO, GraphQLJSON, GraphQLLocalDate, GraphQLLocale } from 'graphql-scalars';

/** An absolute URL, passed on as it is written. */
const url = new GraphQLScalarType<string, string>({
  name: 'URL',
  serialize: String,
  parseValue: parseUrl,
  parseLiteral: (node) => parseUrl(node.kind === Kind.STRING ? node.value : undefined),
});

function parseUrl(value: unknown): string {
  if (typeof value !== 'string' || !URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol)) throw new TypeError('an absolute http or https URL is needed');
  return value;
}

/** An instant, under the schema's name: variables are declared by it. */
const dateTime = new GraphQLScalarType({ ...GraphQLDateTimeISO.toConfig(), name: 'DateTime' });

/** A calendar date. It was checked where it was read, so it is not checked again in each row that is written. */
const date = new GraphQLScalarType({ ...GraphQLLocalDate.toConfig(), name: 'Date', serialize: String });

/** The schema's scalars: instants are Dates inside, everything else is as it is written. */
export const scalars = {
  DateTime: dateTime,
  Date: date,
  JSON: GraphQLJSON,
  Locale: GraphQLLocale,
  URL: url,
};
