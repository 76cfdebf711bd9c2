import type { HttpRequest, Wrap } from '../../http/call.ts';
import { StatusError } from '../../http/errors.ts';
import { isObject, object, optionalText } from '../../http/parse.ts';

/** The names in the tables of 5.4 and 5.5, by those that their examples send. */
const tableNames: Readonly<Record<string, string>> = { filter: 'remoteJobFilter', fieldSelection: 'remoteJobFieldSelection' };
const twiceNamed: ReadonlySet<string> = new Set(['getJobs.json', 'getJobCount.json']);

/**
 * Sends the arguments of getJobs and getJobCount under the names of the document's examples. Where CSO misses an argument it
 * is asked once more with the names of the tables, and what worked is remembered a function.
 */
export function argumentNames(): Wrap {
  const namedByTable = new Set<string>();
  return (next) => async (request) => {
    const { path } = request;
    if (!twiceNamed.has(path)) return next(request);
    const byTable = namedByTable.has(path);
    try {
      return await next(byTable ? withTableNames(request) : request);
    } catch (error) {
      if (!missesArgument(error)) throw error;
      try {
        const answer = await next(byTable ? request : withTableNames(request));
        if (byTable) namedByTable.delete(path);
        else namedByTable.add(path);
        return answer;
      } catch (other) {
        // Neither names please: the first refusal tells of the names that were believed in.
        throw missesArgument(other) ? error : other;
      }
    }
  };
}

function withTableNames(request: HttpRequest): HttpRequest {
  const body = object(JSON.parse(request.body ?? '{}'), '');
  return { ...request, body: JSON.stringify(Object.fromEntries(Object.entries(body).map(([name, value]) => [tableNames[name] ?? name, value]))) };
}

/** The document lists a missing argument among the causes of a 400; which cause it was, only the message tells. */
function missesArgument(error: unknown): boolean {
  if (!(error instanceof StatusError) || error.status !== 400 || !isObject(error.body)) return false;
  return /argument|parameter|missing|required|ontbre|verplicht/i.test(optionalText(error.body['message']) ?? '');
}
