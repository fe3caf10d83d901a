import { dateOf, dayInJapan } from '../../kernel/clock.ts'
import type { Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/ids.ts'
import { newDataKey, seal, unseal, unwrap } from '../../kernel/sealing.ts'
import { eraseOn } from './rules/who-comes.ts'

export interface Helper {
  readonly name: string
  readonly phone: string
}

const ownerOf = (id: string) => `aid helper ${id}`

/** Keeps who comes, sealed under a key that goes with the row. */
export async function keepHelper(
  tx: Tx,
  offer: { readonly id: string; readonly endsAt: Date | null },
  helper: Helper,
  now: Date,
): Promise<void> {
  const id = newId(now)
  const { key, kept } = newDataKey(ownerOf(id))
  await tx.aidHelper.create({
    data: {
      id,
      offerId: offer.id,
      sealed: seal(key, JSON.stringify([helper.name, helper.phone]), ownerOf(id)),
      wrappedKey: kept.wrapped,
      keyVersion: kept.version,
      eraseOn: eraseOn({ endsAt: offer.endsAt, dispatchedAt: now }, (at) => dateOf(dayInJapan(at))),
    },
  })
}

interface Sealed {
  readonly id: string
  readonly sealed: Uint8Array
  readonly wrappedKey: Uint8Array<ArrayBuffer>
  readonly keyVersion: number
}

/** Who comes, for somebody who has been found to be a reader and whose reading is logged. */
export function openHelper({ id, sealed, wrappedKey, keyVersion }: Sealed): Helper {
  const key = unwrap({ wrapped: wrappedKey, version: keyVersion }, ownerOf(id))
  const [name = '', phone = ''] = JSON.parse(unseal(key, sealed, ownerOf(id))) as string[]
  return { name, phone }
}
