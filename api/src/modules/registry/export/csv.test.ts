import { describe, expect, it } from 'vitest'
import { csvCell } from './csv.ts'
import { toShiftJis } from './shift-jis.ts'

describe('a cell of a CSV file', () => {
  it.each([
    ['text', '愛日荘', '愛日荘'],
    ['nothing known', null, ''],
    ['a number', 29, '29'],
    ['a number below zero', -1.5, '-1.5'],
    ['a comma', 'a,b', '"a,b"'],
    ['quotes', '「"」', '"「""」"'],
    ['a line', 'a\nb', '"a\nb"'],
    ['a formula', '=HYPERLINK("x")', '"\'=HYPERLINK(""x"")"'],
    ['a command', '@SUM(1)', "'@SUM(1)"],
    ['a sum', '+81-23', "'+81-23"],
    ['a subtraction', '-1+1', "'-1+1"],
    ['a tab before one', '\t=1', "'\t=1"],
    ['a full-width sign, which Excel reads alike', '＝1', "'＝1"],
  ])('%s', (_what, cell, expected) => expect(csvCell(cell)).toBe(expected))
})

describe('Shift_JIS', () => {
  const decoded = (bytes: Uint8Array) => new TextDecoder('shift_jis').decode(bytes)

  it.each(['特別養護老人ホーム　愛日荘', 'ﾆﾁｲ', '髙橋﨑', '①㈱', '〜―－', 'abc,"\r\n', '〓'])(
    'comes back as it was: %s',
    (text) => expect(decoded(toShiftJis(text)).replace('～', '〜')).toBe(text),
  )

  it('is written as Windows writes it', () => {
    expect(toShiftJis('表ソ').toString('hex')).toBe('955c835c')
    expect(toShiftJis('髙').toString('hex')).toBe('fbfc')
  })

  it('shows that a character was lost', () => expect(decoded(toShiftJis('𠮷野家'))).toBe('〓野家'))
})
