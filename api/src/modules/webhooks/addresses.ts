import net from 'node:net'

/** Networks that are no part of the internet: RFC 6890 and its successors, IPv4 and IPv6. */
const PRIVATE = new net.BlockList()
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  PRIVATE.addSubnet(network, bits, 'ipv4')

/** Only 2000::/3 is given out; within it these lead elsewhere or nowhere: 6to4, Teredo and others, documentation. */
const GLOBAL = new net.BlockList()
GLOBAL.addSubnet('2000::', 3, 'ipv6')
const NOT_GLOBAL = new net.BlockList()
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  NOT_GLOBAL.addSubnet(network, bits, 'ipv6')

/** Whether an address of a machine lies in the internet, where a webhook may go. */
export function isPublicAddress(address: string): boolean {
  if (net.isIPv4(address)) return !PRIVATE.check(address, 'ipv4')
  return net.isIPv6(address) && GLOBAL.check(address, 'ipv6') && !NOT_GLOBAL.check(address, 'ipv6')
}

export type AddressFault = 'WRONG_FORMAT' | 'NOT_ENCRYPTED' | 'HAS_PASSWORD' | 'PRIVATE_ADDRESS'

/**
 * What is wrong with the address of a webhook as it was typed; null if nothing. What its name leads to is looked at again
 * with every sending, since names change.
 */
export function faultOf(address: string, { local }: { local: boolean }): AddressFault | null {
  if (!URL.canParse(address)) return 'WRONG_FORMAT'
  const { protocol, hostname, username, password } = new URL(address)
  if (protocol !== 'https:' && protocol !== 'http:') return 'WRONG_FORMAT'
  if (username !== '' || password !== '') return 'HAS_PASSWORD'
  if (local) return null
  if (protocol !== 'https:') return 'NOT_ENCRYPTED'
  const host = hostname.replace(/^\[|\]$/g, '')
  if (net.isIP(host) !== 0) return isPublicAddress(host) ? null : 'PRIVATE_ADDRESS'
  const isInside = !host.includes('.') || /\.(local|localhost|internal|lan|home\.arpa)$/.test(host)
  return isInside ? 'PRIVATE_ADDRESS' : null
}
