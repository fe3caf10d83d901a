import type { z } from 'zod'
import type { Mailer } from '../adapters/mail.ts'
import type { Clock } from '../clock.ts'
import type { Db, Tx } from '../db.ts'
import type { Log } from '../log.ts'

/** What a job may use. */
export interface JobContext {
  readonly db: Db
  readonly clock: Clock
  readonly log: Log
  /** Null when no mail server is set: mails then wait in the development mailbox. */
  readonly mailer: Mailer | null
}

/** Work of the worker outside a request. It may run twice, so its effect must be the same as of one run. */
export interface Task<Payload extends z.ZodObject = z.ZodObject> {
  readonly name: string
  readonly payload: Payload
  readonly run: (payload: z.output<Payload>, context: JobContext) => Promise<void>
}

export const tasks = new Map<string, Task>()

/** Declares a task. The worker knows it when `reactions.ts` beside `worker.ts` imports its file. */
export function task<Payload extends z.ZodObject>(declared: Task<Payload>): Task<Payload> {
  if (tasks.has(declared.name)) throw new Error(`There already is a task ${declared.name}.`)
  tasks.set(declared.name, {
    ...declared,
    run: (payload, context) => declared.run(declared.payload.parse(payload), context),
  })
  return declared
}

interface JobTime {
  /** Not before this moment; at once unless said. */
  readonly at?: Date
  /** A job with the same key that has not begun is replaced. */
  readonly key?: string
}

/** Adds a job with the commit of the running command; a rollback adds nothing. */
export async function addJob<Payload extends z.ZodObject>(
  tx: Pick<Tx, '$executeRaw'>,
  { name, payload: schema }: Pick<Task<Payload>, 'name' | 'payload'>,
  payload: z.input<Payload>,
  { at, key }: JobTime = {},
): Promise<void> {
  const json = JSON.stringify(schema.parse(payload))
  await tx.$executeRaw`select graphile_worker.add_job(
    ${name}, ${json}::json, max_attempts => 25, run_at => ${at ?? null}::timestamptz, job_key => ${key ?? null}::text)`
}
