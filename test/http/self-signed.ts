/** A certificate that nobody vouches for, of portal.example, for a hundred years, and its key: they protect nothing but a test's loopback. */
const certificateDer = 'MIIBpTCCAUqgAwIBAgIUCStWsaxa25ydf1/2xez3Oz+9bFMwCgYIKoZIzj0EAwIwGTEXMBUGA1UEAwwOcG9ydGFsLmV4YW1wbGUwIBcNMjYxMTIxMjMwNDM3WhgPMjEyNjEwMjgyMzA0MzdaMBkxFzAVBgNVBAMMDnBvcnRhbC5leGFtcGxlMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE3HuFSNvcLxUeRDspF2dyPj/8nhKZySyMfv7xm4Ww8JIw1yG+tW29l6MSZGFkqQSUHhFhl/Y1bqZT/N9f+xhSLqNuMGwwHQYDVR0OBBYEFImVi3n1Rolrj/kpT2eMPbzi1hZQMB8GA1UdIwQYMBaAFImVi3n1Rolrj/kpT2eMPbzi1hZQMA8GA1UdEwEB/wQFMAMBAf8wGQYDVR0RBBIwEIIOcG9ydGFsLmV4YW1wbGUwCgYIKoZIzj0EAwIDSQAwRgIhANXMEagCSFmWh8iwXvPDOdbhFTwVbTm9XIYJMpBVQ6PZAiEAy1EkVP8lWuYOQ0dDntI5uE5tRJQiUR1mzeowBfVS0sc=';
const keyDer = 'MHcCAQEEIPHMxL1n0MqgfjpB/hqP3joqGZDIUTn/61t2EmuCvSMkoAoGCCqGSM49AwEHoUQDQgAE3HuFSNvcLxUeRDspF2dyPj/8nhKZySyMfv7xm4Ww8JIw1yG+tW29l6MSZGFkqQSUHhFhl/Y1bqZT/N9f+xhSLg==';

export const certificate = pem('CERTIFICATE', certificateDer);
export const key = pem('EC PRIVATE KEY', keyDer);

function pem(label: string, der: string): string {
  return [`-----BEGIN ${label}-----`, ...(der.match(/.{1,64}/g) ?? []), `-----END ${label}-----`, ''].join('\n');
}
