import type { Failure } from '../../lib/problems.ts'
import { resultOf, type UploadResult } from '../registry/imports/transfer.ts'

// Files to and from a network's shelf; unlike a link, these say for whom the tab acts.

const acting = (seat: string | undefined): Record<string, string> => (seat ? { 'x-yui-acting': seat } : {})

interface Version {
  documentId: string
  file: File
  note: string
  /** Key of the seat this tab acts for. */
  seat: string | undefined
}

/** Sends a file as the newest version of a document. */
export async function sendVersion({ documentId, file, note, seat }: Version): Promise<UploadResult> {
  const query = new URLSearchParams({ name: file.name, note })
  try {
    const answer = await fetch(`/api/documents/${encodeURIComponent(documentId)}/versions?${query}`, {
      method: 'PUT',
      body: file,
      headers: { ...acting(seat), 'content-type': 'application/octet-stream' },
    })
    return resultOf(answer.status, await answer.text())
  } catch {
    return { kind: 'failed', failure: { kind: 'OFFLINE' } }
  }
}

/** Fetches a file and hands it to the browser to keep; null when that went well. */
export async function keepFile(
  address: string,
  { seat, name }: { seat: string | undefined; name: string },
): Promise<UploadResult | null> {
  try {
    const answer = await fetch(address, { headers: acting(seat) })
    if (!answer.ok) {
      const result = resultOf(answer.status, await answer.text())
      return result.kind === 'done' ? { kind: 'failed', failure: FAULT } : result
    }
    const place = URL.createObjectURL(await answer.blob())
    const link = document.createElement('a')
    link.href = place
    link.download = name
    link.click()
    setTimeout(() => URL.revokeObjectURL(place), 60_000)
    return null
  } catch {
    return { kind: 'failed', failure: { kind: 'OFFLINE' } }
  }
}

const FAULT: Failure = { kind: 'FAULT', incidentId: undefined }
