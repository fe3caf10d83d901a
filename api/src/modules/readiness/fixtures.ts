import type { ReadinessAnswerValue } from '../../generated/prisma/enums.ts'
import { dateOf, dayInJapan } from '../../kernel/clock.ts'
import type { Chapter, SampleYear } from '../../kernel/sample-year.ts'
import { takeOver } from './designations.ts'
import { lastDayOfAnswer } from './rules/score.ts'

/** What the facility that prepares has answered: how long ago, and on what it rests. */
const ANSWERS: readonly (readonly [
  key: string,
  answer: ReadinessAnswerValue,
  daysAgo: number,
  evidence: string,
])[] = [
  ['SEISMIC', 'YES', 150, '耐震診断書（2019年）'],
  ['HAZARD_ZONE', 'YES', 120, '市の地図（5月の版）'],
  ['BARRIER_FREE', 'YES', 150, '玄関と1階のトイレ'],
  // Expired three days ago.
  ['POWER_TESTED', 'YES', 368, '前回の試運転'],
  ['WATER_DAYS', 'NO', 60, '1.5日分'],
  ['TOILETS', 'YES', 40, '簡易トイレ 300回分'],
  ['CLIMATE', 'YES', 40, '石油ストーブ 4台'],
  ['FOOD_DAYS', 'YES', 40, '棚卸し'],
  ['DIAPERS', 'YES', 24, '棚卸し'],
  ['BEDDING', 'YES', 40, 'ベッド 2台、段ボールベッド 6台'],
  ['CALL_LIST', 'YES', 100, '連絡網（4月の版）'],
  ['HELPERS', 'NO', 20, ''],
  ['INTAKE_PROCEDURE', 'UNKNOWN', 13, '下書きがある'],
  ['ROOM', 'YES', 60, '平面図'],
  ['PRIVACY', 'YES', 60, '記録の決まり（案）'],
  ['PLAN', 'YES', 90, '業務継続計画 12頁'],
  ['DRILL_DONE', 'NO', 20, '年明けに予定'],
  ['CITY_CONTACT', 'YES', 45, '市から届いた名簿'],
  ['AGREEMENT_TERMS', 'NO', 45, ''],
]

const COMMENTS: readonly (readonly [key: string, daysAgo: number, text: string])[] = [
  [
    'POWER_TESTED',
    2,
    'うちは軽油の残りで6時間でした。試運転は昼休みに30分で済みます。次の訪問のときに一緒に試しましょうか。',
  ],
  ['HELPERS', 5, '応援は「見本福祉応援班」に頼んでいます。協定書のひな形を置きました。'],
  ['INTAKE_PROCEDURE', 4, '下書きを読みました。薬の欄を大きくすると夜に書きやすいです。'],
]

const TEMPLATES: readonly (readonly [title: string, itemKey: string | null, body: string])[] = [
  [
    '応援職員の受入れの覚書（見本）',
    'HELPERS',
    '1　頼み先と、頼む人が電話する順番\n2　泊まる部屋と食事\n3　費用と保険をだれが持つか\n4　引き継ぎの時間\n5　帰ってもらう判断をする人',
  ],
  [
    '避難者の受入れの手順（見本）',
    'INTAKE_PROCEDURE',
    '1　玄関で名前と人数を聞く\n2　体調、薬、アレルギー、介助を聞き、用紙に書く\n3　部屋を決め、家族に伝える\n4　市に人数を知らせる',
  ],
  [
    '市と話す前に決めておくこと（見本）',
    null,
    '受け入れる人、昼と夜の人数、夜の連絡先、断るとき、終わり方。',
  ],
]

/** A designated facility guides one that prepares, half a year in; and the designations that the published lists name. */
export const shelters: Chapter = {
  title: '福祉避難所の指定、準備、相談の見本',
  async write(year) {
    const { db, now } = year
    await db.$transaction((tx) => takeOver(tx, now, null), { timeout: 120_000 })
    if ((await db.mentorship.count()) === 0) await guidance(year)
  },
}

