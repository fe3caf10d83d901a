import { formatDate } from '../../lib/dates.ts'
import { shell } from './shell.ts'

type Words = Readonly<Record<string, string | number>>

const roles: Readonly<Record<string, string>> = shell.roles
const permissions: Readonly<Record<string, string>> = {
  CONFIRM_FACTS: '変わりありませんの記録',
  EDIT_FACTS: '登録の訂正',
  SEE_ALL_CONTACTS: '連絡先をすべて見ること',
}
const permissionOf = (permission: string | number | undefined) => permissions[String(permission)] ?? ''
const nameOf = (role: string | number | undefined) => roles[String(role)] ?? ''

const placesOf = (facility: string | number | undefined, others: string | number | undefined) =>
  Number(others) > 0 ? `${facility} ほか${others}施設` : `${facility}`

/** What a notification tells, by its kind (`registry.facilityConfirmed`). Each module adds its own below. */
export const happenings = {
  OTHER: '新しい出来事があります。',
  // collaboration
  'collaboration.tieProposed': ({ by, subject }: Words) =>
    `${by}から「${subject}」の連携の申込みが届きました。`,
  'collaboration.tieRecorded': ({ by, subject }: Words) =>
    `${by}の事務局が「${subject}」の連携を記録しました。違うところがあれば知らせてください。`,
  'collaboration.tieAnswered': ({ by, subject }: Words) => `「${subject}」の連携に、${by}が答えました。`,
  'collaboration.tieEnded': ({ by, subject }: Words) => `${by}が「${subject}」の連携を終える日を決めました。`,
  'collaboration.confidentialNews': '当事者だけに見える連携について、新しい動きがあります。',
  // registry
  'registry.confirmationRequested': ({ network, facility, others }: Words) =>
    `${network}の事務局から、${placesOf(facility, others)}の情報の確認をお願いされています。`,
  'registry.confirmationReminded': ({ facility, others }: Words) =>
    `${placesOf(facility, others)}の情報の確認を、事務局が待っています。`,
  'meetings.paperAdded': ({ meeting, paper }: Words) => `${meeting}に、資料「${paper}」が加わりました。`,
  'meetings.paperRenewed': ({ meeting, paper }: Words) =>
    `${meeting}の資料「${paper}」が、新しい版になりました。`,
  // platforms
  'platforms.facilityFreshAgain': ({ facility }: Words) => `${facility}の情報が、すべて確認されました。`,
  // registry
  'registry.newMatches': ({ search, count }: Words) =>
    `保存した検索「${search}」に、新しい施設が${count}件加わりました。`,
  'registry.facilityTransferred': ({ facility, to, day }: Words) =>
    `${facility}は、${formatDate(String(day), 'ja')}から${to}が運営しています。`,
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
  'registry.mandatesGiven': ({ corporation, day }: Words) =>
    `${corporation}から、${formatDate(String(day), 'ja')}からの登録の手入れを任されました。`,
  'registry.mandateEnded': ({ corporation, permission }: Words) =>
    `${corporation}から任されていた「${permissionOf(permission)}」が終わりました。`,
  'registry.mandateReturned': ({ holder, permission }: Words) =>
    `${holder}に任せていた「${permissionOf(permission)}」が終わりました。`,
  // bulletin
  'bulletin.announced': ({ network, title }: Words) => `${network}のお知らせ「${title}」`,
  'bulletin.mustRead': ({ network, title }: Words) =>
    `${network}のお知らせ「${title}」を読み、「読みました」を押してください。`,
  'bulletin.documentAdded': ({ network, title }: Words) => `${network}の棚に「${title}」が入りました。`,
  'bulletin.documentRenewed': ({ network, title, number }: Words) =>
    `${network}の「${title}」が第${number}版になりました。`,
  // identity
  'identity.invitationAccepted': ({ body }: Words) => `${body}への招待が受け取られました。`,
  'identity.roleGranted': ({ body, role }: Words) => `${body}の${nameOf(role)}になりました。`,
  'identity.handoverPlanned': ({ day }: Words) =>
    `${formatDate(String(day), 'ja')}に、役割の引き継ぎが予定されています。`,
  'identity.handoverCancelled': ({ day }: Words) =>
    `${formatDate(String(day), 'ja')}の役割の引き継ぎは、取りやめになりました。`,
  // meetings
  'meetings.called': ({ meeting, day, until }: Words) =>
    `${meeting}（${formatDate(String(day), 'ja')}）の招集通知が届きました。${formatDate(String(until), 'ja')}までに出欠を答えてください。`,
  'meetings.voteInWriting': ({ meeting, until }: Words) =>
    `${meeting}を、書面で決めます。${formatDate(String(until), 'ja')}までに投票してください。`,
  'meetings.cancelled': ({ meeting, reason }: Words) => `${meeting}は、取りやめになりました。理由：${reason}`,
  'meetings.answerAwaited': ({ meeting, until }: Words) =>
    `${meeting}の出欠の回答を待っています。締切は${formatDate(String(until), 'ja')}です。`,
  'meetings.voteAwaited': ({ meeting, until }: Words) =>
    `${meeting}の投票を待っています。締切は${formatDate(String(until), 'ja')}です。`,
  // platforms
  'platforms.officeTied': ({ network, office }: Words) =>
    `${network}の${office}として、会議の回答と投票を自分でできるようになりました。`,
  'platforms.applied': ({ corporation, network }: Words) => `${corporation}が、${network}に申し込みました。`,
  'platforms.invited': ({ network }: Words) => `${network}から、加盟の招待が届きました。`,
  'platforms.applicationMessage': ({ corporation, network }: Words) =>
    `${corporation}の${network}への申込みに、書き込みがありました。`,
  'platforms.applicationClosed': ({ corporation, network, state }: Words) =>
    state === 'ADMITTED'
      ? `${corporation}は、${network}の会員になりました。`
      : state === 'DECLINED'
        ? `${corporation}の${network}への申込みは、認められませんでした。`
        : `${corporation}の${network}への申込みは、取り下げられました。`,
  'meetings.minutesToSign': ({ meeting }: Words) => `${meeting}の議事録に、署名をお願いされています。`,
  'meetings.signatureVoid': ({ meeting }: Words) =>
    `${meeting}の議事録が署名の前に戻り、署名は無効になりました。直したあとで、もう一度お願いします。`,
  'meetings.minutesLocked': ({ meeting }: Words) => `${meeting}の議事録に全員が署名し、確定しました。`,
  'meetings.taskGiven': ({ task, day }: Words) =>
    `議決にもとづく仕事「${task}」の担当になりました。期限は${formatDate(String(day), 'ja')}です。`,
  // disasters
  'disasters.eventOpened': ({ event, network }: Words) =>
    `${network}：${event}が始まりました。施設の状況を報告してください。`,
  'disasters.eventClosed': ({ event, network }: Words) => `${network}：${event}は終わりました。`,
  'disasters.openingChanged': ({ event, facility, state }: Words) =>
    `${event}：${facility}　${openingWord(state)}`,
  // mutualaid: the name of a drill begins with 【訓練】 itself
  'mutualaid.requested': ({ event, facility, item, quantity }: Words) =>
    `${event}：${facility || 'ネットワーク'}が応援を頼んでいます（${item || '人・車・ベッド'} ${quantity}）。`,
  'mutualaid.offered': ({ event, helper, label }: Words) =>
    `${event}：${helper}が「${label}」を出せると申し出ました。返事をしてください。`,
  'mutualaid.answered': ({ event, label, answer, accepted }: Words) =>
    answer === 'ACCEPTED'
      ? `${event}：「${label}」${accepted}をお願いされました。出発したら記録してください。`
      : `${event}：「${label}」は、今回は足りているとのことです。`,
  'alerts.openingSuggested': ({ network, title }: Words) =>
    `${network}：気象庁の「${title}」が目安をこえました。災害として開くかを決めてください。`,
  'alerts.drillSuggested': ({ network, title }: Words) =>
    `【訓練】${network}：気象庁の訓練の電文「${title}」が届きました。`,
} as const

const OPENING_WORDS: Readonly<Record<string, string>> = {
  REQUESTED: '開設の依頼が来ています。できるか答えてください。',
  CAN: '「開設できる」と答えました。',
  CANNOT: '「開設できない」と答えました。',
  DECIDED: '開設が決まりました。準備をお願いします。',
  OPEN: '開設しました。',
  FULL: '満員になりました。',
  WITHDRAWN: '開設の依頼は取り消されました。',
}
const openingWord = (state: unknown) => OPENING_WORDS[String(state)] ?? ''
