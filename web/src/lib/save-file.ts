import type { Failure } from './problems.ts'

/** Fetches a file as the body one acts for sees it, and hands it to the browser to keep. */
export async function saveFile(
  path: string,
  name: string,
  seat: string | undefined,
  method: 'GET' | 'POST' = 'GET',
  { headers = {}, body = null }: { headers?: Readonly<Record<string, string>>; body?: string | null } = {},
): Promise<Failure | null> {
  try {
    const answer = await fetch(path, {
      method,
      ...(body !== null && { body }),
      headers: seat ? { ...headers, 'x-yui-acting': seat } : headers,
    })
    if (!answer.ok) return { kind: 'FAULT', incidentId: undefined }
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
