import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { day, version } from '../../../kernel/inputs.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { save } from '../../../kernel/save.ts'
import * as events from '../events.ts'
import * as policy from '../policy.ts'

const text = (longest: number) => z.string().trim().min(1).max(longest)

export const editServiceKind = command({
  name: 'editServiceKind',
  description:
    'The system operator corrects the master data of a service; a corrected row counts as unconfirmed until its source is given.',
  input: z.object({
    serviceKindId: idOf('ServiceKind').describe('The service.'),
    version: version(),
    name: text(100).describe('Full name, at most 100 characters.'),
    shortName: text(40).describe('Name in lists, at most 40 characters.'),
    validFrom: day().describe('First day on which the service exists under this code.'),
    validTo: day().nullable().describe('Last day; null while it exists.'),
  }),
  subject: (tx, { serviceKindId }) => tx.serviceKind.findUnique({ where: { id: serviceKindId } }),
  may: policy.editServiceKind,
  onConstraint: {
    service_kind_ends_after_start: () =>
      new RuleProblem('SERVICE_KIND_ENDS_BEFORE_START', 'The last day is before the first.'),
  },
  async run({ tx, subject, input, emit }) {
    const { name, shortName, validFrom, validTo } = input
    await save(tx.serviceKind, subject, input.version, {
      name,
      shortName,
      validFrom,
      validTo,
      confirmed: false,
    })
    emit(
      events.ServiceKindEdited,
      { serviceKindId: subject.id, confirmed: false },
      { audience: ['public'], entities: [globalId('ServiceKind', subject.id)] },
    )
    return { serviceKindId: subject.id }
  },
})
