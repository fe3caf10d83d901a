import { describe, expect, it } from 'vitest'
import { createLog, describeError, scrub } from './log.ts'

describe('what the log keeps of a message', () => {
  it.each([
    ['plain words stay', 'connection terminated unexpectedly', 'connection terminated unexpectedly'],
    [
      'quoted values go',
      `invalid input syntax for type uuid: "山田"`,
      'invalid input syntax for type uuid: "…"',
    ],
    ['so do keys', 'Key (email)=(taro@example.jp) already exists.', 'Key (…)=(…) already exists.'],
    ['addresses', 'cannot send to taro@example.jp today', 'cannot send to … today'],
    ['Japanese words', 'no seat for 山田 花子 here', 'no seat for … … here'],
    ['telephone numbers', 'called 023-641-1111 twice', 'called … twice'],
    ['numbers in a row', 'card 4111111111111111', 'card …'],
    [
      'Prisma’s picture of the input',
      'Invalid `prisma.user.create()` invocation:\n\n{ data: { name: "山田" } }\n\nArgument `email` is missing.',
      'Argument `email` is missing.',
    ],
    ['the tail of a long one', 'x'.repeat(400), 'x'.repeat(300)],
  ])('%s', (_what, message, kept) => {
    expect(scrub(message)).toBe(kept)
  })
})

describe('what the log keeps of an error', () => {
  it('its kind, code, place and cause', () => {
    const cause = Object.assign(new TypeError('no "name"'), { code: 'E_NAME' })
    const described = describeError(new Error('it failed for taro@example.jp', { cause }))
    expect(described).toMatchObject({
      type: 'Error',
      message: 'it failed for …',
      cause: { type: 'TypeError', message: 'no "…"', code: 'E_NAME' },
    })
    expect(described.stack).toContain('log.test.ts')
    expect(described.stack).not.toContain('taro')
  })

  it('of what is no error, nothing', () => {
    expect(describeError('山田')).toEqual({ type: 'string', message: 'not an Error' })
  })
})

it('a log line is JSON with a level by name and a time', () => {
  const lines: string[] = []
  const log = createLog('info', { write: (line) => void lines.push(line) })
  log.debug('not this')
  log.error({ err: new Error('"山田"') }, 'failed')
  expect(lines).toHaveLength(1)
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    level: 'error',
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    msg: 'failed',
    err: { type: 'Error', message: '"…"' },
  })
})
