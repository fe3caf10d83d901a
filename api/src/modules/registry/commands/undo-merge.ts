import { z } from 'zod'
import { dayInJapan } from '../../../kernel/clock.ts'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { version } from '../../../kernel/inputs.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { save } from '../../../kernel/save.ts'
import { RecordsParted } from '../events.ts'
import { loadMergePair, mergeAudience, mergeEntities, refreshConfirmedAt } from '../matching/merging.ts'
import { movesOf, absorptionOf } from '../matching/merge-moves.ts'
import * as policy from '../policy/matching.ts'
import { backwards, builtOn, carry, sqlIn } from '../absorbing.ts'

export const undoMerge = command({
  name: 'undoMerge',
  description:
    'Whoever may merge two records undoes a merge: everything that was moved stands where it stood. Refused when somebody has built on it since.',
  scope: 'registry:write',
  secondFactor: true,
  input: z.object({
    registryMergeId: idOf('RegistryMerge').describe('The merge.'),
    version: version(),
  }),
  async subject(tx, { registryMergeId }, viewer, now) {
    const merge = await tx.registryMerge.findFirst({
      where: { AND: [{ id: registryMergeId }, policy.mergesVisibleTo(viewer)] },
      include: { moves: { orderBy: { position: 'asc' } } },
    })
    const absorption = merge && absorptionOf(merge)
    const pair = absorption && (await loadMergePair(sqlIn(tx), absorption, dayInJapan(now)))
    return merge && pair && { merge, absorption, pair }
  },
  may: (viewer, { pair }) => policy.undoMerge(viewer, pair),
  async run({ tx, subject: { merge, absorption, pair }, input, viewer, now, emit }) {
    if (merge.undoneAt !== null)
      throw new RuleProblem('MERGE_ALREADY_UNDONE', 'Somebody has undone this merge already.')
    const moves = movesOf(merge.moves)
    if ((await builtOn(sqlIn(tx), moves)).length > 0)
      throw new RuleProblem(
        'MERGE_BUILT_ON',
        'Records that were moved have changed since; see mergeObstacles.',
      )
    await save(tx.registryMerge, merge, input.version, { undoneAt: now, undoneByUserId: viewer.userId })
    await carry(tx, backwards(moves), now)
    await refreshConfirmedAt(tx, absorption.record, [absorption.keptId, absorption.absorbedId])
    emit(
      RecordsParted,
      { registryMergeId: merge.id, ...absorption },
      {
        audience: mergeAudience(pair.ownerIds),
        entities: [globalId('RegistryMerge', merge.id), ...mergeEntities(absorption)],
      },
    )
    return { registryMergeId: merge.id }
  },
})
