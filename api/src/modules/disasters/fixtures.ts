import { randomUUID } from 'node:crypto'
import { dateOf, dayInJapan } from '../../kernel/clock.ts'
import { runCommand, type Command, type CommandResult } from '../../kernel/command.ts'
import type { Db } from '../../kernel/db.ts'
import { globalId } from '../../kernel/ids.ts'
import type { Chapter, SampleYear } from '../../kernel/sample-year.ts'
import { guest, type RoleName, type Viewer } from '../../kernel/viewer.ts'
import { answerOpening } from './commands/answer-opening.ts'
import { closeEvent } from './commands/close-event.ts'
import { closeShelter } from './commands/close-shelter.ts'
import { decideOpening } from './commands/decide-opening.ts'
import { declareShelterFull } from './commands/declare-shelter-full.ts'
import { openEvent } from './commands/open-event.ts'
import { openShelter } from './commands/open-shelter.ts'
import { reportFigures } from './commands/report-figures.ts'
import { requestOpening } from './commands/request-opening.ts'
import { sendStatusReport } from './commands/send-status-report.ts'

/** Where the drill of the sample network stands when the year is written: 10:00 to 13:24. */
const MINUTES_SO_FAR = 204
const FIRST_REPORT = 90

interface SampleOpening {
  /** Corporation of the facility. */
  readonly stem: string
  readonly until: 'OPEN' | 'FULL' | 'DECIDED' | 'REQUESTED' | 'CANNOT'
  /** Minutes ago, persons by day and by night: the count before, then the last one. */
  readonly counted?: readonly (readonly [minutesAgo: number, day: number, night: number])[]
  /** Minutes ago; free places for older people, disability, infants, medical care. */
  readonly free?: readonly [
    minutesAgo: number,
    older: number,
    disability: number,
    infants: number,
    medical: number,
  ]
}

/** As on the drawing of the board. */
const OPENINGS: readonly SampleOpening[] = [
  {
    stem: 'あおば',
    until: 'OPEN',
    counted: [
      [70, 10, 10],
      [8, 12, 10],
    ],
    free: [8, 3, 1, 0, 0],
  },
  {
    stem: 'いずみ',
    until: 'OPEN',
    counted: [
      [60, 8, 8],
      [14, 9, 9],
    ],
    free: [52, 2, 0, 1, 0],
  },
  {
    stem: 'かえで',
    until: 'OPEN',
    counted: [
      [80, 6, 7],
      [21, 6, 6],
    ],
    free: [21, 3, 0, 1, 0],
  },
  {
    stem: 'くるみ',
    until: 'OPEN',
    counted: [
      [150, 11, 11],
      [138, 14, 14],
    ],
    free: [138, 2, 2, 0, 0],
  },
  {
    stem: 'うぐいす',
    until: 'FULL',
    counted: [
      [75, 15, 10],
      [11, 15, 10],
    ],
    free: [11, 0, 0, 0, 0],
  },
  { stem: 'えにし', until: 'DECIDED' },
  { stem: 'きずな', until: 'REQUESTED' },
  { stem: 'おおぞら', until: 'CANNOT' },
]
/** Facilities whose report is late: never reported, or at this minute of the drill. */
const LATE: ReadonlyMap<string, number | null> = new Map([
  ['せせらぎ', null],
  ['そよかぜ', 36],
  ['つばき', 72],
])

const WELL = {
  users: 'ALL_SAFE',
  building: 'USABLE',
  power: 'ON',
  water: 'ON',
  staff: 'ENOUGH',
  acceptance: 'CAN',
}
const SHAKEN = {
  ...WELL,
  building: 'PARTLY',
  power: 'EMERGENCY',
  staff: 'UNKNOWN',
  acceptance: 'CONDITIONAL',
}

/** Two drills of the sample network: one that is on, as in the drawing, and one of the spring that is over. */
export const drills: Chapter = {
  title: '見本の訓練',
  async write(year) {
    const { db } = year
    if ((await db.disasterEvent.count()) > 0) return
    const cast = await readCast(year)
    if (!cast) return
    await springDrill(year, cast)
    await drillOfToday(year, cast)
  },
}

type Cast = NonNullable<Awaited<ReturnType<typeof readCast>>>

