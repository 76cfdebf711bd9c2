import type { SourceName } from './source-name.ts';

/** A person's application as a source delivered it. Personal data in every field. */
export interface Application {
  /** The gateway's own number of it, never used again. */
  readonly id: number;
  readonly source: SourceName;
  /** The client whose it is; null where that is nobody's in particular. */
  readonly owner: string | null;
  /** The client whose own account at the source it came through; null is the server's. */
  readonly account: string | null;
  readonly receivedAt: Date;
  readonly referenceNumber: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string | null;
  readonly city: string | null;
  readonly motivation: string | null;
  /** Where the visitor came from (utm-source) and by which campaign; empty where the board does not know. */
  readonly origin: string;
  readonly campaign: string;
  readonly resume: Resume | null;
  /** Fields beside those of the document, as they came. */
  readonly custom: Readonly<Record<string, unknown>>;
}

/** What is known of a CV whose bytes are kept apart. */
export interface Resume {
  /** Of its bytes, hex: its name where it is kept. */
  readonly sha256: string;
  readonly byteLength: number;
  /** As the sender named it: not to be trusted as a path or a header. */
  readonly fileName: string | null;
  /** By its first bytes; `application/octet-stream` where they say nothing. */
  readonly contentType: string;
}

/** A CV with the application that it is of. */
export interface ResumeOf extends Resume {
  readonly application: Pick<Application, 'id'>;
}

/** What may be asked of the list of applications. */
export interface ApplicationFilter {
  readonly referenceNumbers: readonly string[] | null;
  readonly receivedFrom: Date | null;
  readonly receivedTo: Date | null;
  /** Whatever its case. */
  readonly email: string | null;
}

/** An e-mail address as it is compared: people and forms write one address in several ways. */
export function emailKey(email: string): string {
  return email.trim().normalize('NFC').toLowerCase();
}

/** Whose applications somebody may see. */
export interface Audience {
  /** The client itself. */
  readonly client: string;
  /** Those of the server's account that are no client's. */
  readonly unowned: boolean;
  /** All of the server's account. */
  readonly serverAccount: boolean;
}
