import { type ASTNode, type GraphQLError, parse, visit } from 'graphql';

/**
 * The argument that an error of validation stands in, as `filter.near.km`; null where it stands in none. Validation says
 * where in the text a value is wrong, not which argument it belongs to.
 */
export function argumentAt({ source, positions, message }: GraphQLError): string | null {
  const variable = /^Variable "\$(\w+)" got invalid value .*? at "\1\.([\w.[\]]+)"/s.exec(message) ?? /^Variable "\$(\w+)"/.exec(message);
  if (variable?.[1] !== undefined) return [variable[1], variable[2]].filter((part) => part !== undefined).join('.');
  const position = positions?.[0];
  if (source === undefined || position === undefined) return null;
  const path: string[] = [];
  const holds = ({ loc }: ASTNode) => loc !== undefined && loc.start <= position && position < loc.end;
  try {
    visit(parse(source.body, { maxTokens: 20_000 }), {
      Argument: (node) => (holds(node) ? void path.push(node.name.value) : false),
      ObjectField: (node) => (holds(node) ? void path.push(node.name.value) : false),
    });
  } catch {
    return null;
  }
  return path.length === 0 ? null : path.join('.');
}
