import type { Prisma } from '../generated/prisma/client.ts'
import { notFound } from './problems.ts'
import { ConflictProblem } from './problems.ts'

/** A Prisma model with an optimistic lock: the columns `id` and `version`. */
interface VersionedModel {
  updateMany(args: { where: { id: string; version: number }; data: never }): PromiseLike<{ count: number }>
  findUnique(args: {
    where: { id: string }
    select: { version: true }
  }): PromiseLike<{ version: number } | null>
}

/** The columns a command may set on a model; `save` itself moves the version on. */
export type Change<Model> = Omit<Prisma.Args<Model, 'updateMany'>['data'], 'id' | 'version'>

/**
 * Writes a change if the record still has the version that was read, and moves the version on; otherwise
 * ConflictProblem. Commands change existing records through this and through nothing else.
 */
export async function save<Model extends VersionedModel>(
  model: Model,
  subject: { readonly id: string },
  version: number,
  data: Change<Model>,
): Promise<void> {
  const change = { ...data, version: { increment: 1 } } as never
  const { count } = await model.updateMany({ where: { id: subject.id, version }, data: change })
  if (count === 1) return
  const current = await model.findUnique({ where: { id: subject.id }, select: { version: true } })
  throw current ? new ConflictProblem(current.version) : notFound()
}
