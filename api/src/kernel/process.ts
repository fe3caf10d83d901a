import { describeError, type Log } from './log.ts'
import { readEnv, WrongSettings, type Env } from './env.ts'

const GRACE_MS = 10_000

/** The settings, or the end of the process with one sentence per wrong one. */
export function settingsOrExit(): Env {
  try {
    return readEnv(process.env)
  } catch (error) {
    if (!(error instanceof WrongSettings)) throw error
    process.stderr.write(`${error.sentences.join('\n')}\n`)
    process.exit(1)
  }
}

/**
 * Stops in order when asked to (SIGTERM, SIGINT): exit code 0, or 1 when it took longer than ten seconds. A fault that
 * nobody caught also ends the process, because nobody knows what it left behind.
 */
export function stopOnSignals(log: Log, stop: () => Promise<void>): void {
  let stopping = false
  const end = (reason: string, code: number) => {
    if (stopping) return
    stopping = true
    log.info({ reason }, 'stopping')
    setTimeout(() => {
      log.error('did not stop in time')
      process.exit(1)
    }, GRACE_MS).unref()
    stop().then(
      () => process.exit(code),
      (error: unknown) => {
        log.error({ err: error }, 'did not stop cleanly')
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', () => end('SIGTERM', 0))
  process.on('SIGINT', () => end('SIGINT', 0))
  for (const fault of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(fault, (error: unknown) => {
      log.fatal({ err: describeError(error) }, fault)
      end(fault, 1)
    })
  }
}
