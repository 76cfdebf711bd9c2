import type { StatusError } from '../../http/errors.ts';
import { isObject, optionalText } from '../../http/parse.ts';

const maxLength = 500;

/** What a site says of a call that it refuses, null where it says nothing; the form of its errors is published nowhere. */
export function ownWords({ body }: StatusError): string | null {
  if (!isObject(body)) return null;
  const message = optionalText(body['message']) ?? optionalText(body['Message']) ?? optionalText(body['error_description']);
  return message?.replaceAll(/\s+/g, ' ').slice(0, maxLength) ?? null;
}
