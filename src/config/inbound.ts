import { getHashes } from 'node:crypto';
import { z } from 'zod';
import { group } from './group.ts';
import { count, wholeNumber } from './values.ts';

/** How applications come in. */
export interface InboundConfig {
  /** Keys of the server's account: one, or two while one is being replaced. */
  readonly keys: readonly string[];
  /** Null where no secret is agreed. */
  readonly hmac: HmacConfig | null;
  /** Whether a delivery has to show a key and a signature; else either will do. */
  readonly needsBoth: boolean;
  /** How long a sender may take for a body, and how long it waits for its turn, milliseconds. */
  readonly bodyMs: number;
  readonly turnMs: number;
  /** Bytes of large bodies that are in memory at once. */
  readonly bodyBytes: number;
  /** For how long the same delivery counts as one, milliseconds. */
  readonly sameWithinMs: number;
  /** Where CVs are kept; null is beside the store's own files. */
  readonly resumeDir: string | null;
  /** How long applications are kept; null is until they are erased. */
  readonly retentionDays: number | null;
}

export interface HmacConfig {
  readonly secrets: readonly string[];
  /** In lower case. */
  readonly header: string;
  readonly algorithm: string;
  readonly encoding: 'hex' | 'base64';
}

const shortestSecret = 16;

/** One secret or two with a space between them. */
const secrets = z
  .string()
  .transform((text) => text.split(/\s+/).filter((secret) => secret !== ''))
  .refine((found) => found.length <= 2, 'holds more than two secrets: the present one, and the next or the last')
  .refine((found) => found.every(({ length }) => length >= shortestSecret), `has to be at least ${shortestSecret} characters, such as those of: openssl rand -hex 32`);

const algorithms = new Set(getHashes().map((name) => name.toLowerCase()).filter((name) => /^sha(?:1|256|384|512)$/.test(name)));

/** A proof that is asked for and that nobody could give. */
export function inboundProblems(env: { readonly ICTERGEZOCHT_WEBHOOK_PROOF: string; readonly ICTERGEZOCHT_WEBHOOK_HMAC_SECRET: readonly string[] }): readonly string[] {
  if (env.ICTERGEZOCHT_WEBHOOK_PROOF !== 'both' || env.ICTERGEZOCHT_WEBHOOK_HMAC_SECRET.length > 0) return [];
  return ['ICTERGEZOCHT_WEBHOOK_PROOF: both is a key and a signature, and ICTERGEZOCHT_WEBHOOK_HMAC_SECRET is not set'];
}

export const inboundGroup = group({
  shape: {
    ICTERGEZOCHT_WEBHOOK_KEY: secrets.default([]),
    ICTERGEZOCHT_WEBHOOK_HMAC_SECRET: secrets.default([]),
    ICTERGEZOCHT_WEBHOOK_HMAC_HEADER: z.string().regex(/^[A-Za-z0-9-]{1,64}$/, 'is no name of a header').default('X-Signature'),
    ICTERGEZOCHT_WEBHOOK_HMAC_ALGORITHM: z.string().transform((name) => name.toLowerCase().replace('-', '')).refine((name) => algorithms.has(name), `is one of ${[...algorithms].join(', ')}`).default('sha256'),
    ICTERGEZOCHT_WEBHOOK_HMAC_ENCODING: z.enum(['hex', 'base64']).default('hex'),
    ICTERGEZOCHT_WEBHOOK_PROOF: z.enum(['either', 'both']).default('either'),
    APPLICATION_BODY_SECONDS: count(60, 3600),
    APPLICATION_TURN_SECONDS: count(120, 3600),
    APPLICATION_MEMORY_MB: wholeNumber(32, 65_536).default(48),
    APPLICATION_SAME_HOURS: count(24, 24 * 365),
    APPLICATION_RETENTION_DAYS: wholeNumber(0, 36_500).default(180),
    RESUME_DIR: z.string().optional(),
  },
  configOf: (env): InboundConfig => ({
    keys: env.ICTERGEZOCHT_WEBHOOK_KEY,
    hmac:
      env.ICTERGEZOCHT_WEBHOOK_HMAC_SECRET.length === 0
        ? null
        : {
            secrets: env.ICTERGEZOCHT_WEBHOOK_HMAC_SECRET,
            header: env.ICTERGEZOCHT_WEBHOOK_HMAC_HEADER.toLowerCase(),
            algorithm: env.ICTERGEZOCHT_WEBHOOK_HMAC_ALGORITHM,
            encoding: env.ICTERGEZOCHT_WEBHOOK_HMAC_ENCODING,
          },
    needsBoth: env.ICTERGEZOCHT_WEBHOOK_PROOF === 'both',
    bodyMs: env.APPLICATION_BODY_SECONDS * 1000,
    turnMs: env.APPLICATION_TURN_SECONDS * 1000,
    bodyBytes: env.APPLICATION_MEMORY_MB * 1024 * 1024,
    sameWithinMs: env.APPLICATION_SAME_HOURS * 60 * 60 * 1000,
    resumeDir: env.RESUME_DIR ?? null,
    retentionDays: env.APPLICATION_RETENTION_DAYS === 0 ? null : env.APPLICATION_RETENTION_DAYS,
  }),
});
