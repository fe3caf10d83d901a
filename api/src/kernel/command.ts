import type { z } from 'zod'
import { appendLedger, audienceOf, bodiesOf, type AuditRecord, type Behalf } from './audit.ts'
import type { Clock } from './clock.ts'
import { isWorthRetrying, violates } from './database-error.ts'
import type { Db, Tx } from './db.ts'
import { collectAnnouncements, type Announcement, type Audience, type Emit } from './events.ts'
import { claim, keepAnswer, type Resend } from './idempotency.ts'
import { parseInput } from './inputs.ts'
import { forbidden, notFound, unauthenticated, type RuleProblem } from './problems.ts'
import { inSpan } from './trace.ts'
import type { Verdict } from './verdict.ts'
import { capitalized, uncapitalized } from './words.ts'
import { isSystem, needsSecondFactorFor, type Viewer } from './viewer.ts'

/** What a command answers: ids and plain values; the graph reads the records again through the viewer's eyes. */
export type CommandResult = Readonly<
  Record<string, string | number | boolean | null | readonly string[] | undefined>
>

export interface RunArguments<Subject, Input> {
  readonly tx: Tx
  readonly subject: Subject
  readonly input: Input
  readonly viewer: Viewer
  readonly now: Date
  /** Announces an event with this command's commit. */
  readonly emit: Emit
}

interface Options<Input, Subject, Result> {
  /** Nobody needs to be signed in. Rare; a test lists every such command. */
  readonly public?: true
  /** Concerns the person, not a body: needs no choice of whom to act for. */
  readonly personal?: true
  /** The session must have passed a second factor. Always so for administrators. */
  readonly secondFactor?: true
  /** Also open to administrators without a second factor, because it is how they get one. */
  readonly withoutSecondFactor?: true
  /** Scope a token needs; without it no token can run the command. */
  readonly scope?: string
  /** For rules over several rows: sums, votes, allocations. */
  readonly isolation?: 'serializable'
  /** Seconds the transaction may take, for work outside a request on a slow machine; 20 unless said. */
  readonly patience?: number
  /** Keys of input and result that are written neither to the audit nor beside an idempotency key. */
  readonly secret?: readonly ((keyof Input | keyof Result) & string)[]
  /** Expected refusals of the database, by the name of the constraint or trigger. */
  readonly onConstraint?: Readonly<Record<string, () => RuleProblem>>
  /** What the audit names as subject; by default the first `<type>Id` of the result. */
  readonly auditSubject?: (result: Result, subject: Subject) => { type: string; id: string } | null
  /** Further bodies that may read the audit entry, besides those of the subject, the actor and the events. */
  readonly auditAudience?: (subject: Subject, input: Input) => readonly Audience[]
  /** Whose right `may` let pass, when it was not the acting body's own: named by the audit and the history. */
  readonly onBehalfOf?: (viewer: Viewer, subject: Subject, input: Input) => Behalf | null
}

export interface CommandSpec<
  Input extends z.ZodObject,
  Subject extends object,
  Result extends CommandResult,
> extends Options<z.output<Input>, NoInfer<Subject>, NoInfer<Result>> {
  /** camelCase verb phrase: the name of the mutation and of the act in the audit. */
  readonly name: string
  /** The rule in one plain sentence; becomes the SDL description and the line in the audit screen. */
  readonly description: string
  readonly input: Input
  /** The record the command is about (for a creation: what it is created in). Null = does not exist or not visible. */
  readonly subject: (
    tx: Tx,
    input: z.output<Input>,
    viewer: Viewer,
    now: Date,
  ) => PromiseLike<Subject | null> | Subject | null
  readonly may: (viewer: Viewer, subject: Subject, input: z.output<Input>) => Verdict
  /** Free of effects outside `tx`: it runs again after a serialization failure. */
  readonly run: (args: RunArguments<NoInfer<Subject>, z.output<Input>>) => Promise<Result>
}