async function readCast({ db }: SampleYear) {
  const platform = await db.platform.findFirst({
    where: { sample: true, memberships: { some: {} } },
    orderBy: { createdAt: 'asc' },
  })
  if (!platform) return null
  const actor = async (role: RoleName, place: object): Promise<Viewer> => {
    const held = await db.roleAssignment.findFirstOrThrow({
      where: { role, ...place },
      orderBy: { id: 'asc' },
    })
    return actingAs(held.userId, role, platform)
  }
  return {
    platform,
    secretariat: await actor('PLATFORM_SECRETARIAT', { platformId: platform.id }),
    liaison: await actor('MUNICIPAL_LIAISON', { municipalityCode: platform.municipalityCode }),
  }
}

function actingAs(
  userId: string,
  role: RoleName,
  { id, name, municipalityCode }: { id: string; name: string; municipalityCode: string | null },
): Viewer {
  const ofCity = role === 'MUNICIPAL_LIAISON'
  const seat = {
    key: ofCity ? `MUNICIPALITY:${municipalityCode}` : `PLATFORM:${id}`,
    kind: ofCity ? ('MUNICIPALITY' as const) : ('PLATFORM' as const),
    id: ofCity ? (municipalityCode ?? '') : id,
    name: ofCity ? '山形市' : name,
    corporationId: null,
    facilityId: null,
    platformId: ofCity ? null : id,
    municipalityCode: ofCity ? municipalityCode : null,
    roles: [role],
  }
  return { ...guest, userId, secondFactor: true, seats: [seat], acting: seat, platformIds: [id] }
}

const runner =
  (db: Db) =>
  <Result extends CommandResult>(
    command: Command<Command['input'], Result>,
    input: unknown,
    at: Date,
    viewer: Viewer,
  ): Promise<Result> =>
    runCommand(command, input, {
      db,
      viewer: { ...viewer, today: dateOf(dayInJapan(at)) },
      clock: { now: () => at },
      requestId: null,
    })

const before = (now: Date, minutes: number) => new Date(now.getTime() - minutes * 60_000)

/** Called facilities of an event with the stem of their corporation; the first of each corporation is its shelter. */
async function calledOf(db: Db, eventId: string) {
  const called = await db.calledFacility.findMany({
    where: { eventId },
    include: { facility: { include: { corporation: { select: { name: true } } } } },
    orderBy: [{ facility: { phone: 'asc' } }, { id: 'asc' }],
  })
  return called.map((row) => ({
    id: globalId('CalledFacility', row.id),
    facilityId: row.facilityId,
    stem: /見本(.+)会$/.exec(row.facility.corporation?.name ?? '')?.[1] ?? '',
  }))
}

async function drillOfToday(
  { db, now }: SampleYear,
  { platform, secretariat, liaison }: Cast,
): Promise<void> {
  const run = runner(db)
  const ago = (minutes: number) => before(now, minutes)
  const startedAt = ago(MINUTES_SO_FAR)
  const { disasterEventId: eventId } = await run(
    openEvent,
    {
      platformId: globalId('Platform', platform.id),
      name: '村山地域 地震想定訓練（見本）',
      hazard: 'EARTHQUAKE',
      drill: true,
      startedAt,
      areas: [],
      firstReportMinutes: FIRST_REPORT,
      reportEveryMinutes: 120,
      presumedSeriousMinutes: 60,
      buddyMinutes: 30,
      councilMinutes: 30,
      reason: '年に一度の合同訓練です。',
    },
    startedAt,
    secretariat,
  )
  const called = await calledOf(db, eventId)
  const shelters = new Map(called.toReversed().map((one) => [one.stem, one]))
  const report = (id: string, minutesAgo: number, answers: object) =>
    run(
      sendStatusReport,
      {
        reportKey: randomUUID(),
        calledFacilityId: id,
        ...answers,
        note: '',
        reportedAt: ago(minutesAgo),
        told: 'PHONE',
        reportedByName: '見本 施設長',
      },
      ago(minutesAgo),
      secretariat,
    )
  for (const [place, { id, stem }] of called.entries()) {
    const isShelter = shelters.get(stem)?.id === id
    const late = isShelter ? LATE.get(stem) : undefined
    if (late === null) continue
    const minutesAgo = late === undefined ? 20 + ((place * 7) % 80) : MINUTES_SO_FAR - late
    await report(id, minutesAgo, place % 4 === 0 ? SHAKEN : WELL)
  }
  for (const given of OPENINGS) {
    const shelter = shelters.get(given.stem)
    if (shelter) await openAsDrawn(given, shelter, { run, ago, secretariat, liaison })
  }
}

interface Stage {
  readonly run: ReturnType<typeof runner>
  readonly ago: (minutes: number) => Date
  readonly secretariat: Viewer
  readonly liaison: Viewer
}

