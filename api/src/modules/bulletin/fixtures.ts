import { dateOf, dayInJapan } from '../../kernel/clock.ts'
import { runCommand, type CommandContext } from '../../kernel/command.ts'
import { globalId } from '../../kernel/ids.ts'
import type { Chapter, SampleYear } from '../../kernel/sample-year.ts'
import { guest, type RoleName, type Seat, type Viewer } from '../../kernel/viewer.ts'
import { acknowledgeAnnouncement } from './commands/acknowledge-announcement.ts'
import { addCalendarEntry } from './commands/add-calendar-entry.ts'
import { addDocument } from './commands/add-document.ts'
import { openDocumentVersion } from './commands/open-document-version.ts'
import { openAnnouncement } from './commands/open-announcement.ts'
import { publishAnnouncement } from './commands/publish-announcement.ts'
import { receiveVersion } from './files.ts'

interface Actor {
  readonly viewer: Viewer
  /** Somebody whom a newcomer may sign in as. */
  readonly isShown: boolean
}

/** The people of the sample network who hold a role, each acting in it. */
async function acting({ db }: SampleYear, role: RoleName): Promise<Actor[]> {
  const held = await db.roleAssignment.findMany({
    where: { role, user: { sample: true } },
    include: {
      user: { select: { email: true } },
      platform: true,
      facility: { include: { corporation: true } },
      corporation: true,
    },
    orderBy: [{ startsOn: 'asc' }, { id: 'asc' }],
  })
  return held.map(
    ({ userId, user, platformId, platform, facilityId, facility, corporationId, corporation }) => {
      const [kind, id, name] =
        platformId !== null
          ? (['PLATFORM', platformId, platform?.name] as const)
          : facilityId !== null
            ? (['FACILITY', facilityId, facility?.name] as const)
            : (['CORPORATION', corporationId ?? '', corporation?.name] as const)
      const seat: Seat = {
        key: `${kind}:${id}`,
        kind,
        id,
        name: name ?? '',
        corporationId: corporationId ?? facility?.corporationId ?? null,
        facilityId,
        platformId,
        municipalityCode: null,
        roles: [role],
      }
      const viewer = { ...guest, userId, secondFactor: true, seats: [seat], acting: seat }
      return { viewer, isShown: user.email.endsWith('@example.com') }
    },
  )
}

interface SamplePaper {
  readonly title: string
  readonly kind: string
  readonly audience?: string
  readonly years: number | null
  readonly from: Date
  /** Days ago of each version, the oldest first, with what was new. */
  readonly versions: readonly (readonly [daysAgo: number, note: string | null])[]
}

const papers = ({ fiscalYear, day }: SampleYear): readonly SamplePaper[] => [
  {
    title: '見本地区社会福祉法人連絡協議会 会則',
    kind: 'RULES',
    years: null,
    from: day(4, 1),
    versions: [
      [200, null],
      [170, '第8条（役員の任期）の字句を直しました。'],
    ],
  },
  {
    title: `令和${fiscalYear - 2018}年度 総会 議事録`,
    kind: 'MINUTES',
    years: 10,
    from: day(6, 12),
    versions: [
      [150, '署名前の案です。'],
      [140, '署名した最終版です。'],
    ],
  },
  { title: '研修の受講報告（様式）', kind: 'FORM', years: 3, from: day(4, 1), versions: [[190, null]] },
  {
    title: '送迎車の共同購入 見積の比べ',
    kind: 'REPORT',
    audience: 'OFFICERS',
    years: 10,
    from: day(9, 1),
    versions: [[60, null]],
  },
  {
    title: `平成28年度 施設長連絡会の記録`,
    kind: 'OTHER',
    years: 5,
    from: new Date(Date.UTC(2017, 2, 31)),
    versions: [[185, '紙の記録を写したものです。']],
  },
]

const entries = ({ fiscalYear, day }: SampleYear) => {
  const last = day(3, 31)
  const once = { repeat: 'NONE', repeatUntil: null }
  const timed = (startMinute: number, endMinute: number) => ({ startMinute, endMinute })
  const allDay = { startMinute: null, endMinute: null }
  const on = (month: number, date: number) => ({ startsOn: day(month, date), endsOn: day(month, date) })
  /** The second Tuesday of April. */
  const tuesday = new Date(Date.UTC(fiscalYear, 3, 1))
  tuesday.setUTCDate(1 + ((2 - tuesday.getUTCDay() + 7) % 7) + 7)
  return [
    {
      kind: 'MEETING',
      title: '施設長連絡会',
      place: '見本市総合福祉センター',
      startsOn: tuesday,
      endsOn: tuesday,
      ...timed(810, 930),
      repeat: 'MONTHLY_WEEKDAY',
      repeatUntil: last,
    },
    { kind: 'DEADLINE', title: '現況報告書の提出期限', place: null, ...on(6, 30), ...allDay, ...once },
    {
      kind: 'DRILL',
      title: '福祉避難所の開設訓練',
      place: '見本地区の5施設',
      ...on(9, 1),
      ...timed(540, 720),
      ...once,
    },
    {
      kind: 'TRAINING',
      title: '新任職員の合同研修',
      place: '見本会館',
      startsOn: day(10, 14),
      endsOn: day(10, 15),
      ...timed(570, 990),
      ...once,
    },
    {
      kind: 'EVENT',
      title: '福祉のしごと就職フェア',
      place: '見本駅前広場',
      ...on(11, 21),
      ...timed(600, 900),
      ...once,
    },
    {
      kind: 'MEETING',
      title: '事務局と会長の打合せ',
      place: null,
      audience: 'OFFICERS',
      ...on(2, 3),
      ...timed(600, 660),
      ...once,
    },
    {
      kind: 'TRAINING',
      title: '虐待防止の研修',
      place: 'オンライン',
      ...on(1, 20),
      ...timed(810, 900),
      ...once,
    },
  ]
}