/** A use case that is ready to run; made by `command`, run by `runCommand`. */
export interface Command<
  Input extends z.ZodObject = z.ZodObject,
  Result extends CommandResult = CommandResult,
> extends Pick<
  Options<never, never, never>,
  | 'public'
  | 'personal'
  | 'secondFactor'
  | 'withoutSecondFactor'
  | 'scope'
  | 'isolation'
  | 'patience'
  | 'onConstraint'
> {
  readonly name: string
  readonly description: string
  readonly input: Input
  readonly secret: readonly string[]
  /** Loads the subject, asks the policy and runs: the command's own part of the transaction. */
  readonly act: (tx: Tx, input: z.output<Input>, viewer: Viewer, now: Date) => Promise<Act<Result>>
}

/** What was done, to be answered, audited and announced. */
interface Act<Result> {
  readonly result: Result
  readonly record: AuditRecord
  readonly announcements: readonly Announcement[]
}

/** Where a command runs: by whom, when, on which database. A GraphContext is one. */
export interface CommandContext {
  readonly viewer: Viewer
  readonly clock: Clock
  readonly db: Db
  readonly requestId: string | null
}

/**
 * Declares a use case. The order of its steps is always the same (see `runCommand`); a command says only what is its
 * own: whom it concerns, who may, and what changes.
 */
export function command<Input extends z.ZodObject, Subject extends object, Result extends CommandResult>(
  spec: CommandSpec<Input, Subject, Result>,
): Command<Input, Result> {
  const { name, description, input, secret = [] } = spec
  const {
    public: isPublic,
    personal,
    secondFactor,
    withoutSecondFactor,
    scope,
    isolation,
    patience,
    onConstraint,
  } = spec
  return {
    name,
    description,
    input,
    secret,
    public: isPublic,
    personal,
    secondFactor,
    withoutSecondFactor,
    scope,
    isolation,
    patience,
    onConstraint,
    act: (tx, parsed, viewer, now) => perform(spec, tx, parsed, viewer, now),
  }
}

async function perform<Input extends z.ZodObject, Subject extends object, Result extends CommandResult>(
  spec: CommandSpec<Input, Subject, Result>,
  tx: Tx,
  input: z.output<Input>,
  viewer: Viewer,
  now: Date,
): Promise<Act<Result>> {
  const subject = await spec.subject(tx, input, viewer, now)
  if (!subject) throw notFound()
  const verdict = spec.may(viewer, subject, input)
  if (!verdict.allowed) throw forbidden(verdict.reason)

  const { emit, announcements } = collectAnnouncements()
  const result = await spec.run({ tx, subject, input, viewer, now, emit })

  const about = spec.auditSubject ? spec.auditSubject(result, subject) : subjectOf(result)
  const audience: Audience[] = [
    ...bodiesOf(subject),
    ...(about ? bodiesOf({ [`${uncapitalized(about.type)}Id`]: about.id }) : []),
    ...audienceOf(viewer),
    ...announcements.flatMap((announcement) => announcement.audience.filter((who) => who !== 'public')),
    ...(spec.auditAudience?.(subject, input) ?? []),
  ]
  const record = {
    command: spec.name,
    subjectType: about?.type ?? null,
    subjectId: about?.id ?? null,
    audience: [...new Set(audience)],
    input: without(input, ['idempotencyKey', ...(spec.secret ?? [])]),
    reason: typeof input.reason === 'string' ? input.reason : null,
    behalf: spec.onBehalfOf?.(viewer, subject, input) ?? null,
  }
  return { result, record, announcements }
}

const ATTEMPTS = 4
/** Seconds a transaction may take. */
const PATIENCE = 20
/** From this attempt on, a serializable command holds the ledger from its start, so that nothing can overtake it. */
const ALONE_FROM = 3

