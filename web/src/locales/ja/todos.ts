import { formatDate } from '../../lib/dates.ts'

type Words = Readonly<Record<string, string | number>>

const blocks: Readonly<Record<string, string>> = {
  BASIC: '基本の情報',
  CONTACTS: '連絡先',
  EQUIPMENT: '設備・備え',
  SERVICES: 'サービス',
  RESOURCES: '部屋・車',
  STAFF: '職員の資格',
}
const nameOf = (block: string | number | undefined) => blocks[String(block)] ?? '施設の情報'

const corporationBlocks: Readonly<Record<string, string>> = {
  BASIC: '法人の情報',
  CONTACTS: '本部の連絡先',
  PROCUREMENT: '契約の決まり',
}
const ofCorporation = (block: string | number | undefined) => corporationBlocks[String(block)] ?? '法人の情報'

/** What is to be done, by the code of the todo: what, one or two lines about it, and the verb of the button. */
// Each module adds its own below.
export const todos = {
  OTHER: { title: '確かめること', detail: '内容を開いて確かめてください。', action: '開く' },
  // registry
  FACILITY_BLOCK_TO_CONFIRM: {
    title: ({ block }: Words) => `${nameOf(block)}の確認`,
    detail: ({ facility }: Words) =>
      `${facility}の情報です。まだ確かめた記録がありません。変わりがなければ、ボタン1つで終わります。`,
    action: '内容を確かめる',
  },
  FACILITY_BLOCK_TO_CONFIRM_AGAIN: {
    title: ({ block }: Words) => `${nameOf(block)}の確認`,
    detail: ({ facility, confirmedOn }: Words) =>
      `${facility}の情報です。最後に確かめたのは${formatDate(String(confirmedOn), 'ja')}です。変わりがなければ、ボタン1つで終わります。`,
    action: '内容を確かめる',
  },
  CORPORATION_BLOCK_TO_CONFIRM: {
    title: ({ block }: Words) => `${ofCorporation(block)}の確認`,
    detail: ({ corporation }: Words) =>
      `${corporation}の情報です。まだ確かめた記録がありません。変わりがなければ、ボタン1つで終わります。`,
    action: '内容を確かめる',
  },
  CORPORATION_BLOCK_TO_CONFIRM_AGAIN: {
    title: ({ block }: Words) => `${ofCorporation(block)}の確認`,
    detail: ({ corporation, confirmedOn }: Words) =>
      `${corporation}の情報です。最後に確かめたのは${formatDate(String(confirmedOn), 'ja')}です。変わりがなければ、ボタン1つで終わります。`,
    action: '内容を確かめる',
  },

  PAIRS_TO_DECIDE: {
    title: '同じものかどうかの確認',
    detail: ({ count }: Words) =>
      `同じ施設や法人かもしれない組が${count}件あります。1件ずつ見くらべて、同じか別かを選びます。`,
    action: '見くらべる',
  },
  FACILITY_BLOCK_ASKED_FOR: {
    title: ({ block }: Words) => `${nameOf(block)}の確認（事務局からのお願い）`,
    detail: ({ facility, network, confirmedOn }: Words) =>
      `${facility}の情報です。${network}の事務局がお願いしています。${
        confirmedOn
          ? `最後に確かめたのは${formatDate(String(confirmedOn), 'ja')}です。`
          : 'まだ確かめた記録がありません。'
      }変わりがなければ、ボタン1つで終わります。`,
    action: '内容を確かめる',
  },
  // bulletin
  ANNOUNCEMENT_TO_ACKNOWLEDGE: {
    title: '必ず読むお知らせ',
    detail: ({ title, network }: Words) =>
      `${network}の事務局からの「${title}」です。読み終えたら「読みました」を押してください。`,
    action: 'お知らせを読む',
  },
  ANNOUNCEMENTS_TO_READ: {
    title: '新しいお知らせ',
    detail: ({ title, count }: Words) =>
      Number(count) > 1 ? `「${title}」など、まだ開いていないお知らせが${count}件あります。` : `「${title}」`,
    action: 'お知らせを読む',
  },
  // identity
  INVITATION_ABOUT_TO_EXPIRE: {
    title: '招待の期限',
    detail: ({ name }: Words) =>
      `${name}さんへの招待が、まだ受け取られていません。期限を過ぎるとリンクが使えなくなります。`,
    action: '招待を見る',
  },
  HANDOVER_TO_PREPARE: {
    title: '引き継ぎの準備',
    detail: ({ name }: Words) =>
      `${name}さんへ役割を引き継ぎます。送ったままの招待や、使っているトークンがないか確かめてください。`,
    action: '予定を見る',
  },
  HANDOVER_TO_RECEIVE: {
    title: '引き継ぎを受ける予定',
    detail: ({ name }: Words) => `${name}さんから役割を引き継ぎます。その日から操作できます。`,
    action: '予定を見る',
  },
} as const
