import { describe, expect, it } from 'vitest'
import { faultOf, isPublicAddress } from './addresses.ts'

describe('an address of a machine', () => {
  it.each([
    '8.8.8.8',
    '100.63.255.255',
    '172.32.0.1',
    '192.167.255.255',
    '223.255.255.255',
    '2001:4860:4860::8888',
    '2606:4700::1111',
  ])('lies in the internet: %s', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })

  it.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '127.255.255.254',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '198.18.0.1',
    '203.0.113.7',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    'fc00::1',
    'fd12::1',
    'fe80::1',
    'fec0::1',
    'ff02::1',
    '2001::1',
    '2001:db8::1',
    '2002:7f00:1::1',
    'localhost',
    '',
  ])('does not: %s', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })
})

describe('the address of a webhook', () => {
  it.each([
    ['https://example.jp/yui', null],
    ['https://example.jp:8443/yui?key=1', null],
    ['https://8.8.8.8/', null],
    ['http://example.jp/', 'NOT_ENCRYPTED'],
    ['ftp://example.jp/', 'WRONG_FORMAT'],
    ['example.jp', 'WRONG_FORMAT'],
    ['https://', 'WRONG_FORMAT'],
    ['https://user:secret@example.jp/', 'HAS_PASSWORD'],
    ['https://127.0.0.1/', 'PRIVATE_ADDRESS'],
    // Other ways of writing the same.
    ['https://2130706433/', 'PRIVATE_ADDRESS'],
    ['https://0x7f.1/', 'PRIVATE_ADDRESS'],
    ['https://[::1]/', 'PRIVATE_ADDRESS'],
    ['https://[::ffff:10.0.0.1]/', 'PRIVATE_ADDRESS'],
    ['https://localhost/', 'PRIVATE_ADDRESS'],
    ['https://intranet/', 'PRIVATE_ADDRESS'],
    ['https://printer.local/', 'PRIVATE_ADDRESS'],
    ['https://db.internal/', 'PRIVATE_ADDRESS'],
  ])('%s: %s', (address, fault) => {
    expect(faultOf(address, { local: false })).toBe(fault)
  })

  it('may be of this machine where the installation says so, never with a password', () => {
    expect(faultOf('http://127.0.0.1:4999/', { local: true })).toBeNull()
    expect(faultOf('http://a:b@127.0.0.1/', { local: true })).toBe('HAS_PASSWORD')
  })
})
