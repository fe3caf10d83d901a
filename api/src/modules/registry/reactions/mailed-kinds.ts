import { mailedAs } from '../../notifications/public.ts'

const placesOf = (facility: string | number | undefined, others: string | number | undefined) =>
  Number(others) > 0 ? `${facility} ほか${others}施設` : `${facility}`

const calendarDay = new Intl.DateTimeFormat('ja-JP', {
  timeZone: 'UTC',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
})
const dayOf = (iso: string | number | undefined) => calendarDay.format(new Date(`${iso}T00:00:00Z`))

for (const [kind, verb] of [
  ['registry.confirmationRequested', 'お願いしています'],
  ['registry.confirmationReminded', 'お待ちしています'],
] as const)
  mailedAs(kind, {
    topic: 'FACTS',
    ownLetter: true,
    line: ({ network, facility, others }) =>
      `${placesOf(facility, others)}の情報の確認を、${network}の事務局が${verb}。`,
    // One notification may tell of the requests to several facilities; it stands while one of them is open.
    async stillOpen(db, { subjects }) {
      const open = await db.confirmationRequest.findMany({
        where: { id: { in: subjects.flatMap((ids) => ids.split(',')) }, answeredAt: null, withdrawnAt: null },
        select: { id: true },
      })
      const ids = new Set(open.map(({ id }) => id))
      return new Set(subjects.filter((subject) => subject.split(',').some((id) => ids.has(id))))
    },
  })

mailedAs('registry.newMatches', {
  topic: 'SEARCHES',
  line: ({ search, count }) => `保存した検索「${search}」に、新しい施設が${count}件加わりました。`,
})
mailedAs('registry.corporationSucceeded', {
  topic: 'NETWORK',
  line: ({ corporation, successor, day }) =>
    successor
      ? `${corporation}は、${dayOf(day)}に${successor}へ引き継がれました。`
      : `${corporation}は、${dayOf(day)}に解散しました。`,
})
mailedAs('registry.facilityTransferred', {
  topic: 'NETWORK',
  line: ({ facility, to, day }) => `${facility}は、${dayOf(day)}から${to}が運営しています。`,
})
mailedAs('registry.successionPlanned', {
  topic: 'NETWORK',
  line: ({ corporation, successor, day }) =>
    successor
      ? `${corporation}は、${dayOf(day)}に${successor}へ引き継がれる予定です。`
      : `${corporation}は、${dayOf(day)}に解散する予定です。`,
})
mailedAs('registry.successionReverted', {
  topic: 'NETWORK',
  line: ({ corporation }) => `${corporation}の合併・解散の記録は、取り消されました。`,
})
