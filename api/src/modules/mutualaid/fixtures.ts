import { dateOf, dayInJapan, type Clock } from '../../kernel/clock.ts'
import { runCommand } from '../../kernel/command.ts'
import type { Db } from '../../kernel/db.ts'
import { globalId } from '../../kernel/ids.ts'
import type { Chapter, SampleYear } from '../../kernel/sample-year.ts'
import { guest, type RoleName, type Viewer } from '../../kernel/viewer.ts'
import { acceptAidOffer } from './commands/accept-aid-offer.ts'
import { addStockLot } from './commands/add-stock-lot.ts'
import { claimAidRequest } from './commands/claim-aid-request.ts'
import { confirmAidArrival } from './commands/confirm-aid-arrival.ts'
import { countStaffSkill } from './commands/count-staff-skill.ts'
import { dispatchAid } from './commands/dispatch-aid.ts'
import { fixStockMinimum } from './commands/fix-stock-minimum.ts'
import { lendStock } from './commands/lend-stock.ts'
import { noteAidCost } from './commands/note-aid-cost.ts'
import { offerAid } from './commands/offer-aid.ts'
import { recordInspection } from './commands/record-inspection.ts'
import { recordMutualAidAgreement } from './commands/record-mutual-aid-agreement.ts'
import { registerAidResource } from './commands/register-aid-resource.ts'
import { requestAid } from './commands/request-aid.ts'
import { writeSituationLine } from './commands/write-situation-line.ts'

/** Somebody of the sample network and the facility, if any, they act for. */
interface Person {
  readonly viewer: Viewer
  readonly facilityId: string
  readonly gid: string
}

/** What a network has in peace time, and the drill in which it was used. */
export const mutualAid: Chapter = {
  title: '備蓄・点検・動ける職員と、見本の訓練の応援',
  async write(year) {
    const { db } = year
    if ((await db.stockLot.count()) > 0) return
    const people = await peopleOf(year)
    if (!people) return
    await registers(year, people)
    await drill(year, people)
  },
}

type People = NonNullable<Awaited<ReturnType<typeof peopleOf>>>

const seatOf = (
  viewer: { readonly userId: string; readonly role: RoleName },
  body: {
    id: string
    name: string
    corporationId: string | null
    platformId: string | null
    facility: boolean
  },
  platformIds: string[],
  today: Date,
): Viewer => {
  const kind = body.facility ? ('FACILITY' as const) : ('PLATFORM' as const)
  const seat = {
    key: `${kind}:${body.id}`,
    kind,
    id: body.id,
    name: body.name,
    corporationId: body.corporationId,
    facilityId: body.facility ? body.id : null,
    platformId: body.platformId,
    municipalityCode: null,
    roles: [viewer.role],
  }
  return {
    ...guest,
    userId: viewer.userId,
    secondFactor: true,
    seats: [seat],
    acting: seat,
    platformIds,
    today,
  }
}

/** The sample secretariat and three sample facilities of its members. */
async function peopleOf({ db, now }: SampleYear) {
  const secretary = await db.roleAssignment.findFirst({
    where: { role: 'PLATFORM_SECRETARIAT', platform: { sample: true } },
    select: { userId: true, platform: { select: { id: true, name: true } } },
    orderBy: { id: 'asc' },
  })
  if (!secretary?.platform) return null
  const { id: platformId, name } = secretary.platform
  const today = dateOf(dayInJapan(now))
  const places = await db.facility.findMany({
    where: {
      sample: true,
      status: 'ACTIVE',
      corporation: { is: { sample: true, memberships: { some: { platformId, endsOn: null } } } },
    },
    orderBy: [{ kana: 'asc' }, { id: 'asc' }],
    take: 3,
  })
  const director = await db.roleAssignment.findFirst({
    where: { role: 'FACILITY_DIRECTOR', facility: { sample: true } },
    select: { userId: true, facilityId: true },
    orderBy: { id: 'asc' },
  })
  // The director whom newcomers log in as comes first, so that their screens show it.
  const own = director?.facilityId
    ? await db.facility.findUnique({ where: { id: director.facilityId } })
    : null
  const chosen = [...(own ? [own] : []), ...places.filter(({ id }) => id !== own?.id)].slice(0, 3)
  const [asking, helping, third] = chosen.map((place): Person => {
    const body = {
      id: place.id,
      name: place.name,
      corporationId: place.corporationId,
      platformId: null,
      facility: true,
    }
    const userId = director?.userId ?? secretary.userId
    return {
      viewer: seatOf({ userId, role: 'FACILITY_DIRECTOR' }, body, [platformId], today),
      facilityId: place.id,
      gid: globalId('Facility', place.id),
    }
  })
  if (!asking || !helping || !third) return null
  const secretariat = seatOf(
    { userId: secretary.userId, role: 'PLATFORM_SECRETARIAT' },
    { id: platformId, name, corporationId: null, platformId, facility: false },
    [platformId],
    today,
  )
  return { platformId, secretariat, asking, helping, third }
}

