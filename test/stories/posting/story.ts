import type { Sandbox } from '../../../sandbox/index.ts';
import type { StoreEngine } from '../../store/engines.ts';
import { startGateway, type TestGateway } from '../../support/gateway.ts';

/** A gateway on a store of its own. */
export interface PostingStory extends AsyncDisposable {
  readonly gateway: TestGateway;
  readonly sandbox: Sandbox;
  /** Moves the gateway's clock on, milliseconds. */
  later(ms: number): unknown;
}

export async function startStory({ place }: StoreEngine, environment: Readonly<Record<string, string>> = {}, clients?: 'demo'): Promise<PostingStory> {
  const where = await place();
  let offsetMs = 0;
  const gateway = await startGateway({ clients, environment: { ...storeEnvironment(where), ...environment }, now: () => Date.now() + offsetMs });
  return {
    gateway,
    sandbox: gateway.sandbox,
    later: (ms) => (offsetMs += ms),
    async [Symbol.asyncDispose]() {
      await gateway.close();
      await where.remove();
    },
  };
}

export function storeEnvironment({ databaseUrl, dataDir }: { readonly databaseUrl: string | null; readonly dataDir: string }): Record<string, string> {
  return { DATA_DIR: dataDir, ...(databaseUrl !== null && { DATABASE_URL: databaseUrl }) };
}

const dayMs = 24 * 60 * 60 * 1000;
const inDays = (days: number) => new Date(Date.now() + days * dayMs);

/** An input that satisfies every rule of both channels. */
export function publishInput(referenceNumber: string, change: Readonly<Record<string, unknown>> = {}) {
  return {
    referenceNumber,
    title: 'Beheerder netwerken',
    description: '<p>Je beheert de netwerken van een waterschap.</p>',
    requirements: '<p>Een afgeronde hbo-opleiding.</p>',
    city: 'Utrecht',
    postcode: '3511AA',
    hoursMax: 36,
    salaryText: 'in overleg',
    contactName: 'Noor de Wit',
    contactEmail: 'noor.dewit@example.org',
    cso: {
      organisationCode: '01130',
      applicationTypes: ['electronic'],
      onlineApplicationTypes: ['EST.02'],
      educationLevels: ['CWD.08'],
      jobCategories: ['CFT.14'],
      jobBranches: ['CVG.12'],
      regions: ['BRG.0214'],
      contractType: 'CSD.02',
      visible: true,
      publicationSets: [{ publications: [{ status: 'PUB.06', startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() }] }],
    },
    ictergezocht: { company: { name: 'Waterschap Ree' } },
    ...change,
  };
}
const startsAt = inDays(-1);
const endsAt = inDays(30);

export interface Channel {
  readonly channel: 'CSO' | 'ICTERGEZOCHT';
  readonly status: string;
  readonly vacancyId: string | null;
  readonly url: string | null;
  readonly replayed: boolean;
  readonly userErrors: readonly { readonly code: string; readonly severity: string; readonly path: readonly string[]; readonly message: string }[];
  readonly error: { readonly code: string; readonly upstreamStatus: number | null; readonly retryAfterSeconds: number | null } | null;
}
export interface Payload {
  readonly posting: { readonly id: string; readonly referenceNumber: string; readonly channels: readonly Channel[] } | null;
  readonly channels: readonly Channel[];
}

export const channelFields = 'channel status vacancyId url replayed userErrors { code severity path message } error { code upstreamStatus retryAfterSeconds }';
const payloadFields = `posting { id referenceNumber channels { ${channelFields} } } channels { ${channelFields} }`;

export const publishDocument = `mutation ($input: PublishVacancyInput!, $channels: [PostingChannel!]!, $key: String!) {
  result: publishVacancy(input: $input, channels: $channels, idempotencyKey: $key) { ${payloadFields} }
}`;
const withdrawDocument = `mutation ($reference: String!, $channels: [PostingChannel!]!) {
  result: withdrawVacancy(referenceNumber: $reference, channels: $channels) { ${payloadFields} }
}`;
const resolveDocument = `mutation ($id: ID!, $channel: PostingChannel!, $published: Boolean!, $vacancyId: ID) {
  result: resolvePosting(id: $id, channel: $channel, published: $published, vacancyId: $vacancyId) { ${payloadFields} }
}`;

export const both = ['CSO', 'ICTERGEZOCHT'] as const;
type Channels = readonly ('CSO' | 'ICTERGEZOCHT')[];

export function publish({ gateway }: { readonly gateway: Pick<TestGateway, 'query'> }, input: object, key: string, channels: Channels = both): Promise<Payload> {
  return result(gateway, publishDocument, { input, channels, key });
}

export function withdraw({ gateway }: { readonly gateway: Pick<TestGateway, 'query'> }, reference: string, channels: Channels = both): Promise<Payload> {
  return result(gateway, withdrawDocument, { reference, channels });
}

export function resolve({ gateway }: PostingStory, variables: { id: string; channel: string; published: boolean; vacancyId?: string | null }): Promise<Payload> {
  return result(gateway, resolveDocument, variables);
}

async function result(gateway: Pick<TestGateway, 'query'>, document: string, variables: Readonly<Record<string, unknown>>): Promise<Payload> {
  const { data, errors } = await gateway.query<{ result: Payload | null }>(document, variables);
  if (data?.result === undefined || data.result === null) throw new Error(`the mutation answered ${JSON.stringify(errors)}`);
  return data.result;
}

/** A channel's result. */
export function on(channel: Channel['channel'], { channels }: { readonly channels: readonly Channel[] }): Channel {
  const found = channels.find((one) => one.channel === channel);
  if (found === undefined) throw new Error(`${channel} is not in the answer`);
  return found;
}

/** What the channels truly have under a reference number. */
export function truth({ definitions }: Sandbox, reference: string) {
  return {
    cso: definitions.cso.data.jobs.filter((job) => job.internalReferenceCode === reference),
    board: definitions.ictergezocht.data.vacancies.filter(({ payload, deletedMs }) => payload.referenceNumber === reference && deletedMs === undefined),
  };
}

/** How many vacancies each channel truly has under a reference number. */
export function counts(sandbox: Sandbox, reference: string): { readonly cso: number; readonly board: number } {
  const { cso, board } = truth(sandbox, reference);
  return { cso: cso.length, board: board.length };
}
