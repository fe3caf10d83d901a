import { describe, expect, it } from 'vitest'
import { pendingOf, type Migration } from './migrate.ts'
import { Refusal } from './refusal.ts'

const migration = (name: string): Migration => ({ name, sql: '', checksum: `sum of ${name}` })
const applied = (name: string) => ({ name, checksum: `sum of ${name}`, finished: true })
const folder = [migration('1_init'), migration('2_guards'), migration('3_search')]

describe('the migrations still to apply', () => {
  it.each([
    { history: [], pending: ['1_init', '2_guards', '3_search'] },
    { history: [applied('1_init')], pending: ['2_guards', '3_search'] },
    { history: [applied('1_init'), applied('3_search')], pending: ['2_guards'] },
    { history: folder.map(({ name }) => applied(name)), pending: [] },
  ])('after $history.length are $pending.length', ({ history, pending }) => {
    expect(pendingOf(folder, history).map(({ name }) => name)).toEqual(pending)
  })

  it.each([
    {
      what: 'an unknown one',
      change: { name: '9_later' },
      sentence: 'このプログラムより新しい版です（9_later）',
    },
    { what: 'an unfinished one', change: { finished: false }, sentence: '1_init が途中で止まっています' },
    { what: 'an edited one', change: { checksum: 'x' }, sentence: '1_init の内容が書き換えられています' },
  ])('are none when the database has $what', ({ change, sentence }) => {
    const history = [{ ...applied('1_init'), ...change }, applied('2_guards')]
    expect(() => pendingOf(folder, history)).toThrow(Refusal)
    expect(() => pendingOf(folder, history)).toThrow(sentence)
  })
})
