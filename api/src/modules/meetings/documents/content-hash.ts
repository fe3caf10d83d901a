import { createHash } from 'node:crypto'

/** What those who sign the minutes put their names to. */
export interface SignedContent {
  readonly facts: unknown
  readonly opening: string
  readonly entries: readonly { readonly itemId: string; readonly text: string }[]
  readonly closing: string
  readonly signers: readonly { readonly voterId: string; readonly role: string }[]
}

/** SHA-256 of the content in one written form: the order in which rows or keys came makes no difference. */
export function contentHash({ facts, opening, entries, closing, signers }: SignedContent): Buffer {
  const content = {
    facts,
    opening,
    entries: entries
      .map(({ itemId, text }) => ({ itemId, text }))
      .toSorted((one, other) => one.itemId.localeCompare(other.itemId)),
    closing,
    signers: signers
      .map(({ voterId, role }) => ({ voterId, role }))
      .toSorted((one, other) => one.voterId.localeCompare(other.voterId)),
  }
  return createHash('sha256').update(JSON.stringify(content, inOrder)).digest()
}

function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
}
