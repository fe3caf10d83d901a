import { createHash } from 'node:crypto'
import type { AlertMessage, AlertSuggestion } from '../../generated/prisma/client.ts'
import type { AlertChannel } from '../../generated/prisma/enums.ts'
import { dateOf, dayInJapan } from '../../kernel/clock.ts'
import type { Tx } from '../../kernel/db.ts'
import type { Emit } from '../../kernel/events.ts'
import { globalId } from '../../kernel/ids.ts'
import * as events from './events.ts'
import { municipalitiesOfNetworks } from './networks.ts'
import { readMessage, type AreaFact } from './reading/read-message.ts'
import { standings } from './rules/chains.ts'
import { asksAgain, concerned, questionFor, thresholdsOn, type Touching } from './rules/suggesting.ts'

// What happens when a message comes in, in the transaction of the command that receives it.

/** Larger than any message of the 気象庁; the largest sample has 140 KB. */
export const LARGEST_MESSAGE = 4 * 1024 * 1024

export interface Incoming {
  readonly bytes: Uint8Array
  readonly channel: AlertChannel
  readonly fileName: string | null
  readonly userId: string | null
}

interface Means {
  readonly tx: Tx
  readonly emit: Emit
  readonly now: Date
}

/** The bytes as text that the database can hold, and whether nothing was lost by it. */
function textOf(bytes: Uint8Array): { rawText: string; exact: boolean } {
  const decoded = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  const rawText = decoded.replaceAll('\0', '\uFFFD')
  return { rawText, exact: Buffer.from(rawText, 'utf8').equals(Buffer.from(bytes)) }
}

/**
 * Keeps a message with what could be read in it, settles how it stands among those about the same thing, and asks the
 * networks it concerns. The same bytes again answer the message that is there and change nothing.
 */
export async function receive(
  means: Means,
  { bytes, channel, fileName, userId }: Incoming,
): Promise<{ messageId: string; repeated: boolean }> {
  const { tx, emit, now } = means
  const contentHash = new Uint8Array(createHash('sha256').update(bytes).digest())
  const known = await tx.alertMessage.findUnique({ where: { contentHash }, select: { id: true } })
  if (known) return { messageId: known.id, repeated: true }

  const { rawText, exact } = textOf(bytes)
  const read = readMessage(rawText)
  const { areas = [], ...facts } = read.ok
    ? read.facts
    : ({
        areas: undefined,
        reading: 'UNREADABLE',
        kind: 'OTHER',
        status: 'NORMAL',
        infoType: 'ISSUED',
        problem: read.problem,
      } as const)
  const message = await tx.alertMessage.create({
    data: {
      ...facts,
      contentHash,
      rawText,
      exact,
      fileName,
      channel,
      receivedAt: now,
      receivedByUserId: userId,
    },
  })
  await tx.alertArea.createMany({ data: areas.map((area, position) => rowOf(message.id, area, position)) })
  emit(
    events.AlertReceived,
    { messageId: message.id },
    { audience: [], entities: [globalId('AlertMessage', message.id)] },
  )
  if (message.chainKey !== null) await settle(means, message.chainKey, message, areas)
  return { messageId: message.id, repeated: false }
}

const rowOf = (messageId: string, { weight, ...area }: AreaFact, position: number) => ({
  ...area,
  messageId,
  position,
  signal: weight?.signal ?? null,
  rank: weight?.rank ?? null,
})

/** Sets how the messages about one thing stand, and what is asked because of the one that counts now. */
async function settle(
  means: Means,
  chainKey: string,
  arrived: AlertMessage,
  areas: readonly AreaFact[],
): Promise<void> {
  const { tx, now } = means
  const chain = await tx.alertMessage.findMany({ where: { chainKey } })
  const settled = standings(chain)
  for (const message of chain) {
    const found = settled.get(message.id)
    if (!found || (found.standing === message.standing && found.replacedById === message.replacedById))
      continue
    await tx.alertMessage.update({
      where: { id: message.id },
      data: { standing: found.standing, replacedById: found.replacedById, version: { increment: 1 } },
    })
  }
  const current = chain.find(({ id }) => settled.get(id)?.standing === 'CURRENT')
  if (!current) return
  const today = dateOf(dayInJapan(now))
  const networks = await municipalitiesOfNetworks(tx, today)
  await tx.alertConcern.createMany({
    data: [...networks].flatMap(([platformId, own]) => {
      const municipalityCodes = concerned(areas, own)
      return municipalityCodes.length === 0 ? [] : [{ messageId: arrived.id, platformId, municipalityCodes }]
    }),
  })
  // What came in late and is not the one that counts changes no question.
  if (current.id !== arrived.id) return
  await ask(means, current, current.infoType === 'CANCELLED' ? [] : areas, networks, today)
}

/** Asks each network whose threshold is reached, and takes back what is open where it no longer is. */
async function ask(
  means: Means,
  message: AlertMessage,
  areas: readonly Touching[],
  networks: ReadonlyMap<string, ReadonlySet<string>>,
  today: Date,
): Promise<void> {
  const { tx, emit, now } = means
  const chainKey = message.chainKey ?? ''
  const thresholds = await tx.alertThreshold.findMany()
  const before = await tx.alertSuggestion.findMany({ where: { chainKey }, orderBy: { suggestedAt: 'asc' } })
  for (const [platformId, own] of networks) {
    const question = questionFor(areas, own, thresholdsOn(thresholds, platformId, today))
    const asked = before.filter((suggestion) => suggestion.platformId === platformId)
    const open = asked.find(({ state }) => state === 'OPEN')
    if (!question) {
      if (open) await withdraw(means, open, message)
      continue
    }
    const said = { ...question, municipalityCodes: [...question.municipalityCodes], messageId: message.id }
    if (open) {
      await tx.alertSuggestion.update({
        where: { id: open.id },
        data: { ...said, version: { increment: 1 } },
      })
      continue
    }
    const decided = asked.findLast(({ state }) => state !== 'WITHDRAWN') ?? null
    if (!asksAgain(decided, question)) continue
    const drill = message.status !== 'NORMAL'
    const { id } = await tx.alertSuggestion.create({
      data: { ...said, platformId, chainKey, drill, suggestedAt: now },
    })
    emit(
      events.OpeningSuggested,
      { suggestionId: id, platformId, drill },
      { audience: [`platform:${platformId}`], entities: [globalId('AlertSuggestion', id)] },
    )
  }
}

async function withdraw(
  { tx, emit, now }: Means,
  open: AlertSuggestion,
  message: AlertMessage,
): Promise<void> {
  await tx.alertSuggestion.update({
    where: { id: open.id },
    data: {
      state: 'WITHDRAWN',
      endedAt: now,
      reason: message.infoType === 'CANCELLED' ? 'CANCELLED' : 'BELOW_THRESHOLD',
      version: { increment: 1 },
    },
  })
  announceEnd(emit, { ...open, state: 'WITHDRAWN' })
}

export const announceEnd = (
  emit: Emit,
  { id, platformId, drill, state }: Pick<AlertSuggestion, 'id' | 'platformId' | 'drill' | 'state'>,
): void => {
  if (state === 'OPEN') return
  emit(
    events.SuggestionEnded,
    { suggestionId: id, platformId, drill, state },
    { audience: [`platform:${platformId}`], entities: [globalId('AlertSuggestion', id)] },
  )
}
