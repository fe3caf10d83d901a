import type { Failure } from '../../../lib/problems.ts'

/** Where an upload stands. */
export type UploadResult =
  | { kind: 'done' }
  | { kind: 'cancelled' }
  | { kind: 'refused'; code: string }
  | { kind: 'failed'; failure: Failure }

interface UploadOptions {
  runId: string
  file: File
  /** Key of the seat this tab acts for. */
  seat: string | undefined
  /** Bytes on their way so far. */
  onProgress: (sent: number) => void
  signal: AbortSignal
}

const acting = (seat: string | undefined): Record<string, string> => (seat ? { 'x-yui-acting': seat } : {})
const addressOf = (runId: string) => `/api/imports/${encodeURIComponent(runId)}`

/** Sends one file into an import. Only XMLHttpRequest tells how much of it has gone. */
export function upload({ runId, file, seat, onProgress, signal }: UploadOptions): Promise<UploadResult> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve({ kind: 'cancelled' })
    const request = new XMLHttpRequest()
    request.open('PUT', `${addressOf(runId)}/files?name=${encodeURIComponent(file.name)}`)
    for (const [name, value] of Object.entries(acting(seat))) request.setRequestHeader(name, value)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.upload.addEventListener('progress', ({ loaded }) => onProgress(loaded))
    request.addEventListener('load', () => resolve(resultOf(request.status, request.responseText)))
    request.addEventListener('error', () => resolve({ kind: 'failed', failure: { kind: 'OFFLINE' } }))
    request.addEventListener('abort', () => resolve({ kind: 'cancelled' }))
    signal.addEventListener('abort', () => request.abort())
    request.send(file)
  })
}

/** What the answer to an upload says. */
export function resultOf(status: number, body: string): UploadResult {
  if (status >= 200 && status < 300) return { kind: 'done' }
  const { code, incidentId } = errorIn(body)
  switch (code) {
    case 'UNAUTHENTICATED':
      return { kind: 'failed', failure: { kind: 'SIGNED_OUT' } }
    case 'FORBIDDEN':
      return { kind: 'failed', failure: { kind: 'FORBIDDEN', reason: undefined } }
    case 'NOT_FOUND':
      return { kind: 'failed', failure: { kind: 'NOT_FOUND' } }
    case 'RATE_LIMITED':
      return { kind: 'failed', failure: { kind: 'TOO_FAST' } }
    case undefined:
    case 'INTERNAL_SERVER_ERROR':
      return { kind: 'failed', failure: { kind: 'FAULT', incidentId } }
    default:
      return { kind: 'refused', code }
  }
}

function errorIn(body: string): { code?: string; incidentId: string | undefined } {
  try {
    const { error } = JSON.parse(body) as { error?: { code?: unknown; incidentId?: unknown } }
    return {
      ...(typeof error?.code === 'string' && { code: error.code }),
      incidentId: typeof error?.incidentId === 'string' ? error.incidentId : undefined,
    }
  } catch {
    return { incidentId: undefined }
  }
}

/** Fetches the refused rows, as a table to be mended, and hands it to the browser to keep. */
export async function saveRefusedRows(
  runId: string,
  { seat, name, encoding }: { seat: string | undefined; name: string; encoding: 'utf-8' | 'shift_jis' },
): Promise<Failure | null> {
  try {
    const answer = await fetch(`${addressOf(runId)}/refused.csv?encoding=${encoding}`, {
      headers: acting(seat),
    })
    if (!answer.ok) {
      const result = resultOf(answer.status, await answer.text())
      return result.kind === 'failed' ? result.failure : { kind: 'FAULT', incidentId: undefined }
    }
    const address = URL.createObjectURL(await answer.blob())
    const link = document.createElement('a')
    link.href = address
    link.download = name
    link.click()
    setTimeout(() => URL.revokeObjectURL(address), 60_000)
    return null
  } catch {
    return { kind: 'OFFLINE' }
  }
}