/** What the secretariat of the sample network keeps, tells and plans. */
export const bulletin: Chapter = {
  title: '見本の書類・お知らせ・年間予定',
  async write(year) {
    const { db, daysAgo } = year
    // What other parts of the portal have filed meanwhile says nothing of this chapter.
    if ((await db.document.count({ where: { source: null } })) > 0) return
    const [first] = await acting(year, 'PLATFORM_SECRETARIAT')
    const secretary = first?.viewer
    if (!secretary?.acting?.platformId) throw new Error('The sample network has no secretariat.')
    const platformId = globalId('Platform', secretary.acting.platformId)
    const at = (viewer: Viewer, days: number, time = '10:00'): CommandContext => ({
      db,
      viewer: {
        ...viewer,
        platformIds: [secretary.acting?.platformId ?? ''],
        today: dateOf(dayInJapan(daysAgo(days, time))),
      },
      clock: { now: () => daysAgo(days, time) },
      requestId: null,
    })

    const shelf = new Map<string, string>()
    for (const { title, kind, audience = 'MEMBERS', years, from, versions } of papers(year)) {
      const earliest = versions[0]?.[0] ?? 0
      const { documentId } = await runCommand(
        addDocument,
        { platformId, title, kind, audience, retentionYears: years, retainFrom: from },
        at(secretary, earliest, '09:30'),
      )
      shelf.set(title, globalId('Document', documentId))
      for (const [days, note] of versions)
        await receiveVersion(at(secretary, days), {
          documentId,
          fileName: `${title}.txt`,
          note,
          body: oneText(`${title}\r\n\r\nこれは画面の説明のための見本です。\r\n${note ?? ''}\r\n`),
        })
    }
    for (const entry of entries(year))
      await runCommand(
        addCalendarEntry,
        { platformId, note: null, audience: 'MEMBERS', ...entry },
        at(secretary, 180),
      )

    const say = async (days: number, over: object): Promise<string> => {
      const input = { platformId, topic: 'GENERAL', mustAcknowledge: false, ...over }
      const { announcementId } = await runCommand(publishAnnouncement, input, at(secretary, days, '11:00'))
      return globalId('Announcement', announcementId)
    }
    const training = await say(40, {
      topic: 'TRAINING',
      title: '新任職員の合同研修 受講報告のお願い',
      body: '研修おつかれさまでした。受講した人の報告を、様式に書いて事務局へ送ってください。\n\n様式は、この下の「書類」から開けます。',
      documentIds: [shelf.get('研修の受講報告（様式）')],
    })
    const committee = await db.committee.findFirst({
      where: { platformId: secretary.acting.platformId, members: { some: {} } },
      include: { members: { select: { corporationId: true } } },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
    })
    const toCommittee =
      committee &&
      (await say(12, {
        topic: 'MEETING',
        title: `${committee.name} 次回の打合せについて`,
        body: '次回の打合せの議題を集めています。\n\n取り上げたいことがあれば、事務局へ知らせてください。',
        committeeId: globalId('Committee', committee.id),
      }))
    await say(1, {
      topic: 'FILING',
      title: '会費の口座の確認のお願い（予定）',
      body: '来年度の会費の引き落とし口座を確かめます。\n\n変わる法人は、事務局へ知らせてください。',
      publishAt: daysAgo(-14, '09:00'),
    })
    const night = await say(4, {
      topic: 'DISASTER',
      title: '夜間の連絡先の見直しについて',
      body: '冬の大雪にそなえて、夜間の電話連絡網を見直します。\n\n各施設の夜間の連絡先が変わっていないか、ポータルで確かめてください。\n読み終えたら「読みました」を押してください。',
      mustAcknowledge: true,
    })
    // Whoever can be signed in as has read everything, so that their home pages stay short; some of the others have not.
    const readers = await Promise.all(
      (['CORPORATION_ADMIN', 'CORPORATION_REPORTER', 'FACILITY_DIRECTOR'] as const).map((role) =>
        acting(year, role),
      ),
    )
    for (const [n, { viewer, isShown }] of readers.flat().entries()) {
      if (!isShown && n % 3 === 0) continue
      await runCommand(openAnnouncement, { announcementId: training }, at(viewer, 38, '13:00'))
      await runCommand(acknowledgeAnnouncement, { announcementId: night }, at(viewer, 2, '15:00'))
      const sits = committee?.members.some(
        ({ corporationId }) => corporationId === viewer.acting?.corporationId,
      )
      if (toCommittee && sits)
        await runCommand(openAnnouncement, { announcementId: toCommittee }, at(viewer, 10, '09:00'))
    }
  },
}

/** A version of a document as the sample network’s people would put it there. */
export const putSampleVersion = (
  context: CommandContext,
  version: { documentId: string; title: string; text: string; note: string | null },
): Promise<string> =>
  receiveVersion(context, {
    documentId: version.documentId,
    fileName: `${version.title}.txt`,
    note: version.note,
    body: oneText(`${version.title}\r\n\r\n${version.text}\r\nこれは画面の説明のための見本です。\r\n`),
  })

/** Somebody of the sample network opens a version. */
export const openSampleVersion = (context: CommandContext, documentVersionId: string) =>
  runCommand(openDocumentVersion, { documentVersionId }, context)

async function* oneText(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text)
}
