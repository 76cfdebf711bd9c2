import { createHmac } from 'node:crypto';
import { deliver, type Delivered } from '../kit/callback.ts';

/** An application as the board sends it to a webhook (document, section Sollicitaties); custom fields are keys beside these. */
export interface BoardApplication {
  readonly referenceNumber: string;
  readonly name: string;
  readonly email: string;
  readonly phone?: string;
  readonly city?: string;
  readonly motivation?: string;
  readonly source: string;
  readonly campaign: string;
  /** Base64. */
  readonly cv?: string;
  readonly filename?: string;
  readonly [customField: string]: unknown;
}

/** How a call proves that it comes from the board: a key, a signature over the raw body, both, or nothing at all. */
export interface WebhookProof {
  readonly bearer?: string;
  readonly hmac?: {
    readonly secret: string;
    /** No recipe is published: the defaults are SHA-256, hex, in `X-Signature`. */
    readonly algorithm?: string;
    readonly encoding?: 'hex' | 'base64';
    readonly header?: string;
  };
}

/** Sends an application to a webhook on loopback. @throws RangeError where the URL leads elsewhere. */
export async function sendApplication(webhookUrl: string, application: BoardApplication, proof: WebhookProof): Promise<Delivered> {
  const body = JSON.stringify(application);
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  if (proof.bearer !== undefined) headers['authorization'] = `Bearer ${proof.bearer}`;
  if (proof.hmac !== undefined) {
    const { secret, algorithm = 'sha256', encoding = 'hex', header = 'X-Signature' } = proof.hmac;
    headers[header.toLowerCase()] = createHmac(algorithm, secret).update(body, 'utf8').digest(encoding);
  }
  return await deliver(new URL(webhookUrl), headers, body);
}

/** A complete application to a vacancy, with a small resume; `changes` replace fields or add custom ones. */
export function sampleApplication(referenceNumber: string, changes: Readonly<Record<string, unknown>> = {}): BoardApplication {
  return {
    referenceNumber,
    name: 'Zoë van ’t Hof',
    email: 'zoe.vanthof@example.org',
    phone: '+31 6 0000 1234',
    city: 'Utrecht',
    motivation: 'Ik wil graag meebouwen.\nMet vriendelijke groet 👩‍💻',
    source: 'ICTerGezocht.nl',
    campaign: 'Standaard',
    cv: Buffer.from('%PDF-1.4\n% Zoë van ’t Hof\n%%EOF\n', 'utf8').toString('base64'),
    filename: 'cv Zoë.pdf',
    ...changes,
  };
}
