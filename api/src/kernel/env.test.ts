import { describe, expect, it } from 'vitest'
import { readEnv, WrongSettings } from './env.ts'

const right = {
  DATABASE_URL: 'postgresql://yui:secret@127.0.0.1:5432/yui',
  YUI_SECRET: 'x'.repeat(32),
}

const sentencesOf = (variables: Record<string, string | undefined>): readonly string[] => {
  try {
    readEnv(variables)
  } catch (error) {
    if (error instanceof WrongSettings) return error.sentences
  }
  return []
}

describe('settings', () => {
  it('have defaults for everything but the database and the secret', () => {
    const settings = readEnv({ ...right, PORT: '', SMTP_URL: '' })
    expect(settings.SMTP_URL).toBeUndefined()
    expect(settings).toMatchObject({
      HOST: '127.0.0.1',
      PORT: 4000,
      DATABASE_POOL: 20,
      LOG_LEVEL: 'info',
      RATE_LIMIT_FACTOR: 1,
      YUI_MAILBOX: false,
    })
    expect(sentencesOf({})).toEqual([
      'DATABASE_URL: 指定してください。例: postgresql://yui:secret@127.0.0.1:5432/yui。',
      'YUI_SECRET: 32 文字以上で指定してください。例: openssl rand -base64 32。',
    ])
  })

  it.each([
    ['PORT', '70000', 'PORT: 0 から 65535 までの数で書いてください。'],
    ['PORT', 'http', 'PORT: 0 から 65535 までの数で書いてください。'],
    [
      'DATABASE_URL',
      'mysql://x',
      'DATABASE_URL: 形が正しくありません。例: postgresql://yui:secret@127.0.0.1:5432/yui。',
    ],
    [
      'SMTP_URL',
      'mail.example.jp',
      'SMTP_URL: 形が正しくありません。例: smtps://user:password@mail.example.jp。',
    ],
    ['YUI_SECRET', 'short', 'YUI_SECRET: 32 文字以上にしてください。'],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL: debug・info・warn・error・silent のどれかにしてください。'],
    ['RATE_LIMIT_FACTOR', '-1', 'RATE_LIMIT_FACTOR: 0 以上の数で書いてください。'],
    ['METRICS_TOKEN', 'short', 'METRICS_TOKEN: 16 文字以上にしてください。'],
    ['YUI_MAILBOX', 'yes', 'YUI_MAILBOX: 0 か 1 を書いてください。'],
  ])('a wrong %s (%s) is one sentence', (name, value, sentence) => {
    expect(sentencesOf({ ...right, [name]: value })).toEqual([sentence])
  })

  it('a wrong value is not repeated, because it may be a secret', () => {
    const secret = 'mysql://user:hidden@host'
    expect(sentencesOf({ ...right, DATABASE_URL: secret, SMTP_URL: secret }).join()).not.toContain('hidden')
  })
})
