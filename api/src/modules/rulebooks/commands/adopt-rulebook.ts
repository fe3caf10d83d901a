import { z } from 'zod'
import { dateOf, dayInJapan } from '../../../kernel/clock.ts'
import { command } from '../../../kernel/command.ts'
import type { Tx } from '../../../kernel/db.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { day, version } from '../../../kernel/inputs.ts'
import { notFound, RuleProblem } from '../../../kernel/problems.ts'
import { save } from '../../../kernel/save.ts'
import * as events from '../events.ts'
import * as policy from '../policy.ts'
import { adoptionDay, type AdoptingDecision } from '../rules/adoption.ts'
import { statuteFaultsOf } from '../rules/statute.ts'
import { storedRules } from '../version-in-force.ts'

/** 「この版を施行する」 */
export const adoptRulebook = command({
  name: 'adoptRulebook',
  description:
    'The secretariat or the chair puts a draft in force from a day on; it never changes again. The first rulebook is taken over as the network has it, every further one names the carried decision that amended it. Rules of a 社会福祉連携推進法人 that the statute does not allow (`statuteFaults`) are refused.',
  input: z.object({
    rulebookVersionId: idOf('RulebookVersion').describe('The draft, of one’s own network.'),
    effectiveOn: day().describe('First day it is in force; not before it was adopted.'),
    adoptedOn: day()
      .optional()
      .describe('Day it was adopted, for a first rulebook; with a decision, the day of the decision counts.'),
    decisionId: idOf('Decision')
      .optional()
      .describe('The decision that amended it; not for a first rulebook.'),
    version: version(),
  }),
  subject: (tx, { rulebookVersionId }, viewer) =>
    tx.rulebookVersion.findFirst({
      where: { AND: [{ id: rulebookVersionId }, policy.visibleTo(viewer)] },
      select: {
        id: true,
        platformId: true,
        effectiveOn: true,
        number: true,
        rules: true,
        platform: { select: { kind: true } },
      },
    }),
  may: policy.changeDraft,
  async run({ tx, subject, input, now, emit }) {
    const { id, platformId, number, rules, platform } = subject
    if (statuteFaultsOf(platform.kind, storedRules(rules)).length > 0)
      throw new RuleProblem('RULEBOOK_AGAINST_THE_STATUTE', 'The statute does not allow all of its rules.')
    const { effectiveOn, decisionId } = input
    const latest = await tx.rulebookVersion.findFirst({
      where: { platformId, effectiveOn: { not: null } },
      orderBy: [{ effectiveOn: 'desc' }, { number: 'desc' }],
      select: { effectiveOn: true },
    })
    const adoptedOn = adoptionDay({
      effectiveOn,
      today: dateOf(dayInJapan(now)),
      adoptedOn: input.adoptedOn ?? null,
      latestEffectiveOn: latest?.effectiveOn ?? null,
      decision: decisionId === undefined ? null : await decisionOf(tx, platformId, decisionId),
    })
    await save(tx.rulebookVersion, subject, input.version, {
      effectiveOn,
      adoptedOn,
      decisionId: decisionId ?? null,
    })
    emit(
      events.RulebookAdopted,
      {
        platformId,
        rulebookVersionId: id,
        number,
        effectiveOn: effectiveOn.toISOString().slice(0, 10),
        adoptedOn: adoptedOn.toISOString().slice(0, 10),
      },
      {
        audience: [`platform:${platformId}`],
        entities: [globalId('RulebookVersion', id), globalId('Platform', platformId)],
      },
    )
    return { rulebookVersionId: id, platformId }
  },
})

/** A decision of the same network; another network's is none. */
async function decisionOf(tx: Tx, platformId: string, decisionId: string): Promise<AdoptingDecision> {
  const found = await tx.decision.findFirst({
    where: { id: decisionId, platformId },
    select: { outcome: true, resolutionKind: true, decidedAt: true },
  })
  if (!found) throw notFound()
  return { ...found, decidedOn: dateOf(dayInJapan(found.decidedAt)) }
}
