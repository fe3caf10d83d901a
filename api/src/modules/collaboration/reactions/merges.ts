import { reaction } from '../../../kernel/jobs/reaction.ts'
import { RecordsMerged, RecordsParted } from '../../registry/events.ts'

// Two records of one corporation became one. Its ties go over here and not with the rows that a person is shown before
// the merge: even their number would tell an operator of what is confidential.

reaction(RecordsMerged, {
  name: 'collaboration.carryTiesToKeptRecord',
  description: 'The ties of a corporation’s second record are those of the one that was kept.',
  async run({ tx, payload: { record, keptId, absorbedId } }) {
    if (record !== 'CORPORATION') return
    await tx.collaborationTieParty.updateMany({
      where: { corporationId: absorbedId, tie: { parties: { none: { corporationId: keptId } } } },
      data: { corporationId: keptId, mergedFromId: absorbedId, version: { increment: 1 } },
    })
    await tx.collaborationTie.updateMany({
      where: { proposedById: absorbedId },
      data: { proposedById: keptId, version: { increment: 1 } },
    })
  },
})

reaction(RecordsParted, {
  name: 'collaboration.returnTiesToPartedRecord',
  description:
    'When two records of one corporation turn out to be two corporations, each has its ties again.',
  async run({ tx, payload: { record, keptId, absorbedId } }) {
    if (record !== 'CORPORATION') return
    const parts = await tx.collaborationTieParty.findMany({
      where: { corporationId: keptId, mergedFromId: absorbedId },
      select: { id: true, tieId: true },
    })
    await tx.collaborationTieParty.updateMany({
      where: { id: { in: parts.map(({ id }) => id) } },
      data: { corporationId: absorbedId, mergedFromId: null, version: { increment: 1 } },
    })
    await tx.collaborationTie.updateMany({
      where: { id: { in: parts.map(({ tieId }) => tieId) }, proposedById: keptId },
      data: { proposedById: absorbedId, version: { increment: 1 } },
    })
  },
})
