import { device, seal, unseal } from './device.ts'

/** Longer than this nothing is shown that was read before; whoever sees it would take it for today's. */
const DAY = 86_400_000

/** What was read, and for whom. */
export interface Reading {
  userId: string
  /** The body the person acted for. */
  seat: string
  /** Query and variables. */
  key: string
}

export interface Kept<Data> {
  data: Data
  keptAt: Date
}

const labelOf = ({ seat, key }: Reading) => `kept:${seat}:${key}`

/** Keeps an answer on this device, sealed, over the one before. */
export async function keep(reading: Reading, data: unknown): Promise<void> {
  const sealed = await seal(reading.userId, labelOf(reading), data)
  await (await device()).put('kept', { ...reading, keptAt: Date.now(), sealed })
  await forgetOld()
}

/** The last answer, unless it is older than a day. `anySeat` takes the latest of any body the person acted for. */
export async function recall<Data>(reading: Reading, anySeat = false): Promise<Kept<Data> | undefined> {
  await forgetOld()
  const { userId, key } = reading
  const database = await device()
  const rows = anySeat
    ? (await database.getAllFromIndex('kept', 'user', userId)).filter((row) => row.key === key)
    : [await database.get('kept', [userId, reading.seat, key])]
  const row = rows.toSorted((one, other) => (other?.keptAt ?? 0) - (one?.keptAt ?? 0))[0]
  const data = row && (await unseal<Data>(userId, labelOf(row), row.sealed))
  return data && { data, keptAt: new Date(row.keptAt) }
}

async function forgetOld(): Promise<void> {
  const { store, done } = (await device()).transaction('kept', 'readwrite')
  const old = await store.index('keptAt').getAllKeys(IDBKeyRange.upperBound(Date.now() - DAY))
  for (const key of old) await store.delete(key)
  await done
}
