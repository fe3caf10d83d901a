import { createHash, randomBytes } from 'node:crypto'

/** A secret for a link or a program: 256 random bits, safe in a URL. */
export const newSecret = (prefix = ''): string => prefix + randomBytes(32).toString('base64url')

/** What is kept of a secret. It is long and random, so a plain hash cannot be searched. */
export const hashOfSecret = (secret: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash('sha256').update(secret).digest())
