import type { Db, Tx } from '../../kernel/db.ts'
import type { TopicName } from './rules/topics.ts'

export type Params = Readonly<Record<string, string | number>>

interface MailedKind {
  readonly topic: TopicName
  /** What it tells, as one Japanese sentence of a mail. */
  readonly line: (params: Params) => string
  /** Of these subjects, those of which something is still to be done by the person; without it, whatever is unread. */
  readonly stillOpen?: (
    db: Db | Tx,
    asked: { readonly userId: string; readonly subjects: readonly string[]; readonly now: Date },
  ) => Promise<ReadonlySet<string>>
  /** The module writes the mail at once itself. */
  readonly ownLetter?: true
}

const kinds = new Map<string, MailedKind>()

/** Says how a kind of notification is told by mail; a module does so beside its reactions. */
export function mailedAs(kind: string, spec: MailedKind): void {
  if (kinds.has(kind)) throw new Error(`${kind} is told by mail already.`)
  kinds.set(kind, spec)
}

export const mailedKind = (kind: string): MailedKind | undefined => kinds.get(kind)
