import type { Sandbox } from './index.ts';

/** The environment that points a gateway at this sandbox, with the credentials that its upstreams accept. */
export function gatewayEnvironment({ upstreams }: Pick<Sandbox, 'upstreams'>): Record<string, string> {
  return {
    CSO_BASE_URL: upstreams.cso.baseUrl,
    CSO_USERNAME: 'sandbox-cso',
    CSO_PASSWORD: 'sandbox-cso-password',
    ICTERGEZOCHT_BASE_URL: upstreams.ictergezocht.baseUrl,
    ICTERGEZOCHT_API_KEY: 'sandbox-ictergezocht-key',
    ICTERGEZOCHT_PARTNER_KEY: 'sandbox-partner-key',
    VDAB_BASE_URL: upstreams.vdab.baseUrl,
    VDAB_CLIENT_ID: 'sandbox-vdab-client-id',
    CEGID_BASE_URL: upstreams.cegid.baseUrl,
    CEGID_CLIENT_ID: 'sandbox-cegid',
    CEGID_CLIENT_SECRET: 'sandbox+cegid/secret=&1',
  };
}
