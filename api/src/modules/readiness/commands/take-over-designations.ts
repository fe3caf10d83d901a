import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idempotencyKey } from '../../../kernel/inputs.ts'
import { takeOver } from '../designations.ts'
import * as events from '../events.ts'
import * as policy from '../policy/register.ts'

/** 「公表された指定を取り込む」 */
export const takeOverDesignations = command({
  name: 'takeOverDesignations',
  description:
    'The system operator takes over from the published lists of shelters which facilities are designated welfare shelters, and which no longer are, each with its list as the source.',
  input: z.object({ idempotencyKey: idempotencyKey() }),
  patience: 120,
  subject: () => ({}),
  may: policy.takeOver,
  async run({ tx, viewer, now, emit }) {
    const { designated, ended } = await takeOver(tx, now, viewer.userId)
    if (designated + ended > 0)
      emit(events.DesignationsAdopted, { designated, ended }, { audience: ['public'] })
    return { designated, ended }
  },
  auditSubject: () => null,
})
