import type { Prisma } from '../../generated/prisma/client.ts'
import { dateOf } from '../../kernel/clock.ts'
import { runCommand } from '../../kernel/command.ts'
import type { Db } from '../../kernel/db.ts'
import { globalId } from '../../kernel/ids.ts'
import type { Chapter, SampleYear } from '../../kernel/sample-year.ts'
import { guest, type RoleName, type Viewer } from '../../kernel/viewer.ts'
import { agreeTie } from './commands/agree-tie.ts'
import { offerService } from './commands/offer-service.ts'
import { proposeTie } from './commands/propose-tie.ts'
import { recordTie } from './commands/record-tie.ts'

/** A contract between two members, as the secretariat has it on paper. */
interface SampleContract {
  readonly giving: string
  readonly taking: string
  readonly subject: string
  readonly scope: string
  /** Years before the fiscal year, month. */
  readonly since: readonly [yearsAgo: number, month: number]
  readonly fee?: readonly [yen: number, per: 'YEAR' | 'MONTH' | 'DAY' | 'HOUR' | 'PERSON' | 'CASE' | 'ONCE']
  readonly paper: 'CONTRACT' | 'MEMORANDUM'
  /** Of the hub's catalogue. */
  readonly offered?: true
}

const CONTRACTS: readonly SampleContract[] = [
  {
    giving: 'あおば',
    taking: 'おおぞら',
    subject: '給食の共同調理',
    scope: '平日の昼食の調理と配送。食材の発注と検食は各法人が行う。',
    since: [0, 4],
    fee: [420, 'PERSON'],
    paper: 'CONTRACT',
    offered: true,
  },
  {
    giving: 'あおば',
    taking: 'こぶし',
    subject: '職員研修の受託',
    scope: '新任職員と中堅職員の研修、年8回。講師と教材を含む。',
    since: [1, 10],
    fee: [360_000, 'YEAR'],
    paper: 'CONTRACT',
    offered: true,
  },
  {
    giving: 'いずみ',
    taking: 'せせらぎ',
    subject: '夜間の応援職員',
    scope: '急な欠員のとき、夜勤の職員1人を2時間以内に送る。',
    since: [1, 4],
    fee: [28_000, 'DAY'],
    paper: 'CONTRACT',
  },
  {
    giving: 'けやき',
    taking: 'こぶし',
    subject: '送迎車の共同運行',
    scope: '平日の朝夕、三路線。運転と車両の点検を含む。',
    since: [0, 4],
    fee: [180_000, 'MONTH'],
    paper: 'CONTRACT',
  },
  {
    giving: 'さくら',
    taking: 'うぐいす',
    subject: '経理事務の受託',
    scope: '月次の仕訳、支払の準備、決算の資料。承認は委託する法人が行う。',
    since: [0, 7],
    fee: [95_000, 'MONTH'],
    paper: 'CONTRACT',
  },
  {
    giving: 'えにし',
    taking: 'きずな',
    subject: '洗濯の共同委託',
    scope: 'リネンの洗濯を一緒に業者へ委託し、数量で分ける。',
    since: [1, 9],
    paper: 'CONTRACT',
  },
  {
    giving: 'たちばな',
    taking: 'ともしび',
    subject: '外国人職員の研修',
    scope: '日本語と介護の研修、月2回。',
    since: [1, 1],
    paper: 'MEMORANDUM',
  },
]

/** Pairs that work together through the council. */
const JOINT: readonly (readonly [one: string, other: string, subject: string])[] = [
  ['けやき', 'おおぞら', '防災部会の備蓄'],
  ['けやき', 'せせらぎ', '買い物バスの運行'],
  ['かえで', 'くるみ', '子ども食堂の共同開催'],
  ['おおぞら', 'くるみ', '介護の魅力を伝える行事'],
  ['おおぞら', 'こぶし', '防災部会の備蓄'],
  ['くるみ', 'こぶし', '介護の魅力を伝える行事'],
  ['こぶし', 'せせらぎ', '買い物バスの運行'],
  ['うぐいす', 'えにし', '中間的就労の受入れ'],
  ['うぐいす', 'きずな', '中間的就労の受入れ'],
  ['きずな', 'すずらん', '福祉用具の貸し借り'],
  ['しらかば', 'すずらん', '夜間の見守り訓練'],
  ['しらかば', 'そよかぜ', '合同の避難訓練'],
  ['すずらん', 'そよかぜ', '合同の避難訓練'],
  ['つばき', 'てまり', '保育と障害の交流行事'],
]

/** Members of an invented 社会福祉連携推進法人. */
const IN_ONE = ['あおば', 'いずみ', 'かえで', 'けやき', 'さくら']

/** Who works with whom in the sample network: as in a network that has grown for some years. */
export const ties: Chapter = {
  title: '見本の法人どうしの連携',
  async write(year) {
    const { db } = year
    if ((await db.collaborationTie.count()) > 0) return
    await recordedTies(year)
    await ownTies(year)
  },
}

