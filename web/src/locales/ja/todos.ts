import { formatDate } from '../../lib/dates.ts'
import { grouped } from '../../lib/digits.ts'

type Words = Readonly<Record<string, string | number>>

const blocks: Readonly<Record<string, string>> = {
  BASIC: '基本の情報',
  CONTACTS: '連絡先',
  EQUIPMENT: '設備・備え',
  SERVICES: 'サービス',
  RESOURCES: '部屋・車',
  STAFF: '職員の資格',
}
/** What is to be checked at once: one part of a facility's facts, several, or all of them. */
const nameOf = (block: string | number | undefined) => {
  const names = String(block)
    .split(',')
    .map((one) => blocks[one] ?? '施設の情報')
  return names.length === Object.keys(blocks).length ? '施設の情報すべて' : names.join('、')
}

const corporationBlocks: Readonly<Record<string, string>> = {
  BASIC: '法人の情報',
  CONTACTS: '本部の連絡先',
  PROCUREMENT: '契約の決まり',
}
const ofCorporation = (block: string | number | undefined) => corporationBlocks[String(block)] ?? '法人の情報'

/** On whose behalf, where it is not the own body's. */
const behalf = ({ entrustedBy }: Words) => (entrustedBy ? `${entrustedBy}から任されています。` : '')