/** Runs commands as somebody at a moment. */
const acts =
  (db: Db) =>
  (command: unknown, viewer: Viewer, at: Date, input: object): Promise<Readonly<Record<string, string>>> => {
    const clock: Clock = { now: () => at }
    return runCommand(command as never, input, { db, viewer, clock, requestId: null })
  }

const DAY = 86_400_000

async function registers(year: SampleYear, { platformId, secretariat, asking, helping, third }: People) {
  const { db, now } = year
  const run = acts(db)
  const at = year.daysAgo(12, '14:00')
  const dayIn = (days: number) => dateOf(dayInJapan(new Date(now.getTime() + days * DAY)))
  const items = new Map(
    (await db.stockItem.findMany()).map(({ code, id }) => [code, globalId('StockItem', id)]),
  )
  const item = (code: string) => items.get(code) ?? ''
  const stock: readonly (readonly [Person, string, number, number | null, string, string])[] = [
    [asking, 'WATER', 240, 400, '1階倉庫', 'FACILITY'],
    [asking, 'FOOD', 300, 25, '1階倉庫', 'FACILITY'],
    [asking, 'PORTABLE_TOILET', 500, null, '屋外倉庫', 'CITY'],
    [asking, 'BLANKET', 18, null, '2階リネン室', 'FACILITY'],
    [asking, 'DIAPER_ADULT', 600, 500, '1階倉庫', 'FACILITY'],
    [helping, 'WATER', 480, 300, '備蓄庫', 'FACILITY'],
    [helping, 'BLANKET', 60, null, '備蓄庫', 'NETWORK'],
    [helping, 'BED', 12, null, '備蓄庫', 'NETWORK'],
    [third, 'WHEELCHAIR', 8, null, '玄関脇', 'FACILITY'],
  ]
  const lots = new Map<string, string>()
  for (const [person, code, quantity, days, place, owner] of stock) {
    const { stockLotId } = await run(addStockLot, person.viewer, at, {
      facilityId: person.gid,
      itemId: item(code),
      quantity,
      expiresOn: days === null ? null : dayIn(days),
      place,
      owner,
    })
    lots.set(`${person.facilityId} ${code}`, globalId('StockLot', stockLotId ?? ''))
  }
  await run(fixStockMinimum, asking.viewer, at, {
    facilityId: asking.gid,
    itemId: item('BLANKET'),
    minimum: 30,
  })
  await run(lendStock, third.viewer, year.daysAgo(9), {
    stockLotId: lots.get(`${third.facilityId} WHEELCHAIR`),
    borrowerFacilityId: asking.gid,
    quantity: 2,
    dueOn: dayIn(4),
    note: '見本：行事のため',
  })
  await run(recordInspection, asking.viewer, year.daysAgo(20), {
    facilityId: asking.gid,
    subject: 'POWER',
    inspectedOn: dayIn(-21),
    inspectedBy: '見本電気設備',
    result: '発電機は動く。始動電池が弱い。',
    defects: [
      { what: '発電機の始動電池を交換する', dueOn: dayIn(10) },
      { what: '燃料の残量計を直す', dueOn: dayIn(25) },
    ],
  })
  const skills: readonly (readonly [string, number, number | null])[] = [
    ['NURSE', 4, 1],
    ['CARE_WORKER', 28, 6],
    ['COUNSELLOR', 2, null],
    ['COOKING', 5, 1],
  ]
  for (const [skill, people, reachableAtNight] of skills)
    await run(countStaffSkill, asking.viewer, at, {
      facilityId: asking.gid,
      skill,
      people,
      reachableAtNight,
      minutes: 30,
    })
  await run(registerAidResource, asking.viewer, at, {
    facilityId: asking.gid,
    kind: 'VEHICLE',
    label: '見本 リフト車 1号',
    skill: null,
    units: 1,
  })
  const corporations = await db.corporation.findMany({
    where: { id: { in: [asking, helping, third].map(({ viewer }) => viewer.acting?.corporationId ?? '') } },
    select: { id: true },
  })
  await run(recordMutualAidAgreement, secretariat, year.daysAgo(40), {
    platformId: globalId('Platform', platformId),
    name: '見本地区 相互応援協定',
    block: '見本ブロック',
    what: '職員の派遣、備蓄の融通、避難者の受入れ',
    validFrom: year.day(4, 1),
    validTo: null,
    documentId: null,
    corporationIds: corporations.map(({ id }) => globalId('Corporation', id)),
    otherParties: ['見本市'],
  })
}

