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
  seat: string
}

const labelOf = ({ seat, key }: Reading) => `kept:${seat}:${key}`

/** Keeps an answer on this device, sealed, over the one before. */
export async function keep(reading: Reading, data: unknown): Promise<void> {
  const sealed = await seal(reading.userId, labelOf(reading), data)
  await (await device()).put('kept', { ...reading, keptAt: Date.now(), sealed })
  await forgetOld()
}

/** The last answer, unless it is older than a day; with `anySeat`, if there is none, the latest for any body. */
export async function recall<Data>(reading: Reading, anySeat = false): Promise<Kept<Data> | undefined> {
  await forgetOld()
  const { userId, seat, key } = reading
  const database = await device()
  const latest = async () =>
    (await database.getAllFromIndex('kept', 'user', userId))
      .filter((other) => other.key === key)
      .toSorted((one, other) => other.keptAt - one.keptAt)[0]
  const row = (await database.get('kept', [userId, seat, key])) ?? (anySeat ? await latest() : undefined)
  const data = row && (await unseal<Data>(userId, labelOf(row), row.sealed))
  return data && { data, keptAt: new Date(row.keptAt), seat: row.seat }
}

/** Takes an answer away: its reader may not have it any more. */
export async function forget({ userId, seat, key }: Reading): Promise<void> {
  await (await device()).delete('kept', [userId, seat, key])
}

async function forgetOld(): Promise<void> {
  const { store, done } = (await device()).transaction('kept', 'readwrite')
  const old = await store.index('keptAt').getAllKeys(IDBKeyRange.upperBound(Date.now() - DAY))
  for (const key of old) await store.delete(key)
  await done
}
