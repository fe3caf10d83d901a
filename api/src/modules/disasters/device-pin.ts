import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto'

// A PIN is short, so it is worth nothing without the device, and what is kept of it is slow to try out.

const COST: ScryptOptions = { N: 16_384, r: 8, p: 1 }
const LENGTH = 32

const derive = (pin: string, salt: Buffer): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(pin, salt, LENGTH, COST, (error, key) => (error ? reject(error) : resolve(key)))
  })

/** What is kept of a PIN. */
export async function hashPin(pin: string): Promise<string> {
  const salt = randomBytes(16)
  return `${salt.toString('base64url')}.${(await derive(pin, salt)).toString('base64url')}`
}

/** Whether a PIN is the one that was kept. */
export async function isPin(pin: string, kept: string): Promise<boolean> {
  const [salt = '', key = ''] = kept.split('.')
  const expected = Buffer.from(key, 'base64url')
  const found = await derive(pin, Buffer.from(salt, 'base64url'))
  return expected.length === found.length && timingSafeEqual(expected, found)
}
