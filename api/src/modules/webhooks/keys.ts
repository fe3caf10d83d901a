import { newDataKey, unwrap, type DataKey } from '../../kernel/sealing.ts'
import { secretOf } from './signing.ts'

const ownerOf = (webhookId: string) => `webhook ${webhookId}`

interface KeyColumns {
  readonly wrappedKey: Uint8Array<ArrayBuffer>
  readonly keyVersion: number
}

/** A new key for a webhook: as it is kept, and as its receiver gets it this once. */
export function newKey(webhookId: string): KeyColumns & { readonly secret: string } {
  const { key, kept } = newDataKey(ownerOf(webhookId))
  return { wrappedKey: kept.wrapped, keyVersion: kept.version, secret: secretOf(key) }
}

export const keyOf = ({ id, wrappedKey, keyVersion }: KeyColumns & { readonly id: string }): DataKey =>
  unwrap({ wrapped: wrappedKey, version: keyVersion }, ownerOf(id))
