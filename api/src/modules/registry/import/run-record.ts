import type { Tx } from '../../../kernel/db.ts'

// What the commands of an import ask of its own record, beyond what Prisma can.

/** Holds an import until the commit: whoever wants to drop it sees that it is at work. */
export async function holdRun(tx: Tx, runId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM import_run WHERE id = ${runId}::uuid FOR UPDATE`
}

/** Takes hold of an import only if nobody else has it at this moment. */
export async function takeFreeRun(tx: Tx, runId: string): Promise<boolean> {
  const free = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM import_run WHERE id = ${runId}::uuid FOR UPDATE SKIP LOCKED`
  return free.length > 0
}

/** The act of the history this transaction is; null while it has changed nothing whose history is kept. */
export async function actUnderWay(tx: Tx): Promise<string | null> {
  const [act] = await tx.$queryRaw<{ id: string | null }[]>`
    SELECT nullif(current_setting('yui.act', true), '') AS id`
  return act?.id ?? null
}

/** Whether something stands on what an import wrote. */
export async function isBuiltOn(tx: Tx, runId: string): Promise<boolean> {
  const obstacles = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM import_undo_obstacles(${runId}::uuid) LIMIT 1`
  return obstacles.length > 0
}

/** How many rows were read, refused and noted. */
export async function countRows(tx: Tx, runId: string) {
  const [rows] = await tx.$queryRaw<[{ all: number; refused: number; noted: number }]>`
    SELECT count(*)::int AS all, count(*) FILTER (WHERE outcome = 'REFUSED')::int AS refused,
      count(*) FILTER (WHERE outcome = 'NOTED')::int AS noted
    FROM import_row WHERE run_id = ${runId}::uuid`
  return rows
}
