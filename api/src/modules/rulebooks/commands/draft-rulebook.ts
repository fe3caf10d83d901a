import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import type { Tx } from '../../../kernel/db.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { idempotencyKey } from '../../../kernel/inputs.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import * as events from '../events.ts'
import { articlesShape, rulebookSource } from '../inputs.ts'
import * as policy from '../policy.ts'
import { promotionCorporationRulebook } from '../rules/promotion-corporation-rulebook.ts'
import type { Article, Rulebook } from '../rules/rulebook.ts'
import { voluntaryArticles } from '../rules/voluntary-articles.ts'
import { voluntaryRulebook } from '../rules/voluntary-rulebook.ts'
import { rulesToStore, storedRules } from '../version-in-force.ts'

const anotherDraft = () =>
  new RuleProblem('RULEBOOK_DRAFT_EXISTS', 'There is a draft already; change that one.')

/** 「改正案をつくる」 */
export const draftRulebook = command({
  name: 'draftRulebook',
  description:
    'The secretariat or the chair begins a draft of the network’s rulebook, from a ready one or from the latest version; there is one draft at a time.',
  input: z.object({
    platformId: idOf('Platform').describe('The network, one’s own.'),
    from: rulebookSource().describe('What it begins with.'),
    idempotencyKey: idempotencyKey(),
  }),
  subject: async (tx, { platformId }) => {
    const found = await tx.platform.findUnique({ where: { id: platformId }, select: { id: true } })
    return found && { platformId: found.id }
  },
  may: policy.write,
  onConstraint: { rulebook_version_platform_id_number_key: anotherDraft },
  async run({ tx, subject: { platformId }, input, viewer, emit }) {
    const latest = await tx.rulebookVersion.findFirst({
      where: { platformId },
      orderBy: { number: 'desc' },
      select: { number: true, effectiveOn: true, rules: true, articles: true },
    })
    if (latest?.effectiveOn === null) throw anotherDraft()
    const { rules, articles } = beginning(input.from, latest)
    const { id } = await tx.rulebookVersion.create({
      data: {
        platformId,
        number: (latest?.number ?? 0) + 1,
        rules: rulesToStore(rules),
        articles: articles as object[],
        createdByUserId: viewer.userId,
      },
    })
    emit(
      events.RulebookDraftChanged,
      { platformId, rulebookVersionId: id },
      { audience: [`platform:${platformId}`], entities: [globalId('Platform', platformId)] },
    )
    return { rulebookVersionId: id, platformId }
  },
})

interface Beginning {
  readonly rules: Rulebook
  readonly articles: readonly Article[]
}

type Latest = Pick<NonNullable<Awaited<ReturnType<Tx['rulebookVersion']['findFirst']>>>, 'rules' | 'articles'>

function beginning(from: z.output<ReturnType<typeof rulebookSource>>, latest: Latest | null): Beginning {
  switch (from) {
    case 'VOLUNTARY':
      return { rules: voluntaryRulebook, articles: voluntaryArticles }
    case 'PROMOTION_CORPORATION':
      return { rules: promotionCorporationRulebook, articles: [] }
    case 'LATEST':
      if (!latest) throw new RuleProblem('NO_RULEBOOK_YET', 'The network has no rulebook to begin with.')
      return { rules: storedRules(latest.rules), articles: articlesShape.parse(latest.articles) }
  }
}
