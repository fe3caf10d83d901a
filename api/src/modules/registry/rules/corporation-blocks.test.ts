import { expect, it } from 'vitest'
import type { CorporationBlock } from '../../../generated/prisma/enums.ts'
import { corporationConfirmedAt } from './corporation-blocks.ts'

const early = new Date('2025-04-01T00:00:00Z')
const late = new Date('2026-04-01T00:00:00Z')

it.each<[string, [CorporationBlock, Date][], Date | null]>([
  ['nothing', [], null],
  [
    'two of three blocks',
    [
      ['BASIC', late],
      ['CONTACTS', late],
    ],
    null,
  ],
  [
    'all at once',
    [
      ['BASIC', late],
      ['CONTACTS', late],
      ['PROCUREMENT', late],
    ],
    late,
  ],
  [
    'one of them long ago',
    [
      ['BASIC', late],
      ['CONTACTS', early],
      ['PROCUREMENT', late],
    ],
    early,
  ],
])('is as fresh as its stalest block: %s', (_what, last, expected) => {
  expect(corporationConfirmedAt(new Map(last))).toEqual(expected)
})
