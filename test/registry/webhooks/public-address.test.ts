import { expect, it } from 'vitest';
import { isPublicAddress } from '#main/registry/webhooks/public-address.ts';

it.each(['93.184.216.34', '8.8.8.8', '1.1.1.1', '2606:4700:4700::1111', '64:ff9b::8.8.8.8', '172.32.0.1'])(
  'takes %s for public',
  (address) => {
    expect(isPublicAddress(address)).toBe(true);
  },
);

it.each([
  '',
  'example.com',
  '0.0.0.0',
  '0.255.255.255',
  '10.255.255.255',
  '100.127.255.255',
  '127.255.255.255',
  '169.254.0.1',
  '172.31.255.255',
  '192.0.0.1',
  '192.0.2.1',
  '192.88.99.1',
  '192.168.255.255',
  '198.19.255.255',
  '198.51.100.1',
  '203.0.113.1',
  '239.255.255.255',
  '240.0.0.1',
  '::',
  '::1',
  '::8.8.8.8',
  '::ffff:8.8.8.8',
  '::ffff:0:8.8.8.8',
  '64:ff9b::10.0.0.1',
  '64:ff9b:1::8.8.8.8',
  '100::1',
  '2001::1',
  '2001:db8::1',
  '2002:808:808::1',
  '3fff::1',
  '4000::1',
  '5f00::1',
  'fd00::1',
  'fe80::1',
  'fe80::1%eth0',
  'ff0e::1',
])('does not take %s for public', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});
