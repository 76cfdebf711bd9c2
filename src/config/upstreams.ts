import { z } from 'zod';
import { cegidDefaults } from '../datasources/cegid/config.ts';
import type { UpstreamConfigs } from '../datasources/connect.ts';
import { csoDefaults } from '../datasources/cso/config.ts';
import { ictergezochtDefaults } from '../datasources/ictergezocht/config.ts';
import { vdabDefaults } from '../datasources/vdab/config.ts';
import type { SourceName } from '../domain/source-name.ts';
import { type Section, section } from './section.ts';
import { count, headerSecret, names, secret, upstreamUrl, wholeNumber } from './values.ts';

const startRowBase = { '0': 0, '1': 1, probe: 'probe' } as const;

/** What each upstream is configured by: a source without its section does not compile. */
export const sections: { readonly [Name in SourceName]: Section<NonNullable<UpstreamConfigs[Name]>> } = {
  CSO: section({
    needed: { CSO_USERNAME: z.string().min(1), CSO_PASSWORD: secret },
    further: { CSO_BASE_URL: upstreamUrl.default(csoDefaults.baseUrl), CSO_START_ROW_BASE: z.enum(['0', '1', 'probe']).default('probe') },
    credentials: { username: 'CSO_USERNAME', password: 'CSO_PASSWORD' },
    configOf: (env) => ({ ...csoDefaults, baseUrl: env.CSO_BASE_URL, username: env.CSO_USERNAME, password: env.CSO_PASSWORD, startRowBase: startRowBase[env.CSO_START_ROW_BASE] }),
  }),
  ICTERGEZOCHT: section({
    needed: { ICTERGEZOCHT_API_KEY: headerSecret },
    further: {
      ICTERGEZOCHT_BASE_URL: upstreamUrl.default(ictergezochtDefaults.baseUrl),
      ICTERGEZOCHT_PARTNER_KEY: headerSecret.optional(),
      ICTERGEZOCHT_END_DATE: z.enum(['inclusive', 'exclusive', 'probe']).default(ictergezochtDefaults.endDate),
      ICTERGEZOCHT_REQUESTS_PER_MINUTE: count(ictergezochtDefaults.accountLimit.requests, 1_000_000),
      ICTERGEZOCHT_REQUESTS_PER_MINUTE_ADDRESS: count(ictergezochtDefaults.addressLimit.requests, 1_000_000),
    },
    credentials: { apiKey: 'ICTERGEZOCHT_API_KEY', partnerKey: 'ICTERGEZOCHT_PARTNER_KEY' },
    takesWebhookKey: true,
    configOf: (env) => ({
      ...ictergezochtDefaults,
      baseUrl: env.ICTERGEZOCHT_BASE_URL,
      apiKey: env.ICTERGEZOCHT_API_KEY,
      partnerKey: env.ICTERGEZOCHT_PARTNER_KEY ?? null,
      endDate: env.ICTERGEZOCHT_END_DATE,
      accountLimit: { ...ictergezochtDefaults.accountLimit, requests: env.ICTERGEZOCHT_REQUESTS_PER_MINUTE },
      addressLimit: { ...ictergezochtDefaults.addressLimit, requests: env.ICTERGEZOCHT_REQUESTS_PER_MINUTE_ADDRESS },
    }),
  }),
  VDAB: section({
    needed: { VDAB_CLIENT_ID: headerSecret },
    further: {
      VDAB_BASE_URL: upstreamUrl.default(vdabDefaults.baseUrl),
      VDAB_BEARER_TOKEN: headerSecret.optional(),
      VDAB_MULTI_FETCH_PROPERTY: z.string().regex(/^[A-Za-z]{1,64}$/).default(vdabDefaults.multiFetchProperty),
      VDAB_MULTI_VALUE: z.enum(['repeat', 'comma']).default(vdabDefaults.multiValue),
      VDAB_POLL_SECONDS: wholeNumber(0, 86_400).default((vdabDefaults.pollMs ?? 0) / 1000),
    },
    credentials: { clientId: 'VDAB_CLIENT_ID', bearerToken: 'VDAB_BEARER_TOKEN' },
    configOf: (env) => ({
      ...vdabDefaults,
      baseUrl: env.VDAB_BASE_URL,
      clientId: env.VDAB_CLIENT_ID,
      bearerToken: env.VDAB_BEARER_TOKEN ?? null,
      multiFetchProperty: env.VDAB_MULTI_FETCH_PROPERTY,
      multiValue: env.VDAB_MULTI_VALUE,
      pollMs: env.VDAB_POLL_SECONDS === 0 ? null : env.VDAB_POLL_SECONDS * 1000,
    }),
  }),
  CEGID: section({
    needed: { CEGID_BASE_URL: upstreamUrl, CEGID_CLIENT_ID: z.string().min(1), CEGID_CLIENT_SECRET: secret },
    further: {
      CEGID_WEBHOOK_EVENTS: names.default([...cegidDefaults.webhookEvents]),
      CEGID_WEBHOOK_BODY_MD5: z.enum(['required', 'optional']).default(cegidDefaults.webhookBodyMd5),
    },
    credentials: { clientId: 'CEGID_CLIENT_ID', clientSecret: 'CEGID_CLIENT_SECRET' },
    settings: { baseUrl: 'CEGID_BASE_URL' },
    configOf: (env) => ({ ...cegidDefaults, baseUrl: env.CEGID_BASE_URL, clientId: env.CEGID_CLIENT_ID, clientSecret: env.CEGID_CLIENT_SECRET, webhookEvents: env.CEGID_WEBHOOK_EVENTS, webhookBodyMd5: env.CEGID_WEBHOOK_BODY_MD5 }),
  }),
};
