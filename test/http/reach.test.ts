import { expect, test } from 'vitest';
import { mayReach, type Reach } from '../../src/http/reach.ts';

const both = ['93.184.216.34', '8.8.8.8', '2606:2800:220:1:248:1893:25c8:1946', '::ffff:8.8.8.8', '64:ff9b::808:808'];
const own = ['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', '100.64.0.1', 'fd12:3456:789a::1', '::ffff:10.0.0.1', '::ffff:a00:1', '64:ff9b::a00:1'];
const loopback = ['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1', '::ffff:7f00:1', '64:ff9b::7f00:1'];
const never = [
  '0.0.0.0', '0.1.2.3', '::', '255.255.255.255', '224.0.0.1', '239.255.255.250', 'ff02::1', '240.0.0.1', '192.0.2.1', '198.18.0.1', '203.0.113.7',
  '169.254.169.254', '169.254.0.1', 'fe80::1', 'fe80::1%eth0', '::ffff:169.254.169.254', '64:ff9b::a9fe:a9fe',
  '168.63.129.16', '100.100.100.200', '192.0.0.192', 'fd00:ec2::254',
  '::7f00:1', '2002:7f00:1::', '2001:0:4136:e378:8000:63bf:3fff:fdd2', '64:ff9b:1::7f00:1', '::ffff:0:127.0.0.1', 'fec0::1', '2001:db8::1', '100::1', '3fff::1', '5f00::1', '4000::1',
  '', 'example.org', '127.1', '0x7f.0.0.1', '2130706433', '[::1]', '127.0.0.1:80', ' 127.0.0.1', '017700000001', '1.2.3', '999.1.1.1',
];

test.each([
  ['public', [...both], [...own, ...loopback, ...never]],
  ['private', [...both, ...own, ...loopback], [...never]],
  ['loopback', [...loopback], [...both, ...own, ...never]],
] satisfies [Reach, string[], string[]][])('%s reaches what it says and nothing else', (reach, reached, refused) => {
  expect(reached.filter((address) => !mayReach(address, reach))).toEqual([]);
  expect(refused.filter((address) => mayReach(address, reach))).toEqual([]);
});
