import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { dayInJapan } from '../../kernel/clock.ts'
import { runCommand } from '../../kernel/command.ts'
import { route } from '../../kernel/http/routes.ts'
import { globalId, parseGlobalId, type ModelName } from '../../kernel/ids.ts'
import { notFound, ValidationProblem } from '../../kernel/problems.ts'
import { sqlFor } from '../../kernel/read/sql.ts'
import { takeHandoverPackage } from './commands/take-handover-package.ts'
import { openDocumentVersion } from './commands/open-document-version.ts'
import { openedFile, receiveVersion } from './files.ts'
import { packageOf } from './handover/package.ts'
import { zipped } from './handover/zip.ts'
import { feedOf } from './queries/calendar.ts'
import { calendarText } from './rules/ical.ts'

// Files onto a network's shelf, and from it. Records are named by their Relay ids.

function keyOf({ params }: FastifyRequest, model: ModelName): string {
  const parsed = parseGlobalId((params as { id?: string }).id ?? '')
  if (parsed?.model !== model || !z.uuid().safeParse(parsed.id).success) throw notFound()
  return parsed.id
}

const queryOf = ({ query }: FastifyRequest) => query as Readonly<Record<string, string>>
const said = (text: string | undefined): string => text?.normalize('NFC').trim() ?? ''

route({
  // The file's bytes are the body; `?name=` is its name, `?note=` what is new. Answers `{ versionId }`.
  method: 'PUT',
  url: '/api/documents/:id/versions',
  async handler(request, reply, context) {
    const fileName = said(queryOf(request).name)
    if (fileName === '')
      throw new ValidationProblem([{ path: ['name'], code: 'REQUIRED', message: 'the name of the file' }])
    const documentId = keyOf(request, 'Document')
    const note = said(queryOf(request).note) || null
    const body = (request.body as Readable | undefined) ?? request.raw
    const versionId = await receiveVersion(context, { documentId, fileName, note, body })
    return reply
      .header('cache-control', 'no-store')
      .send({ versionId: globalId('DocumentVersion', versionId) })
  },
})

route({
  // Always as a file to be kept, never as a page: whatever is in it, it does not run under the portal's name.
  method: 'GET',
  url: '/api/documents/versions/:id',
  async handler(request, reply, context) {
    const asked = keyOf(request, 'DocumentVersion')
    const { documentVersionId } = await runCommand(openDocumentVersion, { documentVersionId: asked }, context)
    const file = await openedFile(context.db, documentVersionId)
    return reply
      .type(file.mediaType)
      .headers({
        'cache-control': 'private, no-store',
        'content-length': file.size,
        'content-disposition': `attachment; filename="document"; filename*=UTF-8''${encodeURIComponent(file.name).replaceAll("'", '%27')}`,
        'x-download-options': 'noopen',
      })
      .send(file.bytes)
  },
})

route({
  // For other calendars, which know no log-in: the address itself is the secret, and what it opens is what its owner may
  // see on the day it is asked.
  method: 'GET',
  url: '/api/calendars/:file',
  async handler(request, reply, { readPool, clock, publicUrl }) {
    const [, secret] = /^([\w-]{43})\.ics$/.exec((request.params as { file?: string }).file ?? '') ?? []
    if (!secret) throw notFound()
    const feed = await feedOf(sqlFor(readPool), {
      secretHash: createHash('sha256').update(secret).digest(),
      today: dayInJapan(clock.now()),
      publicUrl,
    })
    if (!feed) throw notFound()
    return reply
      .type('text/calendar; charset=utf-8')
      .headers({
        'cache-control': 'private, max-age=900',
        'content-disposition': 'attachment; filename="calendar.ics"',
        'x-robots-tag': 'noindex',
      })
      .send(calendarText(feed.name, feed.entries))
  },
})

route({
  // Everything a new secretariat needs, made while it is sent; for an auditor the index alone.
  method: 'GET',
  url: '/api/networks/:id/handover.zip',
  async handler(request, reply, context) {
    const { platformId, everything } = await runCommand(
      takeHandoverPackage,
      { platformId: keyOf(request, 'Platform') },
      context,
    )
    const { name } = await context.db.platform.findUniqueOrThrow({ where: { id: platformId } })
    const now = context.clock.now()
    const fileName = `${name}_引き継ぎ一式_${dayInJapan(now)}.zip`
    return reply
      .type('application/zip')
      .headers({
        'cache-control': 'private, no-store',
        'content-disposition': `attachment; filename="handover.zip"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      })
      .send(
        Readable.from(zipped(packageOf(context, { platformId, network: name, everything }), now), {
          objectMode: false,
        }),
      )
  },
})
