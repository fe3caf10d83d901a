import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { version } from '../../../kernel/inputs.ts'
import { save } from '../../../kernel/save.ts'
import * as events from '../events.ts'
import { optionalText, text } from '../inputs.ts'
import { findNetwork } from '../membership-writing.ts'
import { runNetwork } from '../policy/membership.ts'

export const arrangeAdmission = command({
  name: 'arrangeAdmission',
  description:
    'The secretariat settles how corporations come into its network: whether they may apply, what they are asked, and by which clause an organ decides on them. Answers given before keep their questions.',
  input: z.object({
    platformId: idOf('Platform').describe('The network, one’s own.'),
    acceptsApplications: z
      .boolean()
      .describe('Whether corporations outside see that it is there, with name and purpose, and may apply.'),
    admissionClause: optionalText(80).describe(
      'The clause by which an organ decides on an admission, e.g. 会則第6条; left out, the secretariat admits.',
    ),
    questions: z
      .array(
        z.object({
          text: text(300).describe('The question.'),
          required: z.boolean().describe('Whether it must be answered.'),
        }),
      )
      .max(20)
      .describe('What applicants are asked, in order; at most 20.'),
    version: version(),
  }),
  subject: (tx, { platformId }, viewer) => findNetwork(tx, platformId, viewer),
  may: runNetwork,
  async run({ tx, subject, input, emit }) {
    const { acceptsApplications, admissionClause, questions } = input
    await save(tx.platform, subject, input.version, { acceptsApplications, admissionClause })
    await tx.membershipQuestion.deleteMany({ where: { platformId: subject.id } })
    await tx.membershipQuestion.createMany({
      data: questions.map((question, n) => ({ ...question, platformId: subject.id, position: n + 1 })),
    })
    emit(
      events.NetworkChanged,
      { platformId: subject.id },
      { audience: [`platform:${subject.id}`], entities: [globalId('Platform', subject.id)] },
    )
    return { platformId: subject.id }
  },
})
