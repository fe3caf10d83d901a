import type { FacilityBlock } from '../../generated/prisma/enums.ts'
import { portalLink } from '../../kernel/portal-link.ts'
import { letter, settingsLine } from '../notifications/public.ts'

/** What a block is called in Japanese. */
const blockTitle: Readonly<Record<FacilityBlock, string>> = {
  BASIC: '基本の情報',
  CONTACTS: '連絡先',
  EQUIPMENT: '設備・備え',
  SERVICES: 'サービス',
  RESOURCES: '部屋・車',
  STAFF: '職員の資格',
}

const calendarDay = new Intl.DateTimeFormat('ja-JP', {
  timeZone: 'Asia/Tokyo',
  month: 'long',
  day: 'numeric',
  weekday: 'short',
})

/** One facility that is asked for something. */
export interface AskedFacility {
  readonly facility: string
  readonly network: string
  readonly blocks: readonly FacilityBlock[]
  readonly note: string | null
  readonly askedAt: Date
}

interface RequestWords {
  readonly name: string
  readonly asked: readonly [AskedFacility, ...AskedFacility[]]
  /** Path inside the portal where it is done. */
  readonly link: `/${string}`
  /** It has been asked before. */
  readonly again: boolean
}

const listed = (titles: readonly string[]): string => titles.join('、')

/** Asks a person to confirm facts: one letter for all facilities and networks. */
export function confirmationMail({ name, asked, link, again }: RequestWords) {
  const [{ facility }] = asked
  const places = asked.length > 1 ? `${facility} ほか${asked.length - 1}件` : facility
  const networks = [...new Set(asked.map(({ network }) => network))]
  return {
    subject: again
      ? `【結】情報の確認をお待ちしています（${places}）`
      : `【結】情報の確認のお願い（${places}）`,
    body: letter(
      `${name} 様`,
      again
        ? '次の情報の確認を、まだお待ちしています。'
        : `${networks.join('と')}の事務局から、次の情報の確認をお願いします。`,
      ...networks.map((network) => {
        const here = asked.filter((one) => one.network === network)
        const notes = [...new Set(here.flatMap(({ note }) => note ?? []))]
        return [
          ...(again ? [`${network}の事務局から（${calendarDay.format(here[0]?.askedAt)}）`] : []),
          ...here.map((one) => `・${one.facility}：${listed(one.blocks.map((block) => blockTitle[block]))}`),
          ...notes.map((note) => `事務局より：${note}`),
        ].join('\n')
      }),
      `変わりがなければ、ボタン1つで終わります。変わったところがあれば、その場で直せます。\n${portalLink(link)}`,
      '確認が済むと、このお知らせは届かなくなります。',
      settingsLine(),
    ),
  }
}
