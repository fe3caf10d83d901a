import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

// What must not be readable in the database, in a backup of it or by whoever runs it without the key of the environment
// (decision 015). Values are sealed under a key of their own collection; that key is kept wrapped by the installation's,
// and when it is destroyed, so is everything under it.

/** The installation's keys by version; the highest wraps what is new, older ones only unwrap. */
export interface Keyring {
  readonly current: number
  readonly keys: ReadonlyMap<number, Buffer>
}

const BYTES = 32
const NONCE = 12
const TAG = 16

type Variables = Readonly<Record<string, string | undefined>>

/**
 * The keys of the environment: `YUI_SEALING_KEYS` is a list like `2:<base64>,1:<base64>` of 32 bytes each. Without it
 * there is one key of version 0, derived from `YUI_SECRET`.
 */
export function readKeyring({ YUI_SEALING_KEYS, YUI_SECRET }: Variables = process.env): Keyring {
  const keys = new Map<number, Buffer>()
  if (YUI_SECRET)
    keys.set(0, Buffer.from(hkdfSync('sha256', YUI_SECRET, '', 'yui sealing key, version 0', BYTES)))
  for (const part of (YUI_SEALING_KEYS ?? '').split(',').filter((text) => text.trim() !== '')) {
    const [version = '', key = ''] = part.trim().split(':')
    const bytes = Buffer.from(key, 'base64')
    if (!/^[1-9]\d*$/.test(version) || bytes.length !== BYTES)
      throw new Error('YUI_SEALING_KEYS is a list of <version>:<base64 of 32 bytes>.')
    keys.set(Number(version), bytes)
  }
  if (keys.size === 0) throw new Error('YUI_SEALING_KEYS or YUI_SECRET must be set: it seals personal data.')
  return { current: Math.max(...keys.keys()), keys }
}

/** A key of a collection of values; it never leaves the process unwrapped. */
export type DataKey = Buffer & { readonly dataKey: true }

export interface WrappedKey {
  readonly wrapped: Uint8Array<ArrayBuffer>
  /** Which of the installation's keys wraps it. */
  readonly version: number
}

/** A new key, and how it is kept. `owner` names the record it belongs to: wrapped for one, it opens for no other. */
export function newDataKey(owner: string, keyring = readKeyring()): { key: DataKey; kept: WrappedKey } {
  const key = randomBytes(BYTES) as DataKey
  return { key, kept: wrap(key, owner, keyring) }
}

/** Wraps a key by the installation's current one: for a new key, and when the installation's keys change. */
export function wrap(key: DataKey, owner: string, keyring = readKeyring()): WrappedKey {
  return {
    wrapped: encrypt(masterOf(keyring, keyring.current), key, `key ${owner}`),
    version: keyring.current,
  }
}

export const unwrap = ({ wrapped, version }: WrappedKey, owner: string, keyring = readKeyring()): DataKey =>
  decrypt(masterOf(keyring, version), wrapped, `key ${owner}`) as DataKey

/** Seals a text. `place` names record and field: moved to another place it does not open. */
export const seal = (key: DataKey, text: string, place: string): Uint8Array<ArrayBuffer> =>
  encrypt(key, Buffer.from(text, 'utf8'), place)

/** The text of what was sealed at that place; throws when key, place or a single bit is another. */
export const unseal = (key: DataKey, sealed: Uint8Array, place: string): string =>
  decrypt(key, sealed, place).toString('utf8')

function masterOf({ keys }: Keyring, version: number): Buffer {
  const key = keys.get(version)
  if (!key) throw new Error(`The sealing key of version ${version} is not in the environment.`)
  return key
}

function encrypt(key: Buffer, plain: Buffer, place: string): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG })
  cipher.setAAD(Buffer.from(place, 'utf8'))
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return new Uint8Array(Buffer.concat([nonce, cipher.getAuthTag(), body]))
}

function decrypt(key: Buffer, sealed: Uint8Array, place: string): Buffer {
  const bytes = Buffer.from(sealed)
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE), { authTagLength: TAG })
  decipher.setAAD(Buffer.from(place, 'utf8'))
  decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG))
  return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()])
}
