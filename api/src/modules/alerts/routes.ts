import type { Readable } from 'node:stream'
import { runCommand } from '../../kernel/command.ts'
import { route } from '../../kernel/http/routes.ts'
import { globalId, parseGlobalId } from '../../kernel/ids.ts'
import { forbidden, notFound, RuleProblem, unauthenticated } from '../../kernel/problems.ts'
import { receiveAlert } from './commands/receive-alert.ts'
import { messagesVisibleTo } from './policy/alerts.ts'
import { LARGEST_MESSAGE } from './receiving.ts'

route({
  // One message of 気象庁防災情報XML is the body, from a person or from a relay with a token of scope alerts:write.
  // Answers `{ messageId, repeated }`: 201 for a new one, 200 for one that was there.
  method: 'POST',
  url: '/api/alerts',
  async handler(request, reply, context) {
    const { viewer } = context
    if (!viewer.userId) throw unauthenticated()
    const { name } = request.query as Readonly<Record<string, unknown>>
    const bytes = await wholeOf((request.body as Readable | undefined) ?? request.raw)
    const fileName = typeof name === 'string' ? name.normalize('NFC').trim().slice(0, 200) || null : null
    const { alertMessageId, repeated } = await runCommand(
      receiveAlert,
      { bytes: bytes.toString('base64'), fileName, channel: viewer.tokenId ? 'RELAY' : 'UPLOAD' },
      context,
    )
    return reply
      .code(repeated ? 200 : 201)
      .header('cache-control', 'no-store')
      .send({ messageId: globalId('AlertMessage', alertMessageId), repeated })
  },
})

route({
  // The text as it came, as a file to be kept and never as a page.
  method: 'GET',
  url: '/api/alerts/:file',
  async handler(request, reply, { viewer, db }) {
    if (!viewer.userId) throw unauthenticated()
    if (viewer.scopes && !viewer.scopes.includes('alerts:read')) throw forbidden('SCOPE_MISSING')
    const { file = '' } = request.params as { file?: string }
    const asked = parseGlobalId(file.replace(/\.xml$/, ''))
    if (asked?.model !== 'AlertMessage' || !/^[0-9a-f-]{36}$/.test(asked.id)) throw notFound()
    const found = await db.alertMessage.findFirst({
      where: { AND: [{ id: asked.id }, messagesVisibleTo(viewer)] },
      select: { rawText: true, status: true },
    })
    if (!found) throw notFound()
    const name = found.status === 'NORMAL' ? '電文.xml' : '【訓練】電文.xml'
    return reply
      .type('application/octet-stream')
      .headers({
        'cache-control': 'private, no-store',
        'content-disposition': `attachment; filename="alert.xml"; filename*=UTF-8''${encodeURIComponent(name)}`,
        'x-download-options': 'noopen',
      })
      .send(Buffer.from(found.rawText, 'utf8'))
  },
})

async function wholeOf(body: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of body) {
    size += piece.length
    if (size > LARGEST_MESSAGE) throw new RuleProblem('ALERT_TOO_LARGE', 'A message has at most 4 MB.')
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}
