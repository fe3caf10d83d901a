import { Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { route } from '../../../kernel/http/routes.ts'
import { globalId, parseGlobalId } from '../../../kernel/ids.ts'
import { notFound, ValidationProblem } from '../../../kernel/problems.ts'
import { receiveFile } from './receive-file.ts'
import { refusedRows } from './refused-rows.ts'

// Files into an import, and out of it again. The import is named by its Relay id.

/** The key of the import that the address names. */
function runIdOf({ params }: FastifyRequest): string {
  const parsed = parseGlobalId((params as { runId?: string }).runId ?? '')
  if (parsed?.model !== 'ImportRun' || !z.uuid().safeParse(parsed.id).success) throw notFound()
  return parsed.id
}

const queryOf = ({ query }: FastifyRequest) => query as Readonly<Record<string, string>>

route({
  // The file's bytes are the body. Answers `{ fileId }`, the Relay id of the ImportFile.
  method: 'PUT',
  url: '/api/imports/:runId/files',
  async handler(request, reply, context) {
    const name = queryOf(request).name?.normalize('NFC').trim() ?? ''
    if (name === '') {
      throw new ValidationProblem([{ path: ['name'], code: 'REQUIRED', message: 'the name of the file' }])
    }
    const body = (request.body as Readable | undefined) ?? request.raw
    const fileId = await receiveFile(context, { runId: runIdOf(request), name, body })
    return reply.header('cache-control', 'no-store').send({ fileId: globalId('ImportFile', fileId) })
  },
})

route({
  // The refused rows in the columns of their file, with line and reason. `?encoding=shift_jis` for an old Excel,
  // `?file=<Relay id>` for those of one file.
  method: 'GET',
  url: '/api/imports/:runId/refused.csv',
  async handler(request, reply, context) {
    const asked = queryOf(request)
    const encoding = asked.encoding === 'shift_jis' ? 'shift_jis' : 'utf-8'
    const file = asked.file === undefined ? null : parseGlobalId(asked.file)
    const rows = await refusedRows(context, { runId: runIdOf(request), fileId: file?.id ?? null, encoding })
    return reply
      .headers({
        'cache-control': 'no-store',
        'content-type': `text/csv; charset=${encoding}`,
        'content-disposition': 'attachment; filename="refused.csv"',
      })
      .send(Readable.from(rows))
  },
})
