/**
 * A reason not to go on which the person at the keyboard can act on.
 * It is shown as one sentence without a stack; every other error is a fault of ours and keeps its stack.
 */
export class Refusal extends Error {
  constructor(japanese: string, english: string, options?: ErrorOptions) {
    super(`${japanese}（${english}）`, options)
    this.name = 'Refusal'
  }
}

/** The message of anything that may be thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** The system or SQLSTATE code an error carries, looking through its causes. */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  if ('code' in error && typeof error.code === 'string') return error.code
  if (error instanceof AggregateError) return error.errors.map(codeOf).find(Boolean)
  return codeOf(error.cause)
}

/** The one sentence for a disk without room. */
export function fullDisk(where: string, cause?: unknown): Refusal {
  return new Refusal(
    `ディスクの空きがありません（${where}）。空きを作ってからもう一度お試しください`,
    'no space left on the disk; nothing was damaged',
    { cause },
  )
}

/** Whether a program's complaint is that the disk is full. */
export function saysFullDisk(output: string): boolean {
  return /ENOSPC|EDQUOT|No space left on device|Disk quota exceeded|could not extend file/i.test(output)
}

/** What a piece of work throws when it was cut short because somebody asked the task to stop. */
function isStopRequest(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError'
}

/** Runs a task of the command line: prints why it was refused, or the whole fault, and sets the exit code. */
export async function runTask(task: () => Promise<number | void>): Promise<void> {
  try {
    process.exitCode = (await task()) ?? 0
  } catch (thrown) {
    const error =
      codeOf(thrown) === 'ENOSPC' && !(thrown instanceof Refusal) ? fullDisk(messageOf(thrown)) : thrown
    console.error(
      error instanceof Refusal ? `✗ ${error.message}` : isStopRequest(error) ? '✗ 中断しました' : error,
    )
    process.exitCode = 1
  }
}
