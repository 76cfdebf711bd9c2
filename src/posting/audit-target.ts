import { createHash } from 'node:crypto';

/** The form of codes, reference numbers and global ids; what callers write freely, and an e-mail address, is of another. */
const form = /^[A-Za-z0-9._:/-]{1,128}$/;

/** What a mutation was about, as it may stand in the log: as it is where it looks like a code, its SHA-256 else. */
export function auditTarget(text: string): string {
  return form.test(text) ? text : `sha256:${createHash('sha256').update(text).digest('hex')}`;
}
