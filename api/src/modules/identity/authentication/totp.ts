import { createHmac } from 'node:crypto'

const PERIOD_SECONDS = 30
const DIGITS = 6

/** The code an authenticator app shows at a moment (RFC 6238, SHA-1, six digits, 30 seconds). */
export function totpCode(secret: string | Uint8Array, at: Date): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at.getTime() / 1000 / PERIOD_SECONDS)))
  const hash = createHmac('sha1', secret).update(counter).digest()
  const offset = (hash.at(-1) ?? 0) & 0x0f
  const number = hash.readUInt32BE(offset) & 0x7fff_ffff
  return String(number % 10 ** DIGITS).padStart(DIGITS, '0')
}