async function openAsDrawn(
  { until, counted = [], free }: SampleOpening,
  { id }: { readonly id: string },
  { run, ago, secretariat, liaison }: Stage,
): Promise<void> {
  const asked = until === 'REQUESTED' ? 6 : 185
  const { shelterOpeningId: openingId } = await run(
    requestOpening,
    { calledFacilityId: id, note: '' },
    ago(asked),
    liaison,
  )
  if (until === 'REQUESTED') return
  const shelterOpeningId = globalId('ShelterOpening', openingId)
  if (until === 'CANNOT') {
    const no = { shelterOpeningId, answer: 'CANNOT', reason: 'POWER', note: '', version: 1 }
    await run(answerOpening, no, ago(33), secretariat)
    return
  }
  await run(answerOpening, { shelterOpeningId, answer: 'CAN', note: '', version: 1 }, ago(180), secretariat)
  const opensAt = until === 'DECIDED' ? ago(-36) : null
  const decidedAt = until === 'DECIDED' ? 19 : 175
  await run(decideOpening, { shelterOpeningId, opensAt, note: '', version: 2 }, ago(decidedAt), liaison)
  if (until === 'DECIDED') return
  await run(openShelter, { shelterOpeningId, version: 3 }, ago(165), secretariat)
  const figures = (minutesAgo: number, rest: object) =>
    run(
      reportFigures,
      {
        entryKey: randomUUID(),
        shelterOpeningId,
        at: ago(minutesAgo),
        day: null,
        night: null,
        free: [],
        ...rest,
      },
      ago(minutesAgo),
      secretariat,
    )
  for (const [minutesAgo, day, night] of counted) await figures(minutesAgo, { day, night })
  if (free) {
    const [minutesAgo, older, disability, infants, medical] = free
    await figures(minutesAgo, {
      free: [
        { need: 'OLDER_PERSON', free: older },
        { need: 'DISABILITY', free: disability },
        { need: 'PREGNANCY', free: infants },
        { need: 'INFANT', free: 0 },
        { need: 'MEDICAL_CARE', free: medical },
      ],
    })
  }
  if (until === 'FULL') await run(declareShelterFull, { shelterOpeningId, version: 4 }, ago(11), secretariat)
}

const SPRING_DAYS_AGO = 170

async function springDrill(
  { db, daysAgo }: SampleYear,
  { platform, secretariat, liaison }: Cast,
): Promise<void> {
  const run = runner(db)
  const start = daysAgo(SPRING_DAYS_AGO, '10:00')
  const at = (minutes: number) => before(start, -minutes)
  const { disasterEventId: eventId } = await run(
    openEvent,
    {
      platformId: globalId('Platform', platform.id),
      name: '春の安否報告訓練（見本）',
      hazard: 'EARTHQUAKE',
      drill: true,
      startedAt: start,
      areas: [],
      firstReportMinutes: 30,
      reason: '',
    },
    start,
    secretariat,
  )
  const called = await calledOf(db, eventId)
  for (const [place, { id }] of called.entries()) {
    // One never reported, some came late.
    if (place === 17) continue
    const minute = 4 + ((place * 11) % 41)
    await run(
      sendStatusReport,
      {
        reportKey: randomUUID(),
        calledFacilityId: id,
        ...WELL,
        note: '',
        reportedAt: at(minute),
        told: 'PHONE',
        reportedByName: '見本 施設長',
      },
      at(minute),
      secretariat,
    )
  }
  for (const [place, { id }] of called.slice(0, 3).entries()) {
    const { shelterOpeningId: openingId } = await run(
      requestOpening,
      { calledFacilityId: id, note: '' },
      at(40),
      liaison,
    )
    const shelterOpeningId = globalId('ShelterOpening', openingId)
    await run(
      answerOpening,
      { shelterOpeningId, answer: 'CAN', note: '', version: 1 },
      at(44 + place * 5),
      secretariat,
    )
    await run(decideOpening, { shelterOpeningId, opensAt: null, note: '', version: 2 }, at(60), liaison)
    await run(openShelter, { shelterOpeningId, version: 3 }, at(75 + place * 10), secretariat)
    await run(closeShelter, { shelterOpeningId, note: '', version: 4 }, at(115), secretariat)
  }
  await run(
    closeEvent,
    {
      disasterEventId: globalId('DisasterEvent', eventId),
      note: '夜間の電話番号が古い施設がありました。次の訓練までに直します。',
      version: 1,
    },
    at(120),
    secretariat,
  )
}
