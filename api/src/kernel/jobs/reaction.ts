import { z } from 'zod'
import type { Audience, Emit, Event } from '../events.ts'
import { command, runCommand, type Command } from '../command.ts'
import type { EventLog } from '../../generated/prisma/client.ts'
import type { Tx } from '../db.ts'
import { allow, deny } from '../verdict.ts'
import { isSystem, systemViewer } from '../viewer.ts'
import { task, type JobContext } from './task.ts'

export interface ReactionArguments<Payload> {
  readonly tx: Tx
  readonly payload: Payload
  readonly eventId: string
  /** When the event happened. */
  readonly at: Date
  readonly now: Date
  readonly emit: Emit
}

interface ReactionSpec<Payload> {
  /** camelCase verb phrase with its module in front, e.g. `notifications.tellMembers`. Never rename: it is a key. */
  readonly name: string
  /** One sentence, shown in the audit. */
  readonly description: string
  /** Runs in a transaction of its own. Events of one record may come out of order: read what stands now. */
  readonly run: (args: ReactionArguments<Payload>) => Promise<void>
}

const eventInput = z.object({ eventId: z.uuid().describe('The event reacted to.') })
type Reaction = Command<typeof eventInput, { eventId: string }>

export const reactions = new Map<string, Reaction[]>()

/**
 * Does something after an event was committed. The worker tries until it succeeds, and its effect happens once: a
 * reaction is a command of the portal itself whose idempotency key is the event.
 */
export function reaction<Payload extends z.ZodObject>(
  event: Event<Payload>,
  { name, description, run }: ReactionSpec<z.output<Payload>>,
): void {
  const declared = command({
    name,
    description,
    input: eventInput,
    subject: (tx, { eventId }) => tx.eventLog.findUnique({ where: { id: eventId } }),
    may: (viewer) => (isSystem(viewer) ? allow : deny('SYSTEM_ONLY')),
    async run({ tx, subject, now, emit }) {
      const payload = event.payload.parse(subject.payload)
      await run({ tx, payload, eventId: subject.id, at: subject.at, now, emit })
      return { eventId: subject.id }
    },
    auditSubject: ({ eventId }) => ({ type: 'EventLog', id: eventId }),
    auditAudience: ({ audience }) => audience.filter((who) => who !== 'public') as Audience[],
  })
  const others = [...reactions.values()].flat()
  if (others.some((other) => other.name === name)) throw new Error(`There already is a reaction ${name}.`)
  reactions.set(event.name, [...(reactions.get(event.name) ?? []), declared])
}

interface Follower {
  readonly name: string
  /** The events it follows. */
  readonly events: ReadonlySet<string>
  /** Runs once or several times for an event, so its effect must be the same as of one run. */
  readonly run: (event: EventLog, context: JobContext) => Promise<void>
}

const followers: Follower[] = []

/** Passes events on as they are. Unlike a reaction it decides nothing, so nothing of it stands in the audit. */
export function follower(declared: Follower): void {
  followers.push(declared)
}

/** The job that every event gets. One reaction that fails does not keep the others from running. */
export const react = task({
  name: 'react',
  payload: z.object({ eventId: z.uuid() }),
  async run({ eventId }, context) {
    const event = await context.db.eventLog.findUniqueOrThrow({ where: { id: eventId } })
    const { name } = event
    const outcomes = await Promise.allSettled([
      ...(reactions.get(name) ?? []).map((one) =>
        runCommand(
          one,
          { eventId },
          { ...context, viewer: systemViewer, requestId: null },
          { resend: { owner: `reaction:${one.name}`, key: eventId } },
        ),
      ),
      ...followers.filter(({ events }) => events.has(name)).map((one) => one.run(event, context)),
    ])
    const failures = outcomes
      .filter((outcome) => outcome.status === 'rejected')
      .map(({ reason }) => reason as unknown)
    if (failures.length > 0)
      throw new AggregateError(failures, `${failures.length} reactions to ${name} failed`)
  },
})
