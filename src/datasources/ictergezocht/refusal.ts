import { type BoardError, userErrorsOfBoard } from '../../domain/posting/ictergezocht/board-errors.ts';
import type { SendOutcome } from '../../domain/posting/outcome.ts';
import type { UserErrorCode } from '../../domain/posting/user-error.ts';
import type { SourceFailure } from '../../domain/errors.ts';
import { StatusError } from '../../http/errors.ts';
import { isObject, objects, optionalText } from '../../http/parse.ts';
import { sourceFailure } from '../shared/failure.ts';

type Refused = Extract<SendOutcome, { kind: 'refused' }>;

/** Bounds of what is passed on. */
const maxErrors = 100;
const maxTextLength = 500;

interface Meaning {
  readonly code: UserErrorCode;
  /** Said where the board gives no reason. */
  readonly message: string;
  readonly field: string;
}

/** What is wrong with a vacancy by the status; 402 and 409 are known from sister boards of the same vendor, 422 from no document. */
const meanings: ReadonlyMap<number, Meaning> = new Map([
  [400, { code: 'CHANNEL_REFUSED', message: 'ICTerGezocht refused the vacancy and does not say why.', field: '' }],
  [422, { code: 'CHANNEL_REFUSED', message: 'ICTerGezocht refused the vacancy and does not say why.', field: '' }],
  [402, { code: 'INSUFFICIENT_CREDITS', message: 'The account at ICTerGezocht has no credits left: buy some and post again.', field: '' }],
  [404, { code: 'NOT_FOUND', message: 'ICTerGezocht has no vacancy with this id.', field: '' }],
  [409, { code: 'DUPLICATE', message: 'The account at ICTerGezocht has a vacancy with this reference number: change that one, or use another number.', field: 'referenceNumber' }],
]);

/** The board's no to a vacancy, error by error (ICTerGezocht document, Foutmeldingen); null where it is about the key or the call. */
export function refusalOf(error: StatusError): Refused | null {
  const meaning = meanings.get(error.status);
  return meaning === undefined || !isBoards(error) ? null : { kind: 'refused', userErrors: userErrorsOfBoard(errorsOf(error.body, meaning), meaning.code), upstreamStatus: error.status };
}

/** There is no vacancy with such an id: the board need not be asked, and the id must not become a path. */
export function noSuchVacancy(): Refused {
  const { code, message } = { code: 'NOT_FOUND' as const, message: 'This is no id of an ICTerGezocht vacancy: they are whole numbers.' };
  return { kind: 'refused', userErrors: [{ code, severity: 'ERROR', message, path: [], label: null, upstreamCode: null }], upstreamStatus: null };
}

/** The board answers in JSON, or not at all; what stands before it may answer with the same status and a page. */
export function isBoards(error: StatusError): boolean {
  return !/html/i.test(error.headers['content-type'] ?? '');
}

/** A failure of the board; of keys it is said which one, as an operator has to mend it. */
export function boardFailure(error: unknown): SourceFailure {
  return sourceFailure('ICTERGEZOCHT', error, error instanceof StatusError ? keyTrouble.get(error.status) : undefined);
}

const keyTrouble: ReadonlyMap<number, string> = new Map([
  [401, 'ICTerGezocht refused the API key or the partner key.'],
  [403, 'The API key has no access to this endpoint of ICTerGezocht.'],
]);

function errorsOf(body: unknown, { message, field }: Meaning): readonly BoardError[] {
  const listed = isObject(body) ? objects(body['errors']) : [];
  const errors = listed.slice(0, maxErrors).flatMap((entry): BoardError[] => {
    const error = bounded(entry['error']);
    return error === null ? [] : [{ error, label: bounded(entry['label']), path: bounded(entry['path']) ?? field }];
  });
  return errors.length > 0 ? errors : [{ error: message, label: null, path: field }];
}

function bounded(value: unknown): string | null {
  return optionalText(value)?.slice(0, maxTextLength) ?? null;
}
