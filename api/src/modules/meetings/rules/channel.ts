export type Channel = 'PORTAL' | 'PHONE' | 'FAX' | 'PAPER' | 'ROOM' | 'LINK'

/**
 * The way something came, as it is written down: a voter's own people use the portal, whatever they say; the secretariat
 * has to say how it came to know. Null = it has not.
 */
export function channelOf(said: Channel, own: boolean): Channel | null {
  if (own) return 'PORTAL'
  return said === 'PORTAL' || said === 'LINK' ? null : said
}
