import { openDB, type DBSchema, type IDBPDatabase } from 'idb'

/** Something that only the person whose key seals it can read, and only on this device. */
export interface Sealed {
  iv: Uint8Array<ArrayBuffer>
  data: ArrayBuffer
}

/** What the outbox keeps in the clear: enough to order, count and time, and nothing that somebody typed. */
export interface OutboxRow {
  /** Given by the database, so that the order is that of writing, whichever tab wrote. */
  seq?: number
  id: string
  userId: string
  /** The body the person acted for; it is sent for no other. */
  seat: string | null
  lane: string
  kind: string
  /** What comes after it in its lane goes on although this one was refused. */
  passes: boolean
  state: 'WAITING' | 'SENDING' | 'ARRIVED' | 'REFUSED'
  tries: number
  /** Not to be tried again before, in milliseconds. */
  notBefore: number
  createdAt: number
  settledAt: number | null
  sealed: Sealed
}

export interface KeptRow {
  userId: string
  seat: string
  key: string
  keptAt: number
  sealed: Sealed
}

interface Device extends DBSchema {
  key: { key: string; value: CryptoKey }
  outbox: { key: number; value: OutboxRow; indexes: { user: string; id: string } }
  kept: { key: [string, string, string]; value: KeptRow; indexes: { user: string; keptAt: number } }
}

let opened: Promise<IDBPDatabase<Device>> | undefined

/** What this device holds for the people who are signed in on it; apart from the drafts, which are not sealed. */
export function device(): Promise<IDBPDatabase<Device>> {
  return (opened ??= openDB<Device>('yui-device', 1, {
    upgrade(database) {
      database.createObjectStore('key')
      const outbox = database.createObjectStore('outbox', { keyPath: 'seq', autoIncrement: true })
      outbox.createIndex('user', 'userId')
      outbox.createIndex('id', 'id', { unique: true })
      const kept = database.createObjectStore('kept', { keyPath: ['userId', 'seat', 'key'] })
      kept.createIndex('user', 'userId')
      kept.createIndex('keptAt', 'keptAt')
    },
  }))
}

const ALGORITHM = { name: 'AES-GCM', length: 256 }

/** The person's key on this device. Nobody can take it out, the portal itself included; sign-out destroys it. */
async function keyOf(userId: string): Promise<CryptoKey> {
  const database = await device()
  const there = await database.get('key', userId)
  if (there) return there
  const made = await crypto.subtle.generateKey(ALGORITHM, false, ['encrypt', 'decrypt'])
  // Another tab may have been faster: the first key counts.
  const { store, done } = database.transaction('key', 'readwrite')
  const first = await store.get(userId)
  if (!first) await store.put(made, userId)
  await done
  return first ?? made
}

const bytes = (text: string) => new TextEncoder().encode(text)

/** Seals a value for a person; `label` binds it to its place, so that it cannot be moved to another one. */
export async function seal(userId: string, label: string, value: unknown): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const algorithm = { name: 'AES-GCM', iv, additionalData: bytes(label) }
  return {
    iv,
    data: await crypto.subtle.encrypt(algorithm, await keyOf(userId), bytes(JSON.stringify(value))),
  }
}

/** Opens what was sealed; undefined when the key is gone or the value is not what was put there. */
export async function unseal<T>(userId: string, label: string, { iv, data }: Sealed): Promise<T | undefined> {
  const key = await (await device()).get('key', userId)
  if (!key) return undefined
  try {
    const algorithm = { name: 'AES-GCM', iv, additionalData: bytes(label) }
    return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt(algorithm, key, data))) as T
  } catch {
    return undefined
  }
}

/** Takes away everything kept for a person, the key first: what an interruption leaves behind cannot be read. */
export async function wipe(userId: string): Promise<void> {
  const database = await device()
  await database.delete('key', userId)
  const transaction = database.transaction(['outbox', 'kept'], 'readwrite')
  const outbox = transaction.objectStore('outbox')
  for (const key of await outbox.index('user').getAllKeys(userId)) await outbox.delete(key)
  const kept = transaction.objectStore('kept')
  for (const key of await kept.index('user').getAllKeys(userId)) await kept.delete(key)
  await transaction.done
}
