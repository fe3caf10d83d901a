import type { Prisma } from '../../generated/prisma/client.ts'
import { dateOf } from '../../kernel/clock.ts'
import type { Db } from '../../kernel/db.ts'
import type { Chapter } from '../../kernel/sample-year.ts'
import type { Article, OrganRule, Rulebook } from './rules/rulebook.ts'
import { voluntaryArticles } from './rules/voluntary-articles.ts'
import { voluntaryRulebook } from './rules/voluntary-rulebook.ts'
import { rulesToStore } from './version-in-force.ts'

/** A version of a rulebook; in force for long, unless it is said otherwise. */
export const rulebookVersion = (
  db: Db,
  given: Pick<Prisma.RulebookVersionUncheckedCreateInput, 'platformId'> &
    Partial<Prisma.RulebookVersionUncheckedCreateInput>,
) =>
  db.rulebookVersion.create({
    data: {
      number: 1,
      effectiveOn: dateOf('2020-04-01'),
      adoptedOn: dateOf('2020-03-20'),
      rules: rulesToStore(voluntaryRulebook),
      articles: voluntaryArticles as object[],
      ...given,
    },
  })

const SAMPLE_NETWORK = '見本地区社会福祉法人連絡協議会'

/** A version with some articles in other words. */
const worded = (articles: readonly Article[], words: Readonly<Record<string, string>>): readonly Article[] =>
  articles.map((article) => ({ ...article, text: words[article.number] ?? article.text }))

/** A version whose general meeting decides otherwise. */
const meeting = (rules: Rulebook, change: (organ: OrganRule) => Partial<OrganRule>): Rulebook => ({
  ...rules,
  organs: rules.organs.map((organ) =>
    organ.organ === 'GENERAL_MEETING' ? { ...organ, ...change(organ) } : organ,
  ),
})

const named = worded(voluntaryArticles, {
  1: `本会は、${SAMPLE_NETWORK}（以下「本会」という。）と称する。`,
})

const thirdArticles = worded(named, {
  12: '総会は、会長が、会日の5日前までに、日時、場所及び議案を示して招集する。\n2 前項の期間は、議決に加わることができる会員の全員の同意があるときは、短縮することができる。',
  15: '総会の議事は、出席した会員の議決権の過半数で決する。\n2 会員の議決権は、各1個とする。\n3 可否同数のときは、議長の決するところによる。',
})
const third = meeting(voluntaryRulebook, ({ notice, ballotsHiddenUntilClose }) => ({
  notice: { ...notice, days: 5, daysIfWritten: 5 },
  ballotsHiddenUntilClose: { ...ballotsHiddenUntilClose, hidden: false, clause: '会則第15条' },
}))

const secondArticles = worded(thirdArticles, {
  14: '総会は、議決に加わることができる会員の過半数の出席で成立する。\n2 委任状を提出した会員及び書面により議決権を行使した会員は、出席したものとみなす。',
})
const second = meeting(third, ({ counted }) => ({ counted: { ...counted, online: false } }))

const firstArticles = worded(secondArticles, {
  14: '総会は、議決に加わることができる会員の過半数の出席で成立する。\n2 委任状を提出した会員は、出席したものとみなす。',
})
const first = meeting(second, ({ counted, written }) => ({
  counted: { ...counted, written: false },
  written: { ...written, allowed: false },
}))

/** The 会則 of the sample network: how it came to be what it is. */
export const rulebook: Chapter = {
  title: '見本の会則',
  async write({ db, fiscalYear, day }) {
    const { id: platformId } = await db.platform.findFirstOrThrow({ where: { name: SAMPLE_NETWORK } })
    if ((await db.rulebookVersion.count({ where: { platformId } })) > 0) return
    const years = [
      {
        effectiveOn: dateOf(`${fiscalYear - 12}-07-01`),
        adoptedOn: dateOf(`${fiscalYear - 12}-07-01`),
        rules: first,
        articles: firstArticles,
        note: '設立総会で定めた。',
      },
      {
        effectiveOn: dateOf(`${fiscalYear - 9}-04-01`),
        adoptedOn: dateOf(`${fiscalYear - 10}-05-22`),
        rules: second,
        articles: secondArticles,
        note: '書面による議決権の行使を認めた。',
      },
      {
        effectiveOn: dateOf(`${fiscalYear - 5}-04-01`),
        adoptedOn: dateOf(`${fiscalYear - 6}-06-25`),
        rules: third,
        articles: thirdArticles,
        note: 'オンラインによる参加を出席とみなすことにした。',
      },
      {
        effectiveOn: day(4, 1),
        adoptedOn: dateOf(`${fiscalYear - 1}-05-21`),
        rules: voluntaryRulebook,
        articles: named,
        note: '総会の招集を会日の5日前から7日前に改め、賛否は採決が終わるまで示さないことにした。',
      },
    ]
    await db.rulebookVersion.createMany({
      data: years.map(({ rules, articles, ...version }, index) => ({
        ...version,
        platformId,
        number: index + 1,
        rules: rulesToStore(rules),
        articles: articles as object[],
      })),
    })
  },
}
