import { randomUUID } from 'node:crypto'
import type { Prisma } from '../../generated/prisma/client.ts'
import { dateOf } from '../../kernel/clock.ts'
import type { Db } from '../../kernel/db.ts'
import type { Chapter } from '../../kernel/sample-year.ts'

/** Name of the sample network. */
const SAMPLE_PLATFORM = '見本地区社会福祉法人連絡協議会'

/** A valid invented network with a name of its own. */
export const platform = (db: Db, given: Partial<Prisma.PlatformUncheckedCreateInput> = {}) =>
  db.platform.create({
    data: { name: `見本${randomUUID().slice(0, 8)}連絡会`, kind: 'COUNCIL_LED', sample: true, ...given },
  })

/** A membership that began long ago and goes on. */
export const membership = (
  db: Db,
  given: Pick<Prisma.PlatformMembershipUncheckedCreateInput, 'platformId' | 'corporationId'> &
    Partial<Prisma.PlatformMembershipUncheckedCreateInput>,
) => db.platformMembership.create({ data: { startsOn: dateOf('2020-04-01'), ...given } })

/** The sample network with its 19 members, in the order of their readings. */
export const network: Chapter = {
  title: SAMPLE_PLATFORM,
  async write({ db, fiscalYear, day }) {
    if ((await db.platform.count({ where: { name: SAMPLE_PLATFORM } })) > 0) return
    const { id: platformId } = await platform(db, {
      name: SAMPLE_PLATFORM,
      description:
        '見本地区の19法人が、福祉避難所の備え、合同の研修、共同の購入、買い物の支援などに一緒に取り組むための会です。画面の説明のために作った見本です。',
      municipalityCode: '062014',
      helpPhone: '000-000-0000',
    })
    const members = await db.corporation.findMany({ where: { sample: true }, orderBy: { kana: 'asc' } })
    await db.platformMembership.createMany({
      data: members.map(({ id: corporationId }, n) => ({
        platformId,
        corporationId,
        position: n + 1,
        // Most were there from the beginning; the last two came with this fiscal year.
        startsOn: n < members.length - 2 ? dateOf(`${fiscalYear - 12}-07-01`) : day(4, 1),
      })),
    })
  },
}
