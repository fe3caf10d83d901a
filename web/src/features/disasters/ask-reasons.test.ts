import { expect, it } from 'vitest'
import { reasonsToAsk } from './ask-reasons.ts'
import type { BoardLine } from './board-data.ts'

const NOW = new Date('2026-11-23T03:00:00Z')
const ago = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000).toISOString()
const figure = (minutes: number) => ({ count: 5, places: 10, trend: null, at: ago(minutes) })
const line = (over: object) =>
  ({
    state: 'OPEN',
    silence: 'NOT_DUE',
    day: figure(5),
    night: figure(5),
    free: [3, null],
    freeAt: ago(5),
    ...over,
  }) as unknown as BoardLine

it.each<[string, object, readonly string[]]>([
  ['fresh', {}, []],
  ['its report is late', { silence: 'LATE' }, ['LATE']],
  ['so late that damage is presumed', { silence: 'PRESUMED_SERIOUS', state: null }, ['LATE']],
  ['a count is old', { night: figure(180) }, ['OLD_FIGURES']],
  ['nobody has said how many more can come', { free: [null, null], freeAt: null }, ['FREE_UNKNOWN']],
  ['full: nobody need ask how many more', { state: 'FULL', free: [null, null], freeAt: null }, []],
  [
    'everything at once',
    { silence: 'LATE', day: figure(300), free: [null], freeAt: null },
    ['LATE', 'OLD_FIGURES', 'FREE_UNKNOWN'],
  ],
  ['not open: figures do not matter', { state: 'REQUESTED', day: figure(300), free: [null] }, []],
])('%s', (_what, over, reasons) => expect(reasonsToAsk(line(over), NOW, 1)).toEqual(reasons))