/**
 * Runs a command, always in this order: signed in? → token's scope → second factor → acting for whom? → shape of the
 * input → transaction { answered before? → load the subject (missing or not visible = NOT_FOUND) → policy → run →
 * keep the answer → audit row, event rows and their jobs } → commit.
 * This is the only place that opens a write transaction.
 */
export function runCommand<Input extends z.ZodObject, Result extends CommandResult>(
  command: Command<Input, Result>,
  rawInput: unknown,
  context: CommandContext,
  options: { resend?: { owner: string; key: string } } = {},
): Promise<Result> {
  return inSpan(`command ${command.name}`, async () => {
    admit(command, context.viewer)
    const input = parseInput(command.input, rawInput)
    const resend = resendOf(command, input, context.viewer, options.resend)
    try {
      return await attempt(command, input, context, resend, 1)
    } catch (error) {
      for (const [constraint, problem] of Object.entries(command.onConstraint ?? {})) {
        if (violates(error, constraint)) throw problem()
      }
      throw error
    }
  })
}

/** What can be said from the viewer alone, before anything is read. */
function admit(command: Command, viewer: Viewer): void {
  if (isSystem(viewer)) return
  if (!viewer.userId) {
    if (command.public) return
    throw unauthenticated()
  }
  if (viewer.scopes) {
    if (!command.scope || !viewer.scopes.includes(command.scope)) throw forbidden('SCOPE_MISSING')
  } else if (!viewer.secondFactor && !command.withoutSecondFactor) {
    const asAdministrator = viewer.needsSecondFactor || (viewer.acting && needsSecondFactorFor(viewer.acting))
    if (command.secondFactor || asAdministrator) throw forbidden('SECOND_FACTOR_REQUIRED')
  }
  if (!viewer.acting && viewer.seats.length > 0 && !command.personal) throw forbidden('CHOOSE_ACTING')
}

async function attempt<Input extends z.ZodObject, Result extends CommandResult>(
  command: Command<Input, Result>,
  input: z.output<Input>,
  context: CommandContext,
  resend: Resend | null,
  number: number,
): Promise<Result> {
  const { db, viewer, clock, requestId } = context
  const serializable = command.isolation === 'serializable'
  try {
    return await db.$transaction(
      async (tx) => {
        if (serializable && number >= ALONE_FROM)
          await tx.$executeRaw`lock table ledger_head in exclusive mode`
        const answered = resend && (await claim(tx, resend))
        if (answered) return answered.result as Result
        const now = clock.now()
        const { result, record, announcements } = await command.act(tx, input, viewer, now)
        if (resend) await keepAnswer(tx, resend, without(result, command.secret))
        await appendLedger(tx, record, announcements, { viewer, now, requestId })
        return result
      },
      {
        isolationLevel: serializable ? 'Serializable' : 'ReadCommitted',
        maxWait: 10_000,
        timeout: (command.patience ?? PATIENCE) * 1_000,
      },
    )
  } catch (error) {
    if (number >= ATTEMPTS || !isWorthRetrying(error)) throw error
    await pause(Math.random() * 20 * 2 ** number)
    return attempt(command, input, context, resend, number + 1)
  }
}

function resendOf(
  command: Command,
  input: Record<string, unknown>,
  viewer: Viewer,
  given: { owner: string; key: string } | undefined,
): Resend | null {
  const key = given?.key ?? input.idempotencyKey
  if (typeof key !== 'string') return null
  return {
    owner: given?.owner ?? (viewer.userId ? `user:${viewer.userId}` : 'guest'),
    key,
    command: command.name,
    fingerprint: [viewer.acting?.key ?? null, without(input, ['idempotencyKey', ...command.secret])],
  }
}

function subjectOf(result: CommandResult): { type: string; id: string } | null {
  for (const [key, id] of Object.entries(result)) {
    if (key.endsWith('Id') && typeof id === 'string') {
      return { type: capitalized(key.slice(0, -2)), id }
    }
  }
  return null
}

const without = (record: object, keys: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)))

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
