import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { version } from '../../../kernel/inputs.ts'
import { save } from '../../../kernel/save.ts'
import * as events from '../events.ts'
import * as policy from '../policy.ts'

export const confirmServiceKind = command({
  name: 'confirmServiceKind',
  description:
    'The system operator has checked the master data of a service against the source that is named.',
  input: z.object({
    serviceKindId: idOf('ServiceKind').describe('The service.'),
    version: version(),
    source: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .describe('Where it stands: issuer, title, day. At most 200 characters.'),
  }),
  subject: (tx, { serviceKindId }) => tx.serviceKind.findUnique({ where: { id: serviceKindId } }),
  may: policy.editServiceKind,
  async run({ tx, subject, input, emit }) {
    await save(tx.serviceKind, subject, input.version, { source: input.source, confirmed: true })
    emit(
      events.ServiceKindEdited,
      { serviceKindId: subject.id, confirmed: true },
      { audience: ['public'], entities: [globalId('ServiceKind', subject.id)] },
    )
    return { serviceKindId: subject.id }
  },
})
