import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { version } from '../../../kernel/inputs.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { save } from '../../../kernel/save.ts'
import * as events from '../events.ts'
import { lookAfter, templatesVisibleTo } from '../policy/mentoring.ts'

/** 「ひな形を下げる」 */
export const withdrawMentoringTemplate = command({
  name: 'withdrawMentoringTemplate',
  description: 'The secretariat takes something out of the library; a document stays on its shelf.',
  scope: 'readiness:write',
  input: z.object({
    mentoringTemplateId: idOf('MentoringTemplate').describe('What is taken out.'),
    version: version(),
  }),
  subject: (tx, { mentoringTemplateId }, viewer) =>
    tx.mentoringTemplate.findFirst({
      where: { AND: [{ id: mentoringTemplateId }, templatesVisibleTo(viewer)] },
    }),
  may: lookAfter,
  async run({ tx, subject, input, now, emit }) {
    if (subject.withdrawnAt) throw new RuleProblem('TEMPLATE_IS_WITHDRAWN', 'It was taken out already.')
    await save(tx.mentoringTemplate, subject, input.version, { withdrawnAt: now })
    emit(
      events.MentoringRulesChanged,
      { platformId: subject.platformId },
      {
        audience: [`platform:${subject.platformId}`],
        entities: [globalId('MentoringTemplate', subject.id), globalId('Platform', subject.platformId)],
      },
    )
    return { mentoringTemplateId: subject.id }
  },
})
