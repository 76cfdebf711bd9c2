import { ApolloServerValidationErrorCode, unwrapResolverError } from '@apollo/server/errors';
import { type GraphQLFormattedError, GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { BadInput, type ErrorCode, Forbidden, KeyNeeded, SourceFailure } from '../../domain/errors.ts';
import { argumentFinder } from './argument-at.ts';
import { LimitRefusal } from '../limits/limit-refusal.ts';

/** Apollo's own codes for what is the caller's mistake. A hash that is not known is part of a protocol and keeps its code. */
const callersMistakes = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'OPERATION_RESOLUTION_FAILURE', 'BAD_USER_INPUT', 'BAD_REQUEST']);
/** Characters of a message that quotes the caller. */
const maxMessageLength = 400;
const protocolCodes = new Set(['PERSISTED_QUERY_NOT_FOUND', 'PERSISTED_QUERY_NOT_SUPPORTED']);

/** What a caller is told of an error: a code of the published list, and nothing of our insides. */
export function errorFormatter(log: Logger, { namesNames }: { readonly namesNames: boolean }): (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError {
  const argumentAt = argumentFinder();
  return (formatted, error) => {
    if (error instanceof LimitRefusal) return { message: error.message, extensions: { code: error.code, ...error.details } };
    const cause = unwrapResolverError(error);
    if (cause instanceof BadInput) return withCode(formatted, cause.code, cause.message, { argument: cause.argument.join('.') });
    if (cause instanceof Forbidden) return withCode(formatted, cause.code, cause.message, { missing: cause.missing });
    if (cause instanceof KeyNeeded) return withCode(formatted, cause.code, cause.message, {});
    if (cause instanceof SourceFailure) {
      const { source, upstreamStatus, retryAfterSeconds } = cause;
      return withCode(formatted, cause.code, cause.message, { source, ...(upstreamStatus !== null && { upstreamStatus }), ...(retryAfterSeconds !== null && { retryAfterSeconds }) });
    }
    const code = String(formatted.extensions?.['code']);
    if (protocolCodes.has(code)) return { message: formatted.message, extensions: { code } };
    if (cause instanceof GraphQLError && cause.extensions['validationErrorCode'] === ApolloServerValidationErrorCode.INTROSPECTION_DISABLED) {
      return withCode(formatted, 'BAD_USER_INPUT', 'The schema is not shown here: whoever runs this gateway has switched introspection off.', {});
    }
    if (callersMistakes.has(code) || isOfArgument(cause)) {
      const argument = error instanceof GraphQLError && code !== 'GRAPHQL_PARSE_FAILED' ? argumentAt(error) : null;
      const message = isTooDeep(formatted) ? 'The document is nested too deeply to be read.' : shortened(namesNames ? formatted.message : withoutNames(formatted.message));
      return withCode(formatted, 'BAD_USER_INPUT', argument === null ? message : `"${argument}": ${message}`, argument === null ? {} : { argument });
    }
    if (isLastOfVariables(formatted)) return withCode(formatted, 'BAD_USER_INPUT', 'The variables have more errors than these.', {});
    logUnexpected(log, cause, { path: formatted.path });
    return withCode(formatted, 'INTERNAL_SERVER_ERROR', 'The gateway failed at this; it has been logged.', {});
  };
}

/** Logs what nobody expected: what it is and which line of ours threw it. Not its message, which may quote data. */
export function logUnexpected(log: Logger, error: unknown, where: Readonly<Record<string, unknown>>): void {
  log.error({ error: error instanceof Error ? error.name : typeof error, at: whereOf(error), ...where }, 'unexpected error');
}

/** Who may not read the schema is not to learn its names from suggestions, which end a message. Without a pattern: the message quotes its caller, at any length. */
function withoutNames(message: string): string {
  const suggestions = message.lastIndexOf('Did you mean ');
  return suggestions < 0 || !message.endsWith('?') ? message : message.slice(0, suggestions).trimEnd();
}

/** GraphQL's own messages quote the value that is wrong, however long it is. */
function shortened(message: string): string {
  return message.length > maxMessageLength ? `${message.slice(0, maxMessageLength)}…` : message;
}

/** What graphql-js says, without a code, of what no validation sees: a null that a variable with a default may be, and an argument or a condition not. */
function isOfArgument(cause: unknown): boolean {
  return cause instanceof GraphQLError && /^Argument "\w+" (?:of (?:non-null|required) type |has invalid value )/.test(cause.message);
}

/** What graphql-js puts behind as many errors of variables as are told; it says of no variable which. */
function isLastOfVariables({ message }: GraphQLFormattedError): boolean {
  return message.startsWith('Too many errors processing variables');
}

/** The parser goes down into a document by recursion. */
function isTooDeep({ message }: GraphQLFormattedError): boolean {
  return message.includes('Maximum call stack size exceeded');
}

function withCode(formatted: GraphQLFormattedError, code: ErrorCode, message: string, extensions: Record<string, unknown>): GraphQLFormattedError {
  return {
    message,
    ...(formatted.locations !== undefined && { locations: formatted.locations }),
    ...(formatted.path !== undefined && { path: formatted.path }),
    extensions: { code, ...extensions },
  };
}

/** The place in our code that threw, without the trace and without the message, which may quote data. */
function whereOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  return /(?:src|node_modules|dist)\/[^\s)]+/.exec(error.stack ?? '')?.[0];
}
