import type { Meeting } from '../../generated/prisma/client.ts'
import type { Tx } from '../../kernel/db.ts'
import { rulebookVersion, type Rulebook } from '../rulebooks/public.ts'

/** The version of the rulebook that a meeting was called by. */
export async function rulebookOf(
  tx: Tx,
  meeting: Pick<Meeting, 'id' | 'rulebookVersionId'>,
): Promise<Rulebook> {
  const found = meeting.rulebookVersionId && (await rulebookVersion(tx, meeting.rulebookVersionId))
  if (!found) throw new Error(`Meeting ${meeting.id} was called without a rulebook.`)
  return found.rules
}
