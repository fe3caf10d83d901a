import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { version } from '../../../kernel/inputs.ts'
import { save } from '../../../kernel/save.ts'
import * as events from '../events.ts'
import { articlesInput, rulebookInput } from '../inputs.ts'
import * as policy from '../policy.ts'

/** 「改正案を保存する」 */
export const editRulebookDraft = command({
  name: 'editRulebookDraft',
  description:
    'The secretariat or the chair changes the rules and the text of a draft; the rules have to go together, so that a vote could be judged by them.',
  input: z.object({
    rulebookVersionId: idOf('RulebookVersion').describe('The draft, of one’s own network.'),
    rules: rulebookInput(),
    articles: articlesInput(),
    note: z.string().trim().max(300).describe('What changes, in a sentence; may be empty.'),
    version: version(),
  }),
  subject: (tx, { rulebookVersionId }, viewer) =>
    tx.rulebookVersion.findFirst({
      where: { AND: [{ id: rulebookVersionId }, policy.visibleTo(viewer)] },
      select: { id: true, platformId: true, effectiveOn: true },
    }),
  may: policy.changeDraft,
  async run({ tx, subject, input: { rules, articles, note, version: read }, emit }) {
    const { id, platformId } = subject
    await save(tx.rulebookVersion, subject, read, { rules, articles, note })
    emit(
      events.RulebookDraftChanged,
      { platformId, rulebookVersionId: id },
      { audience: [`platform:${platformId}`], entities: [globalId('RulebookVersion', id)] },
    )
    return { rulebookVersionId: id }
  },
})
