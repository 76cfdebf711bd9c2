import type { Application, Resume } from '../domain/application.ts';
import { sourceNames } from '../domain/source-name.ts';
import { fromJson } from './json.ts';
import type { ApplicationRow } from './tables.ts';

/** @throws Error where the row names a source that is not known: it was written by a newer version */
export function applicationOf(row: ApplicationRow): Application {
  const source = sourceNames.find((name) => name === row.source);
  if (source === undefined) throw new Error(`an application holds the unknown source "${row.source}"`);
  const { id, owner, account, name, email, phone, city, motivation, origin, campaign } = row;
  return {
    id,
    source,
    owner,
    account,
    name,
    email,
    phone,
    city,
    motivation,
    origin,
    campaign,
    receivedAt: new Date(row.received_at),
    referenceNumber: row.reference_number,
    resume: resumeOf(row),
    custom: fromJson<Readonly<Record<string, unknown>>>(row.custom),
  };
}

function resumeOf({ resume_sha256: sha256, resume_bytes: byteLength, resume_name: fileName, resume_type: contentType }: ApplicationRow): Resume | null {
  return sha256 === null || byteLength === null || contentType === null ? null : { sha256, byteLength, fileName, contentType };
}
