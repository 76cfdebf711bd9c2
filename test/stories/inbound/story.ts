import { sampleApplication, sendApplication, type BoardApplication, type WebhookProof } from '../../../sandbox/ictergezocht/applications.ts';
import type { TestGateway } from '../../support/gateway.ts';

/** What the sandbox's board shows. */
export const boardKey = 'sandbox-webhook-key';
export const boardSecret = 'sandbox-webhook-secret';

export interface Problem {
  readonly error: string;
  readonly label: string;
  readonly path: string;
}

export interface Taken {
  readonly status: number;
  /** Null where it was not taken. */
  readonly id: number | null;
  readonly errors: readonly Problem[];
}

export function webhookOf({ url }: Pick<TestGateway, 'url'>): string {
  return `${url}/webhooks/ictergezocht/applications`;
}

/** Sends an application as the board does. */
export async function send(gateway: Pick<TestGateway, 'url'>, application: BoardApplication, proof: WebhookProof = { bearer: boardKey }): Promise<Taken> {
  const { status, body } = await sendApplication(webhookOf(gateway), application, proof);
  return takenOf(status, body);
}

/** Posts any body with any headers. */
export async function post(gateway: Pick<TestGateway, 'url'>, body: BodyInit | null, headers: Readonly<Record<string, string>> = {}): Promise<Taken> {
  const response = await fetch(webhookOf(gateway), {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${boardKey}`, ...headers },
    body,
    ...(body instanceof ReadableStream && { duplex: 'half' }),
  });
  return takenOf(response.status, await response.text());
}

function takenOf(status: number, body: string): Taken {
  const { id = null, errors = [] } = JSON.parse(body) as { id?: number; errors?: readonly Problem[] };
  return { status, id, errors };
}

export { sampleApplication };

const fields = 'id source receivedAt referenceNumber name email phone city motivation origin campaign custom resume { fileName byteLength sha256 url }';

export interface ShownApplication {
  readonly id: string;
  readonly source: string;
  readonly receivedAt: string;
  readonly referenceNumber: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string | null;
  readonly city: string | null;
  readonly motivation: string | null;
  readonly origin: string;
  readonly campaign: string;
  readonly custom: Readonly<Record<string, unknown>>;
  readonly resume: { readonly fileName: string | null; readonly byteLength: number; readonly sha256: string; readonly url: string } | null;
}

export interface ShownPage {
  readonly totalCount: number;
  readonly nodes: readonly ShownApplication[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** A page of applications as the graph shows it to a caller. */
export async function listed(gateway: Pick<TestGateway, 'query'>, variables: Readonly<Record<string, unknown>> = {}, headers: Readonly<Record<string, string>> = {}): Promise<ShownPage> {
  const document = `query ($filter: ApplicationFilter, $first: Int, $after: String) { applications(filter: $filter, first: $first, after: $after) { totalCount nodes { ${fields} } pageInfo { hasNextPage endCursor } } }`;
  const { data, errors } = await gateway.query<{ applications: ShownPage }>(document, variables, { headers });
  if (data?.applications === undefined || data.applications === null) throw new Error(`the graph answered ${JSON.stringify(errors)}`);
  return data.applications;
}

/** Every application that a caller sees. */
export async function allListed(gateway: Pick<TestGateway, 'query'>): Promise<readonly ShownApplication[]> {
  const rows: ShownApplication[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const page: ShownPage = await listed(gateway, { first: 100, after });
    rows.push(...page.nodes);
    after = page.pageInfo.endCursor;
    more = page.pageInfo.hasNextPage;
  }
  return rows;
}

export function bearer(key: string): Readonly<Record<string, string>> {
  return { authorization: `Bearer ${key}` };
}