async function guidance({ db, now, daysAgo, fiscalYear }: SampleYear): Promise<void> {
  const network = await db.platform.findFirstOrThrow({
    where: { sample: true, name: { endsWith: '連絡協議会' } },
  })
  const designated = await db.facility.findMany({
    where: { sample: true, shelterFacts: { some: { kind: 'DESIGNATED' } } },
    orderBy: [{ kana: 'asc' }, { id: 'asc' }],
  })
  const mentor = designated.find(({ name }) => name.endsWith('見本あおば荘'))
  const taken = new Set(designated.map(({ id }) => id))
  const others = await db.facility.findMany({
    where: { sample: true, status: 'ACTIVE', corporation: { is: { name: { endsWith: '見本こぶし会' } } } },
    orderBy: [{ kana: 'asc' }, { id: 'asc' }],
  })
  const mentee = others.find(({ id }) => !taken.has(id))
  if (!mentor || !mentee)
    throw new Error('The sample network has no 見本あおば荘 that is designated, or no こぶし that is not.')

  await db.mentoringLimit.create({
    data: { platformId: network.id, facilities: 3, startsOn: dateOf(`${fiscalYear}-04-01`) },
  })
  await db.welfareShelter.upsert({
    where: { facilityId: mentor.id },
    create: { facilityId: mentor.id },
    update: { dayPlaces: 20, nightPlaces: 12, directEvacuation: true, companions: 1 },
  })
  const director = await db.roleAssignment.findFirst({
    where: { role: 'FACILITY_DIRECTOR', facilityId: mentor.id },
    orderBy: { id: 'asc' },
    select: { userId: true },
  })
  const dayAgo = (days: number) => dateOf(dayInJapan(daysAgo(days)))
  const steps = [
    ['CONSULTATION', 195, '施設長会議のあとに相談を始めた'],
    ['SITE_VISIT', 143, '訪問の日を決め、互いの施設を見た'],
    ['PREPARATION', 59, '点検表を一緒に埋めはじめた'],
  ] as const
  await db.mentorship.create({
    data: {
      platformId: network.id,
      mentorFacilityId: mentor.id,
      menteeFacilityId: mentee.id,
      stage: 'PREPARATION',
      startedOn: dayAgo(195),
      cityTalkOn: dayAgo(-15),
      expectedOn: dateOf(`${fiscalYear + 1}-03-31`),
      steps: {
        create: steps.map(([stage, days, evidence]) => ({
          stage,
          onDay: dayAgo(days),
          evidence,
          recordedAt: daysAgo(days, '16:00'),
          actingName: mentor.name,
          byUserId: director?.userId ?? null,
        })),
      },
      visits: {
        create: [
          { onDay: dayAgo(143), held: true, note: '発電機と備蓄の倉庫を見た。' },
          { onDay: dayAgo(59), held: true, note: '受入れに使う部屋と通り道を一緒に歩いた。' },
          { onDay: dayAgo(-9), note: '昼休みに非常用電源を試す。' },
        ],
      },
    },
  })
  const items = new Map(
    (await db.readinessItem.findMany({ where: { endsOn: null } })).map((item) => [item.key, item]),
  )
  const itemOf = (key: string) => {
    const item = items.get(key)
    if (!item) throw new Error(`The checklist has no ${key}.`)
    return item
  }
  for (const [key, answer, days, evidence] of ANSWERS) {
    const item = itemOf(key)
    const answeredAt = daysAgo(days, '13:00')
    await db.readinessAnswer.create({
      data: {
        facilityId: mentee.id,
        itemId: item.id,
        answer,
        source: 'FACILITY',
        evidence,
        expiresOn: answer === 'UNKNOWN' ? null : lastDayOfAnswer(item.validMonths, answeredAt),
        answeredAt,
        actingName: mentee.name,
      },
    })
  }
  for (const [key, days, text] of COMMENTS)
    await db.readinessComment.create({
      data: {
        facilityId: mentee.id,
        itemId: itemOf(key).id,
        text,
        at: daysAgo(days, '11:00'),
        byUserId: director?.userId ?? null,
        actingName: mentor.name,
      },
    })
  for (const [title, itemKey, body] of TEMPLATES)
    await db.mentoringTemplate.create({
      data: { platformId: network.id, title, itemKey, body, addedAt: now },
    })
}
