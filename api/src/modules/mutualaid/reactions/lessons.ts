import { reaction } from '../../../kernel/jobs/reaction.ts'
import { EventClosed } from '../../disasters/events.ts'
import { draftReadinessAnswers } from '../../readiness/public.ts'

reaction(EventClosed, {
  name: 'mutualaid.draftReadiness',
  description:
    'That helpers came to a facility in a drill, or were asked for in vain, is drafted for its checklist.',
  async run({ tx, payload: { eventId, drill }, now }) {
    if (!drill) return
    const requests = await tx.aidRequest.findMany({
      where: { eventId, kind: 'STAFF', facilityId: { not: null }, state: { not: 'CANCELLED' } },
      select: {
        facilityId: true,
        offers: { where: { arrivedAt: { not: null } }, select: { facility: { select: { name: true } } } },
      },
      orderBy: { id: 'asc' },
    })
    const byFacility = Map.groupBy(requests, ({ facilityId }) => facilityId ?? '')
    const suggestions = [...byFacility].map(([facilityId, asked]) => {
      const from = asked.flatMap(({ offers }) => offers.map(({ facility }) => facility.name))
      return from.length > 0
        ? {
            facilityId,
            itemKey: 'HELPERS',
            answer: 'YES' as const,
            evidence: `応援を${from.length}人受け入れた（${[...new Set(from)].join('、')}から）`.slice(
              0,
              300,
            ),
          }
        : {
            facilityId,
            itemKey: 'HELPERS',
            answer: 'NO' as const,
            evidence: '応援の人を頼んだが、来なかった',
          }
    })
    await draftReadinessAnswers(tx, eventId, suggestions, now)
  },
})
