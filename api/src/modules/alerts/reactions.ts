import { globalId } from '../../kernel/ids.ts'
import { dateOf, dayInJapan } from '../../kernel/clock.ts'
import { reaction } from '../../kernel/jobs/reaction.ts'
import { notify, settleNotices } from '../notifications/public.ts'
import { OpeningSuggested, SuggestionEnded } from './events.ts'
import { askedPeople } from './networks.ts'

reaction(OpeningSuggested, {
  name: 'alerts.askAboutOpening',
  description: 'The secretariat and the municipality hear that a message may be a reason to open an event.',
  async run({ tx, payload, eventId, emit, now }) {
    const suggestion = await tx.alertSuggestion.findUniqueOrThrow({
      where: { id: payload.suggestionId },
      include: { message: { select: { title: true } }, platform: { select: { name: true } } },
    })
    if (suggestion.state !== 'OPEN') return
    const told = {
      eventId,
      userIds: await askedPeople(tx, suggestion.platformId, dateOf(dayInJapan(now))),
      params: { network: suggestion.platform.name, title: suggestion.message.title },
      link: `/alerts?suggestion=${globalId('AlertSuggestion', suggestion.id)}`,
      subject: suggestion.id,
    } as const
    await notify(
      { tx, emit, now },
      suggestion.drill
        ? { ...told, kind: 'alerts.drillSuggested' }
        : { ...told, kind: 'alerts.openingSuggested' },
    )
  },
})

reaction(SuggestionEnded, {
  name: 'alerts.settleOpeningNotices',
  description: 'Nobody is reminded of a suggestion that is over.',
  async run({ tx, payload, now }) {
    await settleNotices(tx, {
      kinds: ['alerts.openingSuggested', 'alerts.drillSuggested'],
      subject: payload.suggestionId,
      now,
    })
  },
})
