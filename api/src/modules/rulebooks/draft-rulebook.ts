import type { Prisma } from '../../generated/prisma/client.ts'
import type { Tx } from '../../kernel/db.ts'
import type { Rulebook } from './rules/rulebook.ts'

/**
 * Puts ready rules down as the next draft of a network's rulebook, in another module's transaction. The network edits the
 * draft and adopts it; until then nothing is decided by it.
 */
export async function draftRulebook(
  tx: Tx,
  draft: {
    readonly platformId: string
    readonly rules: Rulebook
    readonly note: string
    readonly userId: string | null
  },
): Promise<void> {
  const { platformId, rules, note, userId } = draft
  const last = await tx.rulebookVersion.aggregate({ where: { platformId }, _max: { number: true } })
  await tx.rulebookVersion.create({
    data: {
      platformId,
      number: (last._max.number ?? 0) + 1,
      rules: rules as unknown as Prisma.InputJsonObject,
      articles: [],
      note,
      createdByUserId: userId,
    },
  })
}
