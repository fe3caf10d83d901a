import type { FastifyReply, FastifyRequest } from 'fastify'
import { runCommand } from '../../kernel/command.ts'
import { rateLimiter } from '../../kernel/http/rate-limit.ts'
import type { RouteContext } from '../../kernel/http/routes.ts'
import { globalId } from '../../kernel/ids.ts'
import { RuleProblem } from '../../kernel/problems.ts'
import { guest } from '../../kernel/viewer.ts'
import { LONGEST_MISTAKE, MISTAKE_TOPICS, mistakeText, reportMistake } from '../registry/public.ts'
import { Elsewhere, type PageRequest } from './page.ts'
import { framed } from './pages/frame.ts'
import { drawMistake, type MistakenPage, type Refused } from './pages/mistake.ts'
import { addresses, addressOf, type Display } from './rules/addresses.ts'
import { styles } from './styles.ts'
import type { View } from './view.ts'

/** People report a mistake now and then; an office behind one address some more. Programs would fill the list. */
const allows = rateLimiter({ burst: 10, perSecond: 1 / 60 })

/** A form of three fields; whoever sends more sends something else. */
const MOST_BYTES = 16 * 1024

interface Sent {
  readonly topic: string
  readonly text: string
  /** A field that people do not see: only programs fill it. */
  readonly trap: string
}

/** Takes a report. Nobody is signed in here, whoever it is: the form promises that no name is needed. */
export async function takeMistake(
  find: (request: PageRequest) => Promise<MistakenPage | Elsewhere | null>,
  asked: PageRequest,
  display: Display,
  view: () => View,
  request: FastifyRequest,
  reply: FastifyReply,
  context: RouteContext,
): Promise<FastifyReply | null> {
  void reply.header('cache-control', 'no-store')
  const sent = await readForm(request)
  const place = await find(asked)
  if (place === null || sent === null) return null
  if (place instanceof Elsewhere) return reply.redirect(addressOf(place.path, {}, display), 303)
  const fault = await faultOf(sent, place, request.ip, context)
  if (!fault) return reply.redirect(addressOf(addresses.mistakeReported, {}, display), 303)
  const shown = view()
  const drawn = drawMistake(place, shown, { ...sent, fault })
  return reply
    .code(drawn.status ?? 200)
    .type('text/html; charset=utf-8')
    .header('x-robots-tag', 'noindex')
    .send(framed(drawn, shown, styles.url).text)
}

async function faultOf(
  { topic, text, trap }: Sent,
  { record, id }: MistakenPage,
  address: string,
  context: RouteContext,
): Promise<Refused['fault'] | null> {
  if (!(topic in MISTAKE_TOPICS)) return 'TOPIC'
  const { length } = mistakeText(text)
  if (length === 0 || length > LONGEST_MISTAKE) return 'TEXT'
  // A program is thanked like everybody, so that it learns nothing.
  if (trap !== '') return null
  if (!allows(address)) return 'OFTEN'
  const input = {
    facilityId: record === 'FACILITY' ? globalId('Facility', id) : null,
    corporationId: record === 'CORPORATION' ? globalId('Corporation', id) : null,
    topic,
    text,
  }
  try {
    await runCommand(reportMistake, input, { ...context, viewer: guest })
    return null
  } catch (error) {
    if (error instanceof RuleProblem && error.code === 'MISTAKES_ARE_MANY') return 'WAITING'
    throw error
  }
}

/** The fields of a form as browsers send it; null for anything else. */
async function readForm({ headers, body }: FastifyRequest): Promise<Sent | null> {
  if (!/^application\/x-www-form-urlencoded\b/i.test(headers['content-type'] ?? '')) return null
  const pieces: Buffer[] = []
  let bytes = 0
  for await (const piece of body as AsyncIterable<Buffer>) {
    bytes += piece.length
    if (bytes > MOST_BYTES) return null
    pieces.push(piece)
  }
  const fields = new URLSearchParams(Buffer.concat(pieces).toString('utf8'))
  // Browsers send the lines of a text with two characters at their ends, and count one.
  const of = (name: string) => (fields.get(name) ?? '').toWellFormed().replaceAll('\r\n', '\n')
  return { topic: of('topic'), text: of('text'), trap: of('website') }
}