/** The event of the sample drill: taken from the chapter of the disasters where there is one, made here where not. */
async function drillOf(year: SampleYear, { platformId, asking, helping, third }: People) {
  const { db } = year
  const known = await db.disasterEvent.findFirst({
    where: { platformId, drill: true, closedAt: null },
    orderBy: { openedAt: 'desc' },
  })
  const openedAt = year.daysAgo(3, '09:00')
  const event =
    known ??
    (await db.disasterEvent.create({
      data: {
        platformId,
        name: '見本地区 地震想定訓練',
        hazard: 'EARTHQUAKE',
        drill: true,
        startedAt: openedAt,
        areas: [],
        firstReportMinutes: 30,
        reportEveryMinutes: 120,
        presumedSeriousMinutes: 60,
        buddyMinutes: 20,
        councilMinutes: 30,
        openedAt,
        openingReason: '見本の訓練',
      },
    }))
  for (const { facilityId } of [asking, helping, third])
    await db.calledFacility.upsert({
      where: { eventId_facilityId: { eventId: event.id, facilityId } },
      create: { eventId: event.id, facilityId, calledAt: event.openedAt },
      update: {},
    })
  return event
}

async function drill(year: SampleYear, people: People): Promise<void> {
  const { db } = year
  const { asking, helping, third, secretariat } = people
  const run = acts(db)
  const event = await drillOf(year, people)
  const eventId = globalId('DisasterEvent', event.id)
  const at = (minutes: number) => new Date(event.openedAt.getTime() + minutes * 60_000)
  const items = new Map(
    (await db.stockItem.findMany()).map(({ code, id }) => [code, globalId('StockItem', id)]),
  )
  const log = (viewer: Viewer, minutes: number, text: string, decision = false) =>
    run(writeSituationLine, viewer, at(minutes), { eventId, text, decision, at: null, facilityId: null })
  const ask = (minutes: number, more: object) =>
    run(requestAid, asking.viewer, at(minutes), {
      eventId,
      facilityId: asking.gid,
      skill: null,
      itemId: null,
      startsAt: null,
      endsAt: null,
      neededBy: at(minutes + 180),
      ...more,
    })
  await log(secretariat, 5, '訓練を開始。3施設に状況の報告を頼んだ')
  await log(asking.viewer, 20, '停電。自家発電に切りかえた')
  const blankets = await ask(30, { kind: 'GOODS', itemId: items.get('BLANKET'), quantity: 40 })
  const night = await ask(35, {
    kind: 'STAFF',
    skill: 'CARE_WORKER',
    quantity: 2,
    startsAt: at(480),
    endsAt: at(1_440),
    detail: '夜勤ができる人',
  })
  await run(claimAidRequest, secretariat, at(40), {
    aidRequestId: globalId('AidRequest', night.aidRequestId ?? ''),
    hours: 2,
  })
  const lot = await db.stockLot.findFirstOrThrow({
    where: { facilityId: helping.facilityId, item: { code: 'BLANKET' } },
  })
  const { aidOfferId } = await run(offerAid, helping.viewer, at(45), {
    aidRequestId: globalId('AidRequest', blankets.aidRequestId ?? ''),
    lotId: globalId('StockLot', lot.id),
    resourceId: null,
    quantity: 30,
    startsAt: null,
    endsAt: null,
    validUntil: null,
    note: '車で40分',
  })
  const offer = { aidOfferId: globalId('AidOffer', aidOfferId ?? '') }
  await run(acceptAidOffer, asking.viewer, at(50), { ...offer, version: 1, quantity: 25 })
  await log(secretariat, 52, '毛布25枚を送ることに決めた', true)
  await run(dispatchAid, helping.viewer, at(60), { ...offer, version: 2 })
  await run(confirmAidArrival, asking.viewer, at(105), { ...offer, version: 3 })
  const category = await db.reliefCategory.findUniqueOrThrow({ where: { code: 'BEDDING' } })
  await run(noteAidCost, helping.viewer, at(130), {
    ...offer,
    kind: 'TRAVEL',
    categoryId: globalId('ReliefCategory', category.id),
    onDate: dateOf(dayInJapan(at(130))),
    what: '燃料',
    minutes: null,
    quantity: null,
    yen: 1_800,
    evidence: '見本の領収書 1番',
  })
  const { aidResourceId } = await run(registerAidResource, third.viewer, at(60), {
    facilityId: third.gid,
    kind: 'STAFF',
    label: '見本 介護福祉士 夜勤A',
    skill: 'CARE_WORKER',
    units: 1,
  })
  await run(offerAid, third.viewer, at(70), {
    aidRequestId: globalId('AidRequest', night.aidRequestId ?? ''),
    lotId: null,
    resourceId: globalId('AidResource', aidResourceId ?? ''),
    quantity: 1,
    startsAt: null,
    endsAt: null,
    validUntil: null,
    note: '',
  })
}
