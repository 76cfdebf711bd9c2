import { json, type Reply } from '../kit/exchange.ts';

/** One error as the document shapes it; `path` is the field's, with dots, or empty. */
export interface BoardError {
  readonly error: string;
  readonly label: string;
  readonly path: string;
}

/** A refusal with one error or several (document, section Foutmeldingen). */
export function refusal(status: number, errors: readonly BoardError[], headers: Readonly<Record<string, string>> = {}): Reply {
  return json(status, { errors }, headers);
}

/** A refusal that concerns no field. */
export function plainRefusal(status: number, error: string, headers: Readonly<Record<string, string>> = {}): Reply {
  return refusal(status, [{ error, label: '', path: '' }], headers);
}

export function badParameter(name: string, error: string): Reply {
  return refusal(400, [{ error, label: name, path: name }]);
}

/** The document knows no 405: what is not served does not exist. */
export function noSuchEndpoint(): Reply {
  return plainRefusal(404, 'Dit endpoint bestaat niet.');
}
