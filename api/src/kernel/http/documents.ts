import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { GraphQLError } from 'graphql'

/** The portal's own operations, by the SHA-256 of their text. */
export interface Documents {
  readonly byHash: (hash: string) => string | undefined
  readonly has: (text: string) => boolean
}

export function documentsOf(operations: Readonly<Record<string, string>>): Documents {
  const byHash = new Map(Object.values(operations).map((text) => [sha256(text), text]))
  // The generator's own hash is taken as well, should it ever hash something else than the text.
  for (const [hash, text] of Object.entries(operations)) byHash.set(hash, text)
  const texts = new Set(byHash.values())
  return { byHash: (hash) => byHash.get(hash), has: (text) => texts.has(text) }
}

/** Reads `schema/operations.json`; without the file no document is known. */
export function readDocuments(file: string): Documents {
  const exists = fs.existsSync(file)
  return documentsOf(exists ? (JSON.parse(fs.readFileSync(file, 'utf8')) as Record<string, string>) : {})
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

export interface DocumentRequest {
  readonly query?: unknown
  readonly extensions?: unknown
}

/**
 * The document to run. Only a program with a token may bring its own; what comes with a cookie, or from a guest, must
 * be one of the portal's, so that a stolen session or a stranger cannot ask for anything the portal never asks.
 */
export function chooseDocument(
  documents: Documents,
  { query, extensions }: DocumentRequest,
  mayBringOwn: boolean,
): { text: string; persisted: boolean } {
  const hash = (extensions as { persistedQuery?: { sha256Hash?: unknown } } | undefined)?.persistedQuery
    ?.sha256Hash
  // The socket's protocol insists on a text; it is empty when the hash says it all.
  if (typeof query !== 'string' || query === '') {
    const text = typeof hash === 'string' ? documents.byHash(hash) : undefined
    if (text !== undefined) return { text, persisted: true }
    throw refusal(
      'PERSISTED_QUERY_NOT_FOUND',
      'There is no operation with this hash; nothing can be registered.',
    )
  }
  if (documents.has(query)) return { text: query, persisted: true }
  if (mayBringOwn) return { text: query, persisted: false }
  throw refusal('PERSISTED_QUERY_ONLY', 'Operations of one’s own need an API token.')
}

const refusal = (code: string, message: string) => new GraphQLError(message, { extensions: { code } })
