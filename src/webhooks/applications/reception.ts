import type { IncomingMessage } from 'node:http';
import type { Happenings } from '../../context.ts';
import type { SourceName } from '../../domain/source-name.ts';
import type { Applications } from '../../store/applications.ts';
import type { ReceiveOptions } from '../../store/application-receipt.ts';
import type { ResumeFiles } from '../../store/resume-files.ts';
import { readBody, SenderLeft, statedLength, tooLarge } from './body.ts';
import { byteBudget, queuesByName } from './byte-budget.ts';
import { type Cv, parseDelivery } from './parse.ts';
import { type ProofRules, requireSigned, type Shown } from './proof.ts';
import { refusal } from './refused.ts';

/** Largest body, bytes: 20 MB in base64 with the fields beside it. */
const maxBodyBytes = 28 * 1024 * 1024;
/** Bodies up to this do not wait behind large ones; what all of them may take at once. Bytes. */
const smallBytes = 256 * 1024;
const smallBudgetBytes = 32 * 1024 * 1024;

/** How long a body of somebody may take to come who has yet to prove who it is, milliseconds, and milliseconds a mebibyte. */
const unprovenMs = 5000;
const unprovenMsPerMebibyte = 1000;

export interface ReceptionParts {
  readonly source: SourceName;
  readonly store: { readonly applications: Pick<Applications, 'receive'> };
  readonly resumeFiles: ResumeFiles;
  readonly happenings: Pick<Happenings, 'tell'>;
  /** Bytes of large bodies in memory at once, of senders that show a key and of the others each; how long one waits for its turn, and may take to come, milliseconds. */
  readonly bodyBytes: number;
  readonly turnMs: number;
  readonly bodyMs: number;
  readonly receiving: ReceiveOptions;
}

/** Who sends, as far as that is known before the body is read. */
export interface Sender extends Shown {
  /** A name of the network that it comes from. */
  readonly address: string;
  /** Whether such a proof held before. */
  readonly isGood: boolean;
}

/** It was not kept, and nothing is wrong with it: the sender is to try again. */
export class NotKept extends Error {
  override readonly name = 'NotKept';
}

export interface Reception {
  /**
   * Takes a delivery whose headers were judged: waits its turn, reads, checks and keeps it, durably before it returns.
   * @returns the application's number
   * @throws Refused, SenderLeft, or NotKept
   */
  take(request: IncomingMessage, sender: Sender, rules: ProofRules): Promise<number>;
}

export function openReception(parts: ReceptionParts): Reception {
  const turns = () => ({ large: byteBudget(parts.bodyBytes), small: byteBudget(smallBudgetBytes) });
  /** Apart, so that whoever makes up signatures, and sends nothing behind them, takes no turn of those who show a key. */
  const [keyed, unknown] = [turns(), turns()];
  /** One large body at a time of an address that has proved nothing yet: its others wait here, and not before everybody else. */
  const addresses = queuesByName(maxBodyBytes);

  async function turnOf(request: IncomingMessage, sender: Sender): Promise<() => void> {
    const bytes = statedLength(request) ?? maxBodyBytes;
    if (bytes > maxBodyBytes) throw tooLarge(maxBodyBytes);
    const left = new AbortController();
    const leave = (): void => left.abort(new SenderLeft('the sender left'));
    request.once('close', leave);
    const timer = setTimeout(() => left.abort(new NotKept('its turn did not come')), parts.turnMs);
    try {
      const size = bytes <= smallBytes ? 'small' : 'large';
      const ownTurn = isProved(sender) || size === 'small' ? null : await addresses.take(sender.address, maxBodyBytes, left.signal);
      try {
        const turn = await (sender.keyed ? keyed : unknown)[size].take(Math.max(bytes, 4096), left.signal);
        return () => {
          turn();
          ownTurn?.();
        };
      } catch (error) {
        ownTurn?.();
        throw error;
      }
    } finally {
      clearTimeout(timer);
      request.off('close', leave);
    }
  }

  return {
    async take(request, sender, rules) {
      const endTurn = await turnOf(request, sender);
      try {
        const { application, cv } = await read(request, sender, rules, bodyMsOf(request, sender, parts.bodyMs));
        return await keep(parts, { ...application, source: parts.source, account: sender.account }, cv);
      } finally {
        endTurn();
      }
    },
  };
}

function isProved({ signature, isGood }: Sender): boolean {
  return signature === null || isGood;
}

/** Who has proved nothing yet may take for a body as long as an ordinary line takes for it, and not as long as is configured for a slow one. */
function bodyMsOf(request: IncomingMessage, sender: Sender, withinMs: number): number {
  const mebibytes = (statedLength(request) ?? maxBodyBytes) / (1024 * 1024);
  return isProved(sender) ? withinMs : Math.min(withinMs, unprovenMs + mebibytes * unprovenMsPerMebibyte);
}

async function read(request: IncomingMessage, { signature }: Shown, { hmac }: ProofRules, withinMs: number): Promise<ReturnType<typeof parseDelivery>> {
  const body = await readBody(request, { maxBytes: maxBodyBytes, withinMs });
  if (signature !== null) {
    if (hmac === null) throw refusal(401, 'No signature can be checked here.');
    requireSigned(body, signature, hmac);
  }
  return parseDelivery(body);
}

type Said = Omit<Parameters<Applications['receive']>[0], 'resume'>;

/** The CV first, then the row that names it: what is acknowledged has both. */
async function keep({ store, resumeFiles, happenings, receiving }: ReceptionParts, said: Said, cv: Cv | null): Promise<number> {
  try {
    const resume = cv === null ? null : { sha256: await resumeFiles.keep(cv.bytes), byteLength: cv.bytes.length, fileName: cv.fileName, contentType: cv.contentType };
    const { id, owner, isNew } = await store.applications.receive({ ...said, resume }, receiving);
    // An equal CV of another application may have been removed since; from here on the row keeps it.
    if (cv !== null && resume !== null && !(await resumeFiles.has(resume.sha256))) await resumeFiles.keep(cv.bytes);
    if (isNew) void happenings.tell({ kind: 'applicationReceived', id, owner }).catch(() => undefined);
    return id;
  } catch (error) {
    throw new NotKept('it could not be kept', { cause: error });
  }
}
