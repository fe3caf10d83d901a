import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { day, version } from '../../../kernel/inputs.ts'
import { ValidationProblem } from '../../../kernel/problems.ts'
import { save } from '../../../kernel/save.ts'
import * as events from '../events.ts'
import { line } from '../inputs.ts'
import { keepAgreements } from '../policy/viewers.ts'

/** 「協定を終える」 */
export const endMutualAidAgreement = command({
  name: 'endMutualAidAgreement',
  description:
    'A secretariat writes down that a mutual-aid agreement ends on a day, and why; it stays in the list.',
  scope: 'mutualaid:write',
  input: z.object({
    mutualAidAgreementId: idOf('MutualAidAgreement').describe('The agreement in question.'),
    version: version(),
    endsOn: day().describe('Its last day.'),
    because: line(200).describe('Why it ends.'),
  }),
  subject: async (tx, { mutualAidAgreementId }, viewer) => {
    const agreement = await tx.mutualAidAgreement.findFirst({
      where: { id: mutualAidAgreementId, platformId: { in: [...viewer.platformIds] } },
    })
    return agreement && { agreement, platformId: agreement.platformId }
  },
  may: keepAgreements,
  async run({ tx, subject: { agreement, platformId }, input, emit }) {
    if (input.endsOn < agreement.validFrom)
      throw new ValidationProblem([
        { path: ['endsOn'], code: 'ENDS_BEFORE', message: 'ends before it began' },
      ])
    await save(tx.mutualAidAgreement, agreement, input.version, {
      validTo: input.endsOn,
      endedBecause: input.because,
    })
    emit(
      events.AgreementChanged,
      { agreementId: agreement.id },
      { audience: [`platform:${platformId}`], entities: [globalId('MutualAidAgreement', agreement.id)] },
    )
    return { mutualAidAgreementId: agreement.id, platformId }
  },
})
