import type { Application } from '../domain/application.ts';
import { globalId } from '../domain/ids.ts';

/** What a partner is told of an application, in the form that the Standard Webhooks specification suggests: what happened, when, and to what. */
export interface ApplicationPayload {
  readonly type: 'application.received';
  /** When it was received, ISO 8601. */
  readonly timestamp: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/**
 * The payload of an application. A CV is a link, not bytes: it may be 20 MB, many receivers bound what they take, and whoever fetches it
 * shows that they still may.
 *
 * @param resumeUrl where its CV is downloaded with `applications:read`, null where the world does not reach this server
 */
export function applicationPayload(application: Application, resumeUrl: string | null): ApplicationPayload {
  const { id, source, receivedAt, referenceNumber, name, email, phone, city, motivation, origin, campaign, custom, resume } = application;
  return {
    type: 'application.received',
    timestamp: receivedAt.toISOString(),
    data: {
      id: globalId(source, 'application', String(id)),
      source,
      receivedAt: receivedAt.toISOString(),
      referenceNumber,
      name,
      email,
      phone,
      city,
      motivation,
      origin,
      campaign,
      custom,
      resume: resume === null ? null : { fileName: resume.fileName, byteLength: resume.byteLength, sha256: resume.sha256, contentType: resume.contentType, url: resumeUrl },
    },
  };
}
