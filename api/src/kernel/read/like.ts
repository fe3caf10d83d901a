import { badInput } from './bad-input.ts'
import type { ColumnFacts } from './models.ts'
import { sent, type Writer } from './writer.ts'
import { Unsupported } from './unsupported.ts'

/** `contains`, `startsWith` and `endsWith`; `%`, `_` and `\` in the text mean what they mean in LIKE, as in Prisma. */
export function likeCondition(
  writer: Writer,
  column: ColumnFacts,
  expression: string,
  operator: string,
  value: unknown,
  insensitive: boolean,
): string {
  if (typeof value !== 'string') throw new Unsupported(`${operator} of something that is no text`)
  const before = operator === 'startsWith' ? '' : '%'
  const after = operator === 'endsWith' ? '' : '%'
  if (operator === 'endsWith' && /(^|[^\\])(\\\\)*\\$/.test(value))
    throw badInput('Text to end with must not end with a single backslash.')
  const pattern = writer.param(sent(column, `${before}${value}${after}`))
  const like = `${expression}::text ${insensitive ? 'ILIKE' : 'LIKE'} ${pattern}`
  if (!column.grams || insensitive) return like
  return [...literalPieces(value).map((piece) => hasGrams(writer, expression, piece)), like].join(' AND ')
}

/** The index knows every character and every pair of neighbours, so it finds rows that have all of the word's. */
const hasGrams = (writer: Writer, expression: string, piece: string): string =>
  `grams(${expression}) @> query_grams(${writer.param(piece)})`

/** What must stand in the text letter by letter: the word without LIKE's signs. */
const literalPieces = (word: string): string[] => word.split(/[%_\\]/).filter((piece) => piece !== '')
