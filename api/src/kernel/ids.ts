import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Prisma } from '../generated/prisma/client.ts'

export type ModelName = Prisma.ModelName

/** The Relay id of a record: its type and its key, opaque to programs. */
export const globalId = (model: ModelName, id: string): string =>
  Buffer.from(`${model}:${id}`, 'utf8').toString('base64url')

/** Type and key of a Relay id, or null if it is none. */
export function parseGlobalId(value: string): { model: string; id: string } | null {
  const text = Buffer.from(value, 'base64url').toString('utf8')
  const colon = text.indexOf(':')
  return colon > 0 && colon < text.length - 1
    ? { model: text.slice(0, colon), id: text.slice(colon + 1) }
    : null
}

/** An input field that takes a Relay id of the given type and hands its key to the command. */
export const idOf = (model: ModelName) =>
  z
    .string()
    .transform((value, context) => {
      const parsed = parseGlobalId(value)
      if (parsed?.model === model) return parsed.id
      context.addIssue({ code: 'custom', message: `not an id of ${model}`, params: { code: 'WRONG_ID' } })
      return z.NEVER
    })
    .meta({ graphql: 'ID' })

let made = 0

/**
 * A new key in the form of PostgreSQL's uuidv7(), for rows that must know each other before they are written. Of one
 * process and moment a later key is the greater one (RFC 9562, section 6.2): what is sorted by key is sorted by its making.
 */
export function newId(now: Date): string {
  made = (made + 1) % 0x4_0000
  const bytes = randomBytes(16)
  bytes.writeUIntBE(now.getTime(), 0, 6)
  bytes.writeUInt16BE(0x7000 | (made >> 6), 6)
  bytes.writeUInt8(0x80 | (made & 0x3f), 8)
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
