import { formatDate } from '../../lib/dates.ts'
import { shell } from './shell.ts'

type Words = Readonly<Record<string, string | number>>

const roles: Readonly<Record<string, string>> = shell.roles
const nameOf = (role: string | number | undefined) => roles[String(role)] ?? ''

const placesOf = (facility: string | number | undefined, others: string | number | undefined) =>
  Number(others) > 0 ? `${facility} ほか${others}施設` : `${facility}`

/** What a notification tells, by its kind (`registry.facilityConfirmed`). Each module adds its own below. */
export const happenings = {
  OTHER: '新しい出来事があります。',
  // registry
  'registry.confirmationRequested': ({ network, facility, others }: Words) =>
    `${network}の事務局から、${placesOf(facility, others)}の情報の確認をお願いされています。`,
  'registry.confirmationReminded': ({ facility, others }: Words) =>
    `${placesOf(facility, others)}の情報の確認を、事務局が待っています。`,
  // platforms
  'platforms.facilityFreshAgain': ({ facility }: Words) => `${facility}の情報が、すべて確認されました。`,
  // registry
  'registry.newMatches': ({ search, count }: Words) =>
    `保存した検索「${search}」に、新しい施設が${count}件加わりました。`,
  'registry.corporationSucceeded': ({ corporation, successor, day }: Words) =>
    successor
      ? `${corporation}は、${formatDate(String(day), 'ja')}に${successor}へ引き継がれました。`
      : `${corporation}は、${formatDate(String(day), 'ja')}に解散しました。`,
  'registry.successionPlanned': ({ corporation, successor, day }: Words) =>
    successor
      ? `${corporation}は、${formatDate(String(day), 'ja')}に${successor}へ引き継がれる予定です。`
      : `${corporation}は、${formatDate(String(day), 'ja')}に解散する予定です。`,
  'registry.successionReverted': ({ corporation }: Words) =>
    `${corporation}の合併・解散の記録は、取り消されました。`,
  // bulletin
  'bulletin.announced': ({ network, title }: Words) => `${network}のお知らせ「${title}」`,
  'bulletin.mustRead': ({ network, title }: Words) =>
    `${network}のお知らせ「${title}」を読み、「読みました」を押してください。`,
  // identity
  'identity.invitationAccepted': ({ body }: Words) => `${body}への招待が受け取られました。`,
  'identity.roleGranted': ({ body, role }: Words) => `${body}の${nameOf(role)}になりました。`,
  'identity.handoverPlanned': ({ day }: Words) =>
    `${formatDate(String(day), 'ja')}に、役割の引き継ぎが予定されています。`,
  'identity.handoverCancelled': ({ day }: Words) =>
    `${formatDate(String(day), 'ja')}の役割の引き継ぎは、取りやめになりました。`,
} as const
