import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPublicAddress } from './publicAddress.ts';

test.each([
  ['this host', ['0.0.0.0', '127.0.0.1', '127.255.255.254', '::', '::1']],
  ['private networks', ['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', 'fc00::1', 'fd12:3456::1']],
  ['carriers’ and link-local networks', ['100.64.0.1', '169.254.1.1', 'fe80::1', 'fe80::1%eth0', 'fec0::1']],
  [
    'metadata of clouds',
    ['169.254.169.254', '169.254.170.2', '100.100.100.200', '192.0.0.192', '168.63.129.16', 'fd00:ec2::254'],
  ],
  [
    'addresses in others',
    [
      '::ffff:127.0.0.1',
      '::ffff:7f00:1',
      '::127.0.0.1',
      '64:ff9b::7f00:1',
      '64:ff9b:1::a00:1',
      '2002:7f00:1::',
      '2001:0:7f00:1::1',
    ],
  ],
  ['documentation and tests', ['192.0.2.1', '198.51.100.1', '203.0.113.9', '198.18.0.1', '2001:db8::1', '3fff::1']],
  [
    'multicast, broadcast and what is reserved',
    ['224.0.0.1', '239.255.255.250', '240.0.0.1', '255.255.255.255', 'ff02::1', '100::1', '4000::1', '5f00::1'],
  ],
  ['what is no address', ['', 'localhost', '2130706433', '0x7f.1', '0177.0.0.1', '127.1', '1.2.3', '::g', '1.2.3.4 ']],
])('%s are not public', (_, addresses) => {
  expect(addresses.filter(isPublicAddress)).toEqual([]);
});

test('others are', () => {
  const addresses = [
    '1.1.1.1',
    '93.184.215.14',
    '172.15.0.1',
    '172.32.0.1',
    '100.63.255.255',
    '223.255.255.255',
    '2606:4700::1111',
    '2a00:1450:4001::1',
  ];
  expect(addresses.filter((address) => !isPublicAddress(address))).toEqual([]);
});

test('no IPv4 address is public once it is written as an IPv6 one', () => {
  fc.assert(
    fc.property(fc.ipV4(), (address) => {
      const [a = 0, b = 0, c = 0, d = 0] = address.split('.').map(Number);
      const hex = `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
      for (const wrapped of [`::ffff:${address}`, `::${address}`, `64:ff9b::${hex}`, `2002:${hex}::1`]) {
        expect(isPublicAddress(wrapped)).toBe(false);
      }
    }),
  );
});
