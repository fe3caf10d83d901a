import { describe, expect, it } from 'vitest'
import { Refusal } from '../refusal.ts'
import { explainDatabaseError, parseDatabaseUrl } from './explain.ts'

const url = 'postgresql://yui:geheim@db.example.jp/portal'

describe('DATABASE_URL', () => {
  it.each(['postgresql://yui@127.0.0.1/yui', 'postgres://yui:p%40ss@[::1]:5433/yui?sslmode=require'])(
    'may be %s',
    (text) => {
      expect(parseDatabaseUrl(text)).toBe(text)
    },
  )

  it.each([
    'yui',
    'mysql://yui@127.0.0.1/yui',
    'postgresql://yui@127.0.0.1',
    'postgresql:///yui',
    'https://a/b',
  ])('may not be %s', (text) => {
    expect(() => parseDatabaseUrl(text)).toThrow('DATABASE_URL の形が正しくありません')
  })
})

describe('what went wrong with a database', () => {
  it.each([
    ['ECONNREFUSED', 'につながりません'],
    ['ENOTFOUND', '見つかりません'],
    ['28P01', '合言葉が違います'],
    ['3D000', 'その名前のデータベースがありません'],
    ['42501', '権限がありません'],
    ['53300', '接続数が上限'],
    ['53100', 'ディスクの空きがありません'],
  ])('%s is said in a sentence without the password', (code, sentence) => {
    const refusal = explainDatabaseError(Object.assign(new Error('geheim'), { code }), url)
    expect(refusal).toBeInstanceOf(Refusal)
    expect(String(refusal)).toContain(sentence)
    expect(String(refusal)).not.toContain('geheim')
  })

  it('is found inside the error of several addresses', () => {
    const refused = Object.assign(new Error('no'), { code: 'ECONNREFUSED' })
    expect(String(explainDatabaseError(new AggregateError([refused]), url))).toContain(
      'db.example.jp:5432/portal',
    )
  })

  it('stays a fault when it is one', () => {
    const fault = Object.assign(new Error('syntax error'), { code: '42601' })
    expect(explainDatabaseError(fault, url)).toBe(fault)
  })
})
