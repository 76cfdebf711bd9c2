import { expect, test } from 'vitest';
import { demoKey } from '../../../sandbox/clients.ts';
import { useStory } from '../../support/story.ts';
import { boardKey, sampleApplication, send } from '../inbound/story.ts';
import { listen, transports, whileWaiting } from './listen.ts';

const story = useStory({ clients: 'demo', environment: { ANONYMOUS_SCOPES: 'vacancies:read', ICTERGEZOCHT_WEBHOOK_KEY: boardKey } });
const query = 'subscription ($number: String) { applicationReceived(referenceNumber: $number) { id referenceNumber name } }';

test.each(transports)('an application is told over %s to whom it is for, and to nobody else', async (transport) => {
  const { gateway } = story;
  const own = listen<{ applicationReceived: { referenceNumber: string } }>(transport, gateway.url, { query, variables: { number: `${transport}-wanted` }, key: demoKey('recruiter') });
  const partner = listen<{ applicationReceived: { referenceNumber: string } }>(transport, gateway.url, { query, key: demoKey('partner') });
  const partnersFirst = partner.next();
  const toBoard = (referenceNumber: string, count: number, bearer = boardKey) => send(gateway, sampleApplication(referenceNumber, { email: `p${count}@example.org` }), { bearer }).then(({ status }) => expect(status).toBe(201));
  const told = await whileWaiting(own.next(), 100, async (count) => {
    await toBoard('another', count);
    await toBoard(`${transport}-wanted`, count);
  });
  expect(told).toEqual({ data: { applicationReceived: { id: expect.stringMatching(/^ictergezocht:application:\d+$/), referenceNumber: `${transport}-wanted`, name: expect.any(String) } } });
  const partners = await whileWaiting(partnersFirst, 100, (count) => toBoard(`${transport}-partner`, 1000 + count, 'demo-partner-webhook-key'));
  expect(partners?.data?.applicationReceived.referenceNumber).toBe(`${transport}-partner`);
});
