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

/** Under the schema's name: variables are declared by it. */
function named<Internal, External>(name: string, scalar: GraphQLScalarType<Internal, External>): GraphQLScalarType<Internal, External> {
  return new GraphQLScalarType({ ...scalar.toConfig(), name });
}

/** The schema's scalars: instants are Dates inside, everything else is as it is written. */
export const scalars = {
  DateTime: named('DateTime', GraphQLDateTimeISO),
  Date: named('Date', GraphQLLocalDate),
  JSON: GraphQLJSON,
  Locale: GraphQLLocale,
  URL: url,
};