const corporationsByStem = async (db: Db): Promise<(stem: string) => { id: string; name: string }> => {
  const rows = await db.corporation.findMany({ where: { sample: true, status: 'ACTIVE' } })
  return (stem) => {
    const found = rows.find(({ name }) => name.endsWith(`見本${stem}会`))
    if (!found) throw new Error(`No sample corporation is called ${stem}.`)
    return found
  }
}

const actingAs = (
  userId: string,
  role: RoleName,
  body: { platformId?: string; corporation?: { id: string; name: string } },
  platformIds: string[],
  today: Date,
): Viewer => {
  const kind = body.corporation ? ('CORPORATION' as const) : ('PLATFORM' as const)
  const id = body.corporation?.id ?? body.platformId ?? ''
  const seat = {
    key: `${kind}:${id}`,
    kind,
    id,
    name: body.corporation?.name ?? '見本地区社会福祉法人連絡協議会',
    corporationId: body.corporation?.id ?? null,
    facilityId: null,
    platformId: body.platformId ?? null,
    municipalityCode: null,
    roles: [role],
  }
  return { ...guest, userId, secondFactor: true, seats: [seat], acting: seat, platformIds, today }
}

const sampleSecretary = (db: Db) =>
  db.roleAssignment.findFirstOrThrow({
    where: { role: 'PLATFORM_SECRETARIAT', platform: { sample: true } },
    select: { userId: true, platformId: true },
  })

/** What the secretariat has on paper. */
async function recordedTies(year: SampleYear): Promise<void> {
  const { db, fiscalYear, day } = year
  const named = await corporationsByStem(db)
  const secretary = await sampleSecretary(db)
  const network = secretary.platformId ?? ''
  const at = year.daysAgo(20, '14:00')
  const viewer = actingAs(
    secretary.userId,
    'PLATFORM_SECRETARIAT',
    { platformId: network },
    [network],
    dateOf(at.toISOString().slice(0, 10)),
  )
  const context = { db, viewer, clock: { now: () => at }, requestId: null }
  const platformId = globalId('Platform', network)
  const party = (stem: string, role: 'EQUAL' | 'GIVING' | 'TAKING') => ({
    corporationId: globalId('Corporation', named(stem).id),
    role,
  })
  const monthOf = ([yearsAgo, month]: readonly [number, number]) => {
    const calendarYear = fiscalYear - yearsAgo + (month < 4 ? 1 : 0)
    return dateOf(`${calendarYear}-${String(month).padStart(2, '0')}-01`)
  }

  const offers = new Map<string, string>()
  for (const { giving, subject, scope, fee } of CONTRACTS.filter(({ offered }) => offered)) {
    const { collaborationServiceId } = await runCommand(
      offerService,
      {
        platformId,
        providerId: globalId('Corporation', named(giving).id),
        name: subject,
        scope,
        feeYen: fee?.[0],
        feePer: fee?.[1],
      },
      context,
    )
    offers.set(subject, globalId('CollaborationService', collaborationServiceId))
  }
  for (const { giving, taking, subject, scope, since, fee, paper } of CONTRACTS) {
    const validFrom = monthOf(since)
    await runCommand(
      recordTie,
      {
        platformId,
        stage: 'BUSINESS_ALLIANCE',
        subject,
        validFrom,
        validTo: lastDayAfterYears(validFrom, 3),
        parties: [party(giving, 'GIVING'), party(taking, 'TAKING')],
        serviceId: offers.get(subject),
        evidence: [
          {
            kind: paper,
            reference: `${subject}に関する${paper === 'CONTRACT' ? '契約書' : '覚書'}`,
            datedOn: validFrom,
          },
        ],
        alliance: {
          service: subject,
          scope,
          feeYen: fee?.[0],
          feePer: fee?.[1],
          renewal: 'AUTOMATIC',
          noticeDays: 90,
          confidentiality: true,
          personalData: 'NOT_HANDLED',
          termination: '90日前までに書面で申し出る。',
        },
      },
      context,
    )
  }
  for (const [one, other, subject] of JOINT)
    await runCommand(
      recordTie,
      {
        platformId,
        stage: 'COUNCIL_JOINT',
        subject,
        validFrom: day(4, 1),
        parties: [party(one, 'EQUAL'), party(other, 'EQUAL')],
        evidence: [{ kind: 'RESOLUTION', reference: '部会の議事録' }],
        councilJoint: { activity: subject, rules: '会則 第4条' },
      },
      context,
    )
  await runCommand(
    recordTie,
    {
      platformId,
      stage: 'COLLABORATION_CORPORATION',
      subject: '社会福祉連携推進法人 見本つなぐ',
      validFrom: dateOf(`${fiscalYear - 2}-10-01`),
      parties: IN_ONE.map((stem) => party(stem, 'EQUAL')),
      evidence: [
        { kind: 'CERTIFICATE', reference: '認定書（見本）', datedOn: dateOf(`${fiscalYear - 2}-09-20`) },
      ],
      collaboration: {
        name: '社会福祉連携推進法人 見本つなぐ',
        authority: '見本県',
        businesses: ['DISASTER', 'STAFF', 'SUPPLIES'],
      },
    },
    context,
  )
}