/** What is to be done, by the code of the todo: what, one or two lines about it, and the verb of the button. */
// Each module adds its own below.
export const todos = {
  OTHER: { title: '確かめること', detail: '内容を開いて確かめてください。', action: '開く' },
  // collaboration
  TIE_TO_ANSWER: {
    title: '連携の申込みへの答え',
    detail: ({ corporation, subject }: Words) => `${corporation}から「${subject}」の申込みが届いています。`,
    action: '内容を見て答える',
  },
  // registry
  FACILITY_BLOCK_TO_CONFIRM: {
    title: ({ block }: Words) => `${nameOf(block)}の確認`,
    detail: (words: Words) =>
      `${words.facility}の情報です。${behalf(words)}まだ確かめた記録がありません。変わりがなければ、ボタン1つで終わります。`,
    action: '内容を確かめる',
  },
  FACILITY_BLOCK_TO_CONFIRM_AGAIN: {
    title: ({ block }: Words) => `${nameOf(block)}の確認`,
    detail: (words: Words) =>
      `${words.facility}の情報です。${behalf(words)}最後に確かめたのは${formatDate(String(words.confirmedOn), 'ja')}です。変わりがなければ、ボタン1つで終わります。`,
    action: '内容を確かめる',
  },
  CORPORATION_BLOCK_TO_CONFIRM: {
    title: ({ block }: Words) => `${ofCorporation(block)}の確認`,
    detail: (words: Words) =>
      `${words.corporation}の情報です。${behalf(words)}まだ確かめた記録がありません。変わりがなければ、ボタン1つで終わります。`,
    action: '内容を確かめる',
  },
  CORPORATION_BLOCK_TO_CONFIRM_AGAIN: {
    title: ({ block }: Words) => `${ofCorporation(block)}の確認`,
    detail: (words: Words) =>
      `${words.corporation}の情報です。${behalf(words)}最後に確かめたのは${formatDate(String(words.confirmedOn), 'ja')}です。変わりがなければ、ボタン1つで終わります。`,
    action: '内容を確かめる',
  },

  PAIRS_TO_DECIDE: {
    title: '同じものかどうかの確認',
    detail: ({ count }: Words) =>
      `同じ施設や法人かもしれない組が${count}件あります。1件ずつ見くらべて、同じか別かを選びます。`,
    action: '見くらべる',
  },
  MISTAKES_TO_LOOK_AT: {
    title: 'まちがいの知らせの確認',
    detail: ({ count }: Words) =>
      `だれでも見られるページに、まちがいの知らせが${count}件届いています。確かめて、まちがいであれば登録を直します。`,
    action: '知らせを見る',
  },
  FACILITY_BLOCK_ASKED_FOR: {
    title: ({ block }: Words) => `${nameOf(block)}の確認（事務局からのお願い）`,
    detail: (words: Words) =>
      `${words.facility}の情報です。${behalf(words)}${words.network}の事務局がお願いしています。${
        words.confirmedOn
          ? `最後に確かめたのは${formatDate(String(words.confirmedOn), 'ja')}です。`
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
  // meetings
  MEETING_TO_ANSWER: {
    title: '会議の出欠',
    detail: ({ meeting }: Words) => `${meeting}への出欠などを、2回押すだけで答えられます。`,
    action: '出欠を答える',
  },
  BALLOT_TO_CAST: {
    title: '議案への投票',
    detail: ({ meeting, item }: Words) => `${meeting}「${item}」に、まだ投票していません。`,
    action: '投票する',
  },
  // platforms
  MEMBERSHIP_APPLICATION_TO_REVIEW: {
    title: '加盟の申込みの審査',
    detail: ({ corporation, network }: Words) =>
      `${corporation}が、${network}に申し込んでいます。質問を送ることもできます。`,
    action: '申込みを見る',
  },
  MEMBERSHIP_INVITATION_TO_ANSWER: {
    title: '加盟の招待への返事',
    detail: ({ network }: Words) => `${network}から招待されています。受けることも、ことわることもできます。`,
    action: '招待を見る',
  },
  DUES_TO_PAY: {
    title: ({ network }: Words) => `${network}の会費`,
    detail: ({ year, yen }: Words) => `${year}年度分、${grouped(yen)}円です。納めると、事務局が記録します。`,
    action: '会費を見る',
  },
  DUES_OVERDUE: {
    title: ({ year }: Words) => `${year}年度の会費の未納`,
    detail: ({ network, count }: Words) =>
      `${network}の${count}法人が、期限を過ぎています。確かめて、納入か免除を記録してください。`,
    action: '未納の会費を見る',
  },
  FILING_DUE: {
    title: ({ filing }: Words) => `${filing}`,
    detail: ({ network, year }: Words) => `${network}の${year}年度分です。提出したら「済み」にしてください。`,
    action: '届出の予定を見る',
  },
  OFFICE_ENDING: {
    title: ({ office }: Words) => `${office}の任期の終わり`,
    detail: ({ network }: Words) => `${network}の役員の任期が終わります。次の人を決めて記録してください。`,
    action: '役員を見る',
  },
  COMMITTEE_CHAIR_ENDING: {
    title: ({ committee }: Words) => `${committee}の部会長の任期の終わり`,
    detail: ({ corporation }: Words) =>
      `部会長の${corporation}の任期が終わります。次の部会長を決めてください。`,
    action: '部会を見る',
  },
  TOO_FEW_ADMINISTRATORS: {
    title: '事務局の人が足りません',
    detail: ({ count, least, clause }: Words) =>
      `いま${count}人です。${clause}では${least}人以上です。1人が休んでも止まらないように、もう1人を招待してください。`,
    action: '人を招待する',
  },
  NETWORK_FACTS_MISSING: {
    title: 'ネットワークに必要なものの記入',
    detail: ({ network, count }: Words) => `${network}に必要なもののうち、${count}件がまだありません。`,
    action: '足りないものを見る',
  },
  VOTES_AGAINST_THE_RULEBOOK: {
    title: '票の配分の見直し',
    detail: ({ network, clause }: Words) => `${network}の票の配分が、${clause}に合っていません。`,
    action: '会員と票を見る',
  },
  DECISION_TASK_TO_DO: {
    title: ({ task }: Words) => `${task}（議決にもとづく仕事）`,
    detail: ({ decision }: Words) =>
      `議決「${decision}」のあとの仕事です。終わったら「済みにする」を押してください。`,
    action: '仕事を見る',
  },
  MINUTES_TO_SIGN: {
    title: '議事録への署名',
    detail: ({ meeting, network }: Words) => `${network}「${meeting}」の議事録を読んで、署名してください。`,
    action: '議事録を読む',
  },
  MINUTES_TO_WRITE: {
    title: '議事録を仕上げる',
    detail: ({ meeting }: Words) => `「${meeting}」の議事録を書いて、署名をお願いしてください。`,
    action: '議事録を開く',
  },
  STATUS_REPORT_DUE: {
    title: ({ event }: Words) => `${event}　状況報告`,
    detail: ({ facility }: Words) =>
      `${facility}の状況を、6つ押して報告してください。わからないことは「わからない」で送れます。`,
    action: '状況報告をする',
  },
  OPENING_TO_ANSWER: {
    title: ({ event }: Words) => `${event}　開設の依頼`,
    detail: ({ facility }: Words) => `${facility}を福祉避難所として開設できるか、答えてください。`,
    action: '答える',
  },
  OPENING_TO_OPEN: {
    title: ({ event }: Words) => `${event}　開設の記録`,
    detail: ({ facility }: Words) =>
      `${facility}の開設が決まりました。人を受け入れられるようになったら、「開設した」を押してください。`,
    action: '開設を記録する',
  },
  TRANSFER_TO_ANSWER: {
    title: ({ event }: Words) => `${event}　ほかの避難所からの受け入れ`,
    detail: ({ facility, count }: Words) =>
      `${facility}に、${count}人の受け入れの頼みが来ています。受け入れたか、できないかを答えてください。`,
    action: '受け入れの画面を開く',
  },
  PLACE_WAS_FOUND: {
    title: ({ event }: Words) => `${event}　移る先が決まった人`,
    detail: ({ facility, count }: Words) =>
      `${facility}にいる人の移る先が、${count}件決まりました。出たら、記録してください。`,
    action: '受け入れの画面を開く',
  },
  BOOK_TO_HAND_OUT: {
    title: ({ event }: Words) => `${event}　受入名簿の受け取り`,
    detail: ({ facility }: Words) =>
      `${facility}の避難所は閉じました。名簿をファイルで受け取ってください。受け取ると、30日後に人の情報を消します。`,
    action: '名簿を受け取る',
  },
  OPENING_TO_DECIDE: {
    title: ({ event }: Words) => `${event}　開設の決定`,
    detail: ({ facility }: Words) => `${facility}は「開設できる」と答えています。`,
    action: '決める',
  },
  SILENCE_TO_FIND_OUT: {
    title: ({ event }: Words) => `${event}　報告がない施設`,
    detail: ({ facility }: Words) => `${facility}から報告がありません。電話などで確かめて、書いてください。`,
    action: '確かめる',
  },
  // readiness
  READINESS_ANSWERS_EXPIRE: {
    title: '準備の点検表の答え直し',
    detail: ({ facility, count }: Words) =>
      `${facility}の答え${count}件が、まもなく期限か、期限を過ぎました。期限が過ぎると「わからない」に戻ります。`,
    action: '点検表を開く',
  },
  MENTORING_VISIT: {
    title: '指定に向けた相談の訪問',
    detail: ({ facility }: Words) => `${facility}との訪問の予定です。終わったら、見たことを書いてください。`,
    action: '相談の記録を開く',
  },
  MENTORING_CITY_TALK: {
    title: '市との話し合い',
    detail: ({ facility }: Words) => `${facility}の指定について、市と話す日です。`,
    action: '準備を開く',
  },
  READINESS_DRAFTS: {
    title: '訓練で分かったことの確認',
    detail: ({ facility, count }: Words) => `${facility}の点検表に、訓練からの下書きが${count}件あります。`,
    action: '点検表を開く',
  },
  STOCK_EXPIRES_SOON: {
    title: '備蓄の期限が近づいています',
    detail: ({ facility, name, count }: Words) =>
      `${facility}の${name}など${count}件が、もうすぐ期限です。使うか、入れかえてください。`,
    action: '備蓄を見る',
  },
  STOCK_HAS_EXPIRED: {
    title: '備蓄の期限が切れています',
    detail: ({ facility, name, count }: Words) =>
      `${facility}の${name}など${count}件が、期限切れか、もうすぐ期限です。`,
    action: '備蓄を見る',
  },
  LOAN_TO_GIVE_BACK: {
    title: '借りているものの返却',
    detail: ({ facility, name, count }: Words) =>
      `${facility}が借りている${name}（${count}）を返す日が近づいています。`,
    action: '貸し借りを見る',
  },
  LOAN_IS_OVERDUE: {
    title: '借りているものの返却（期限切れ）',
    detail: ({ facility, name, count }: Words) =>
      `${facility}が借りている${name}（${count}）を返す日が過ぎています。`,
    action: '貸し借りを見る',
  },
  DEFECT_TO_PUT_RIGHT: {
    title: '点検で見つかったところを直す',
    detail: ({ facility, name }: Words) => `${facility}：${name}`,
    action: '点検を見る',
  },
  DEFECT_IS_OVERDUE: {
    title: '点検で見つかったところを直す（期限切れ）',
    detail: ({ facility, name }: Words) => `${facility}：${name}`,
    action: '点検を見る',
  },
  ALERT_TO_DECIDE: {
    title: '災害として開きますか',
    detail: ({ title }: Words) =>
      `気象庁の「${title}」が、目安をこえました。開くか、開かないかを決めてください。`,
    action: '電文を見て決める',
  },
  WEBHOOK_STOPPED: {
    title: '外部システムへの通知が止まっています',
    detail: ({ name }: Words) =>
      `「${name}」が、1日のあいだ受け取りませんでした。相手のシステムを確かめてください。`,
    action: '通知先を見る',
  },
  DRILL_TO_DECIDE: {
    title: '【訓練】訓練として開きますか',
    detail: ({ title }: Words) => `【訓練】気象庁の訓練の電文「${title}」が届きました。`,
    action: '電文を見て決める',
  },
} as const
