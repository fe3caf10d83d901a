import { z } from 'zod'
import { dateOf, dayInJapan } from '../../../kernel/clock.ts'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { day, idempotencyKey } from '../../../kernel/inputs.ts'
import { RuleProblem, ValidationProblem } from '../../../kernel/problems.ts'
import * as events from '../events.ts'
import { line, words } from '../inputs.ts'
import { keepAgreements } from '../policy/viewers.ts'

/** 「相互応援協定を記録する」 */
export const recordMutualAidAgreement = command({
  name: 'recordMutualAidAgreement',
  description:
    'A secretariat writes down a mutual-aid agreement: between which members and other bodies, for which block, what, from when until when, and where the paper stands.',
  scope: 'mutualaid:write',
  input: z.object({
    platformId: idOf('Platform').describe('The network, one’s own.'),
    name: line(80).describe('What it is called.'),
    block: words(40).describe('The block of the network, e.g. 村山; empty = the whole network.'),
    what: line(500).describe('What is helped with, at most 500 characters.'),
    validFrom: day().describe('First day.'),
    validTo: day().nullable().describe('Last day; null = until further notice.'),
    documentId: idOf('Document')
      .nullable()
      .describe('The paper on the shelf of the network; null if not there.'),
    corporationIds: z.array(idOf('Corporation')).max(100).describe('Parties that are members, at most 100.'),
    otherParties: z.array(line(60)).max(10).describe('Other bodies by name, e.g. a city; at most 10.'),
    idempotencyKey: idempotencyKey(),
  }),
  subject: async (tx, { platformId }) => {
    const found = await tx.platform.findUnique({ where: { id: platformId }, select: { id: true } })
    return found && { platformId: found.id }
  },
  may: keepAgreements,
  async run({ tx, subject: { platformId }, input, now, emit }) {
    const { name, block, what, validFrom, validTo, documentId } = input
    if (validTo && validTo < validFrom)
      throw new ValidationProblem([
        { path: ['validTo'], code: 'ENDS_BEFORE', message: 'ends before it begins' },
      ])
    const corporationIds = [...new Set(input.corporationIds)]
    if (corporationIds.length + input.otherParties.length < 2)
      throw new RuleProblem('AGREEMENT_NEEDS_TWO', 'An agreement has at least two parties.')
    const today = dateOf(dayInJapan(now))
    const members = await tx.platformMembership.findMany({
      where: {
        platformId,
        corporationId: { in: corporationIds },
        startsOn: { lte: today },
        OR: [{ endsOn: null }, { endsOn: { gte: today } }],
      },
      select: { corporationId: true },
    })
    if (new Set(members.map(({ corporationId }) => corporationId)).size < corporationIds.length)
      throw new RuleProblem('PARTY_IS_NO_MEMBER', 'A party is no member of the network.')
    if (documentId) {
      const paper = await tx.document.findFirst({ where: { id: documentId, platformId, deletedAt: null } })
      if (!paper) throw new RuleProblem('PAPER_NOT_ON_SHELF', 'The shelf of the network has no such paper.')
    }
    const { id } = await tx.mutualAidAgreement.create({
      data: {
        platformId,
        name,
        block,
        what,
        validFrom,
        validTo,
        documentId,
        parties: {
          create: [
            ...corporationIds.map((corporationId, position) => ({ corporationId, position })),
            ...input.otherParties.map((other, n) => ({ name: other, position: corporationIds.length + n })),
          ],
        },
      },
    })
    emit(
      events.AgreementChanged,
      { agreementId: id },
      { audience: [`platform:${platformId}`], entities: [globalId('Platform', platformId)] },
    )
    return { mutualAidAgreementId: id, platformId }
  },
})
