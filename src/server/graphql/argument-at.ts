import { type ASTNode, type DocumentNode, type GraphQLError, parse, type Source, visit } from 'graphql';

/**
 * Finds the argument that an error of validation stands in, as `filter.near.km`; null where it stands in none. Validation says where in the
 * text a value is wrong, or in which variable, not which argument it belongs to. Errors of one document share its text: it is read once for
 * all of them.
 */
export function argumentFinder(): (error: GraphQLError) => string | null {
  const known = new WeakMap<Source, DocumentNode | 'unreadable'>();
  return ({ source, positions, message, originalError }) => {
    const position = positions?.[0];
    if (source === undefined || position === undefined) return null;
    const document = known.get(source) ?? read(source.body);
    known.set(source, document);
    return document === 'unreadable' ? null : argumentAt(document, position, { message, reason: originalError?.message ?? '' });
  };
}

/** What an error says, and the part of it that says what is wrong with a value. */
interface Told {
  readonly message: string;
  readonly reason: string;
}

function argumentAt(document: DocumentNode, position: number, told: Told): string | null {
  const [, variable] = /^Variable "\$(\w+)"/.exec(told.message) ?? [];
  const argument = variable === undefined ? argumentOf(document, (node) => holds(node, position)) : argumentOf(document, (node) => uses(node, variable));
  // An index stands in brackets there: `.filter.ids[0]`.
  return argument === null ? (variable ?? null) : `${argument}${variable === undefined ? '' : pathBelow(variable, told).replaceAll(/\[(\d+)\]/g, '.$1')}`;
}

/** What ` at "variable.path"` says behind the value and before the reason. Both quote the caller, at any length, who may write the same. */
function pathBelow(variable: string, { message, reason }: Told): string {
  const [lead, end] = [` at "${variable}`, `"; ${reason}`];
  const at = message.lastIndexOf(lead, message.length - end.length);
  return at < 0 || !message.endsWith(end) ? '' : message.slice(at + lead.length, -end.length);
}

function read(text: string): DocumentNode | 'unreadable' {
  try {
    return parse(text);
  } catch {
    return 'unreadable';
  }
}

/** The names of the argument and of the input fields in it that lead to what is looked for; of several places the first. */
function argumentOf(document: DocumentNode, isWithin: (node: ASTNode) => boolean): string | null {
  const path: string[] = [];
  const enter = (node: ASTNode & { readonly name: { readonly value: string } }) => (isWithin(node) ? void path.push(node.name.value) : false);
  let found: string | null = null;
  const leave = () => {
    found ??= path.join('.');
    path.pop();
  };
  visit(document, { Argument: { enter, leave }, ObjectField: { enter, leave } });
  return found;
}

function holds({ loc }: ASTNode, position: number): boolean {
  return loc !== undefined && loc.start <= position && position < loc.end;
}

function uses(node: ASTNode, variable: string): boolean {
  let found = false;
  visit(node, { Variable: ({ name }) => void (found ||= name.value === variable) });
  return found;
}
