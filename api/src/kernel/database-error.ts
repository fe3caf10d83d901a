import { Prisma } from '../generated/prisma/client.ts'

interface DriverCause {
  originalCode?: string
  originalMessage?: string
  hint?: string
  constraint?: { index?: string }
}

/** What PostgreSQL said, from inside Prisma's error; null if the error is of another origin. */
function driverCause(error: unknown): DriverCause | null {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return null
  const adapterError = error.meta?.driverAdapterError as { cause?: DriverCause } | undefined
  return adapterError?.cause ?? null
}

/** The SQLSTATE behind an error, or null. */
export const sqlState = (error: unknown): string | null => driverCause(error)?.originalCode ?? null

/** Whether the same transaction, tried again, may well succeed: serialization failure or deadlock. */
export function isWorthRetrying(error: unknown): boolean {
  const state = sqlState(error)
  if (state !== null) return state === '40001' || state === '40P01'
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2034'
}

/**
 * Whether the error is the refusal of the named constraint. A trigger that refuses names itself in its HINT, because
 * the driver drops PostgreSQL's own field for it.
 */
export function violates(error: unknown, constraint: string): boolean {
  const cause = driverCause(error)
  return (
    cause !== null &&
    (cause.constraint?.index === constraint ||
      cause.hint === constraint ||
      (cause.originalMessage?.includes(`"${constraint}"`) ?? false))
  )
}
