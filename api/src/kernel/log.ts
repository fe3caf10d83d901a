import pino, { type DestinationStream, type Logger } from 'pino'
import { sqlState } from './database-error.ts'

export type Log = Logger

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent'

/**
 * Structured logs as JSON lines. They carry ids, names of operations, codes and durations: never an input, never a
 * row, never a message that quotes one.
 */
export const createLog = (level: LogLevel, destination?: DestinationStream): Log =>
  pino(
    {
      level,
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: describeError },
    },
    destination ?? pino.destination({ dest: 1, sync: false }),
  )

interface DescribedError {
  readonly type: string
  readonly message: string
  readonly code?: string
  readonly sqlState?: string
  readonly stack?: string
  readonly cause?: DescribedError
}

/** What the log keeps of an error: where and of which kind; its words without whatever they quote. */
export function describeError(error: unknown): DescribedError {
  if (!(error instanceof Error)) return { type: typeof error, message: 'not an Error' }
  const { code } = error as { code?: unknown }
  const state = sqlState(error)
  return {
    type: error.name,
    message: scrub(error.message),
    ...(typeof code === 'string' ? { code } : {}),
    ...(state ? { sqlState: state } : {}),
    stack: framesOf(error.stack),
    ...(error.cause ? { cause: describeError(error.cause) } : {}),
  }
}

/** The frames without the message that Node puts above them. */
const framesOf = (stack = ''): string =>
  stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n')

/**
 * Takes out of a message what it may have copied from a person's data. Prisma repeats whole inputs in front of its
 * last line; PostgreSQL quotes values; names are Japanese; telephone numbers and addresses have digits.
 */
export function scrub(message: string): string {
  const lastLine = message.trim().split('\n').at(-1) ?? ''
  return lastLine
    .replace(/"[^"]*"/g, '"…"')
    .replace(/'[^']*'/g, "'…'")
    .replace(/\([^)]*\)/g, '(…)')
    .replace(/\S+@\S+/g, '…')
    .replace(/[^\x20-\x7e…]+/g, '…')
    .replace(/\d[\d\s-]{4,}\d/g, '…')
    .slice(0, 300)
}
