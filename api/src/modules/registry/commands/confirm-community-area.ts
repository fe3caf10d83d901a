import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { version } from '../../../kernel/inputs.ts'
import { save } from '../../../kernel/save.ts'
import * as events from '../events.ts'
import { line } from '../facility-inputs.ts'
import * as policy from '../policy.ts'

/** 「区域の出典を記録する」 */
export const confirmCommunityArea = command({
  name: 'confirmCommunityArea',
  description: 'The system operator has checked an area or school district and names its source.',
  input: z.object({
    communityAreaId: idOf('CommunityArea').describe('The area or school district.'),
    version: version(),
    name: line(100).describe('Its name as the source has it.'),
    source: line(500).describe('Where it was looked up, in words.'),
  }),
  subject: (tx, { communityAreaId }) => tx.communityArea.findUnique({ where: { id: communityAreaId } }),
  may: policy.confirmCommunityArea,
  async run({ tx, subject, input: { version: read, name, source }, emit }) {
    await save(tx.communityArea, subject, read, { name, source, confirmed: true })
    emit(
      events.CommunityAreaConfirmed,
      { communityAreaId: subject.id },
      { audience: ['public'], entities: [globalId('CommunityArea', subject.id)] },
    )
    return { communityAreaId: subject.id }
  },
})
