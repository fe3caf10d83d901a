import { Readable } from 'node:stream'
import { z } from 'zod'
import type { HttpRoute, RouteRequest } from '../../kernel/http/route.ts'
import { globalId, parseGlobalId } from '../../kernel/ids.ts'
import { notFound, ValidationProblem } from '../../kernel/problems.ts'
import { receiveFile } from './import/receive-file.ts'
import { refusedRows } from './import/refused-rows.ts'

/** The key of the import that the address names by its Relay id. */
function runIdOf({ parameters }: RouteRequest): string {
  const parsed = parseGlobalId(parameters.runId ?? '')
  if (parsed?.model !== 'ImportRun' || !z.uuid().safeParse(parsed.id).success) throw notFound()
  return parsed.id
}

/** Files into an import, and out of it again. The import is named by its Relay id. */
export const importRoutes: readonly HttpRoute[] = [
  {
    // The file's bytes are the body. Answers `{ fileId }`, the Relay id of the ImportFile.
    method: 'PUT',
    url: '/api/imports/:runId/files',
    async answer(request) {
      const name = request.query.name?.normalize('NFC').trim() ?? ''
      if (name === '') {
        throw new ValidationProblem([{ path: ['name'], code: 'REQUIRED', message: 'the name of the file' }])
      }
      const fileId = await receiveFile(request, { runId: runIdOf(request), name, body: request.body })
      return { body: { fileId: globalId('ImportFile', fileId) } }
    },
  },
  {
    // The refused rows in the columns of their file, with line and reason. `?encoding=shift_jis` for an old Excel,
    // `?file=<Relay id>` for those of one file.
    method: 'GET',
    url: '/api/imports/:runId/refused.csv',
    async answer(request) {
      const encoding = request.query.encoding === 'shift_jis' ? 'shift_jis' : 'utf-8'
      const file = request.query.file === undefined ? null : parseGlobalId(request.query.file)
      const rows = await refusedRows(request, { runId: runIdOf(request), fileId: file?.id ?? null, encoding })
      return {
        headers: {
          'content-type': `text/csv; charset=${encoding}`,
          'content-disposition': 'attachment; filename="refused.csv"',
        },
        body: Readable.from(rows),
      }
    },
  },
]