const lastDayAfterYears = (from: Date, years: number): Date =>
  new Date(Date.UTC(from.getUTCFullYear() + years, from.getUTCMonth(), from.getUTCDate()) - 86_400_000)

/** What two corporations have agreed between themselves: one that nobody else sees, and one that waits for an answer. */
async function ownTies(year: SampleYear): Promise<void> {
  const { db, day } = year
  const named = await corporationsByStem(db)
  const { platformId: network } = await sampleSecretary(db)
  const [aoba, kurumi, keyaki] = [named('あおば'), named('くるみ'), named('けやき')]
  const administrator = await db.roleAssignment.findFirstOrThrow({
    where: { role: 'CORPORATION_ADMIN', corporationId: aoba.id },
    select: { userId: true },
  })
  const actor = (userId: string, corporation: { id: string; name: string }, at: Date) => ({
    db,
    viewer: actingAs(
      userId,
      'CORPORATION_ADMIN',
      { corporation },
      [network ?? ''],
      dateOf(at.toISOString().slice(0, 10)),
    ),
    clock: { now: () => at },
    requestId: null,
  })
  const speaker = async (corporationId: string) => {
    const { userId } = await db.roleAssignment.findFirstOrThrow({
      where: { facility: { corporationId }, role: 'FACILITY_DIRECTOR' },
      orderBy: { id: 'asc' },
      select: { userId: true },
    })
    await db.roleAssignment.create({
      data: { userId, role: 'CORPORATION_ADMIN', corporationId, startsOn: day(4, 1) },
    })
    return userId
  }

  const secret = await runCommand(
    proposeTie,
    {
      stage: 'BOARD_PARTICIPATION',
      subject: '理事1人の参加',
      ownRole: 'GIVING',
      others: [{ corporationId: globalId('Corporation', kurumi.id), role: 'TAKING' }],
      validFrom: day(6, 20),
      evidence: [{ kind: 'RESOLUTION', reference: '見本くるみ会 評議員会議事録' }],
      board: {
        form: 'DIRECTOR',
        seats: 1,
        conflictChecked: true,
        resolution: '定時評議員会 第3号議案',
        purpose: '保育の経営に、介護の法人の経験をいかす。',
      },
    },
    actor(administrator.userId, aoba, year.daysAgo(19, '10:00')),
  )
  await runCommand(
    agreeTie,
    { collaborationTieId: globalId('CollaborationTie', secret.collaborationTieId), version: 1 },
    actor(await speaker(kurumi.id), kurumi, year.daysAgo(18, '11:00')),
  )
  await runCommand(
    proposeTie,
    {
      stage: 'BUSINESS_ALLIANCE',
      platformId: globalId('Platform', network ?? ''),
      subject: '送迎車の共同運行（南の路線）',
      ownRole: 'GIVING',
      others: [{ corporationId: globalId('Corporation', aoba.id), role: 'TAKING' }],
      validFrom: dateOf(`${year.fiscalYear + 1}-04-01`),
      validTo: dateOf(`${year.fiscalYear + 3}-03-31`),
      evidence: [{ kind: 'CONTRACT', reference: '送迎車の共同運行に関する契約書（案）' }],
      alliance: {
        service: '送迎車の共同運行',
        scope: '平日の朝夕、南の一路線。運転と車両の点検を含む。',
        feeYen: 60_000,
        feePer: 'MONTH',
        renewal: 'BY_AGREEMENT',
        confidentiality: true,
        personalData: 'CLAUSE',
        termination: '90日前までに書面で申し出る。',
      },
      note: '来年度から、南の路線も一緒に走らせませんか。',
    },
    actor(await speaker(keyaki.id), keyaki, year.daysAgo(2, '16:30')),
  )
}

/** A valid invented tie between corporations that stands, for tests. Give `stage` its own terms. */
export async function tie(
  db: Db,
  corporationIds: readonly string[],
  given: Partial<Omit<Prisma.CollaborationTieUncheckedCreateInput, 'parties' | 'papers'>> & {
    readonly terms?: Prisma.InputJsonObject
  } = {},
) {
  const { terms, ...own } = given
  const stage = own.stage ?? 'VOLUNTARY'
  const { id } = await db.collaborationTie.create({
    data: {
      status: 'STANDING',
      subject: '見本の勉強会',
      validFrom: dateOf('2024-04-01'),
      agreedAt: new Date('2024-03-20T00:00:00Z'),
      proposedById: corporationIds[0] ?? null,
      ...own,
      stage,
      parties: {
        create: corporationIds.map((corporationId, position) => ({
          corporationId,
          position,
          role: 'EQUAL' as const,
          answer: 'AGREED' as const,
          answeredAt: new Date('2024-03-20T00:00:00Z'),
        })),
      },
    },
  })
  await db.collaborationTiePapers.create({
    data: { tieId: id, stage, terms: terms ?? { theme: '見本の勉強会' } },
  })
  return id
}
