import fs from 'node:fs'
import path from 'node:path'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { WebhookTopic } from '../../api/src/generated/prisma/enums.ts'
import { globalId, parseGlobalId, type ModelName } from '../../api/src/kernel/ids.ts'
import { react } from '../../api/src/kernel/jobs/reaction.ts'
import { createLog } from '../../api/src/kernel/log.ts'
import { guest, type RoleName, type Viewer } from '../../api/src/kernel/viewer.ts'
import { capitalized } from '../../api/src/kernel/words.ts'
import { platform } from '../../api/src/modules/platforms/fixtures.ts'
import { corporation, facility } from '../../api/src/modules/registry/fixtures.ts'
import { queueEvent } from '../../api/src/modules/webhooks/queueing.ts'
import { WATERMARK } from '../../api/src/modules/webhooks/rules/body.ts'
import { topicOf } from '../../api/src/modules/webhooks/topics.ts'
import '../../api/src/reactions.ts'
import { schema } from '../../api/src/schema.ts'
import { readTables } from '../architecture/ownership.ts'
import { readSources } from '../architecture/sources.ts'
import { freshDatabase } from '../support/database.ts'
import { disasterWorld, minutesIn, nth } from '../support/disaster-world.ts'
import { openTestGraph } from '../support/graph.ts'
import { somebody } from '../support/network-world.ts'
import { viewerActingAs } from '../support/viewers.ts'
import { peaceBefore } from '../support/peace-before.ts'
import { wholeNight, type Night } from '../support/whole-night.ts'
import { unmarked } from './drills/differences.ts'
import { openDoors, unknownDoors, type Handed, type Places } from './drills/doors.ts'
import { everyQuery } from './drills/outlets.ts'
import { receivers } from './drills/receivers.ts'
import { worldlyRoles } from './openings/people.ts'

// A network has a real night behind it, and then a drill with every command of a night. Whatever can be asked, fetched or
// listened to is asked before and after, by a visitor and by every role inside and outside the network: outside nothing
// at all may be other than before, inside everything that is must say that it is a drill. What is asked is read off the
// schema, the routes, the commands and the events; a new one is covered by itself, or fails here.

// Twenty people look through the whole graph before and after: two minutes on two quiet cores.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 900_000 })

/** Commands of these modules that belong to no event. */
const OF_PEACE: Readonly<Record<string, readonly string[]>> = {
  'what a facility has': ['addStockLot', 'countStockLot', 'takeFromStock', 'fixStockMinimum', 'lendStock'],
  'what comes back': ['takeBackStock', 'registerAidResource', 'retireAidResource', 'countStaffSkill'],
  'what is looked after': ['recordInspection', 'finishInspectionDefect'],
  'which devices may report': ['enrolDevice', 'revokeDevice'],
  'what is agreed': ['recordMutualAidAgreement', 'endMutualAidAgreement', 'decideAlertThreshold'],
  'the end of a book, months later': ['anonymiseIntake'],
  'the end of who came, days later': ['eraseAidHelpers'],
  'the other answer to a question': ['dismissAlertSuggestion'],
}
/** Announcements that are of no event. */
const OF_NO_EVENT = new Set([
  'disasters.DeviceChanged.v1',
  'mutualaid.RegisterChanged.v1',
  'mutualaid.AgreementChanged.v1',
  'alerts.AlertReceived.v1',
  'alerts.ThresholdDecided.v1',
])
const NIGHT = ['disasters', 'outputs', 'alerts', 'intake', 'mutualaid', 'assignment'] as const

const url = await freshDatabase()
const graph = await openTestGraph(url)
const { db } = graph
const models = readTables(readSources('prisma/models'))
const NOW = minutesIn(200)
const insiders = worldlyRoles
const outsiders = ['a visitor', ...worldlyRoles, 'SYSTEM_OPERATOR'] as const

type Answers = ReadonlyMap<string, unknown>
interface Sight {
  readonly answers: Answers
  readonly handed: readonly Handed[]
}

async function peopleAround(there: Awaited<ReturnType<typeof disasterWorld>>) {
  const one = nth(there.places, 0)
  const elsewhere = await platform(db)
  const stranger = await facility(db, { corporationId: (await corporation(db)).id })
  const seat = async (role: RoleName, body: object) =>
    [role, viewerActingAs((await somebody(graph)).id, role, body)] as const
  const inside = {
    platformId: there.platformId,
    platformIds: [there.platformId],
    corporationId: one.corporationId,
    facilityId: one.id,
    municipalityCode: '062014',
  }
  const outside = {
    platformId: elsewhere.id,
    platformIds: [elsewhere.id],
    corporationId: stranger.corporationId,
    facilityId: stranger.id,
    municipalityCode: '062022',
  }
  return {
    members: new Map<string, Viewer>(await Promise.all(insiders.map((role) => seat(role, inside)))),
    strangers: new Map<string, Viewer>([
      ['a visitor', guest],
      ...(await Promise.all(worldlyRoles.map((role) => seat(role, outside)))),
      await seat('SYSTEM_OPERATOR', {}),
    ]),
  }
}

/** What a record that nobody has made would be called: the same all the time. */
const nobodys = new Map(models.map(({ model }) => [model, globalId(model as ModelName, randomUUID())]))
const asOf = (night: Night) => (model: string) => night.ids.get(model) ?? nobodys.get(model) ?? ''

/** As many at once as the pool has connections. */
const AT_ONCE = 4

async function ask(documents: Iterable<string>, viewer: Viewer): Promise<Answers> {
  const answers = new Map<string, unknown>()
  const waiting = [...documents].toReversed()
  const next = async (): Promise<void> => {
    for (let document = waiting.pop(); document !== undefined; document = waiting.pop()) {
      const { data, errors = [] } = await graph.request(document, { viewer, now: NOW })
      const faults = errors.filter(
        ({ extensions: { code } }) => code !== 'FORBIDDEN' && code !== 'UNAUTHENTICATED',
      )
      expect({ document, faults }).toEqual({ document, faults: [] })
      answers.set(document, data ?? null)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, next))
  return answers
}

/** Keys of all records that there are, by table. */
async function records(): Promise<Map<string, Set<string>>> {
  const found = new Map<string, Set<string>>()
  for (const { table, model } of models) {
    const has = await db.$queryRawUnsafe<{ yes: boolean }[]>(
      `select exists (select from information_schema.columns where table_name = '${table}' and column_name = 'id' and data_type = 'uuid') as yes`,
    )
    if (!has[0]?.yes) continue
    const rows = await db.$queryRawUnsafe<{ id: string }[]>(`select id::text from "${table}"`)
    found.set(model, new Set(rows.map(({ id }) => id)))
  }
  return found
}

/** Records of a drill's making that are none of the drill: what the portal keeps of itself, and devices and people. */
const NONE_OF_IT = new Set(['AuditEntry', 'EventLog', 'User', 'IdempotencyRecord', 'Job'])
/** What the 気象庁 has said to everybody, also of a drill of its own; it says so by its status. */
const EVERYBODYS = new Set(['AlertMessage', 'AlertArea'])
/** Roots that are about messages of the 気象庁 and what they ask; those of its drills say so. */
const OF_MESSAGES = /^\{\s*alert(Message|Suggestion)/
/** Roots that are about acts, not about what is so: who did what, whatever it was about. Nothing is counted by them. */
const OF_ACTS = /^\{\s*(auditEntr|changesSince)/

let people: Awaited<ReturnType<typeof peopleAround>>
let webhooks: Awaited<ReturnType<typeof receivers>>
let real: Night
let drill: Night
let places: Places
let secrets: { device: string; sheet: string }
let lastAct: { audit: bigint; event: bigint }
let marks: string[]
let keys: string[]
let doors: ReturnType<typeof openDoors>
const before = new Map<string, Sight>()

// Written once: everybody is asked the same.
const written = new Map<Night, readonly string[]>()
const documentsOf = (night: Night): readonly string[] => {
  const documents = written.get(night) ?? [...everyQuery(schema, asOf(night)).keys()]
  written.set(night, documents)
  return documents
}
/** Questions about records of the drill itself. */
const aboutDrill = (): readonly string[] => {
  const asked = new Set(documentsOf(real))
  return documentsOf(drill).filter((document) => !asked.has(document))
}
const found = (group: ReadonlyMap<string, Viewer>, role: string): Viewer => {
  const viewer = group.get(role)
  if (!viewer) throw new Error(`nobody is ${role}`)
  return viewer
}
const inDrill = (): Places => ({ ...places, event: drill.event, opening: drill.shelter })

beforeAll(async () => {
  const there = await disasterWorld(graph, 4)
  await db.municipality.upsert({
    where: { code: '082015' },
    create: { code: '082015', name: '水戸市', prefecture: '茨城県' },
    update: {},
  })
  await db.platformArea.create({ data: { platformId: there.platformId, municipalityCode: '082015' } })
  people = await peopleAround(there)
  const peace = await peaceBefore(graph, there)
  webhooks = await receivers(db, there.platformId, there.secretary.id, NOW)
  real = await wholeNight(graph, there, peace, false)
  doors = openDoors(url, db, NOW)
  const one = nth(there.places, 0)
  places = {
    event: real.event,
    opening: real.shelter,
    platform: globalId('Platform', there.platformId),
    facilityId: one.id,
    corporationId: one.corporationId,
    message: real.ids.get('AlertMessage') ?? '',
    nobody: randomUUID(),
    calendar: 'x'.repeat(43),
  }
  const everybody = [
    ...[...people.members].map(([role, viewer]) => ({ who: `member ${role}`, viewer })),
    ...[...people.strangers].map(([role, viewer]) => ({ who: `stranger ${role}`, viewer })),
  ]
  // Files first: that one was taken is itself something that is seen.
  const handed = new Map<string, readonly Handed[]>()
  for (const { who, viewer } of everybody) handed.set(who, await doors.through(viewer, places))
  for (const { who, viewer } of everybody)
    before.set(who, { answers: await ask(documentsOf(real), viewer), handed: handed.get(who) ?? [] })
  const had = await records()
  const [head] = await db.$queryRaw<{ audit: bigint; event: bigint }[]>`
    select (select max(seq) from audit_entry) as audit, (select max(seq) from event_log) as event`
  lastAct = head ?? { audit: 0n, event: 0n }

  drill = await wholeNight(graph, there, peace, true)
  secrets = { device: peace.deviceSecret, sheet: drill.freeSheet }
  const log = createLog('silent')
  for (const { id } of await db.eventLog.findMany({
    where: { seq: { gt: lastAct.event } },
    orderBy: { seq: 'asc' },
  }))
    await react.run({ eventId: id }, { db, clock: { now: () => NOW }, log, mailer: null })
  const made = [...(await records())].flatMap(([model, ids]) =>
    NONE_OF_IT.has(model) ? [] : [...ids].flatMap((id) => (had.get(model)?.has(id) ? [] : [{ model, id }])),
  )
  keys = made.map(({ id }) => id)
  marks = made.flatMap(({ model, id }) =>
    EVERYBODYS.has(model) ? [] : [id, globalId(model as ModelName, id)],
  )
})
afterAll(() => doors.close())

describe('the drill', () => {
  it('was played with every command of a night', async () => {
    const acts = await db.auditEntry.findMany({
      where: { seq: { gt: lastAct.audit } },
      select: { command: true },
    })
    const done = new Set(acts.map(({ command }) => command))
    const peace = new Set(Object.values(OF_PEACE).flat())
    const commands = NIGHT.flatMap((module) =>
      fs
        .readdirSync(path.join(import.meta.dirname, `../../api/src/modules/${module}/commands`))
        .filter((file) => !file.includes('.test.'))
        .map((file) => uncapitalized(file.replace(/\.ts$/, '').split('-').map(capitalized).join(''))),
    )
    expect(commands.filter((name) => !done.has(name) && !peace.has(name))).toEqual([])
    expect(commands.length).toBeGreaterThan(60)
    expect(marks.length).toBeGreaterThan(150)
  })

  it('says of every announcement that it is of a drill, and has made every announcement there is', async () => {
    const announced = await db.eventLog.findMany({ where: { seq: { gt: lastAct.event } } })
    const ofNight = announced.filter(({ name }) => NIGHT.some((module) => name.startsWith(`${module}.`)))
    const silent = ofNight.filter(
      ({ name, payload }) => !OF_NO_EVENT.has(name) && (payload as { drill?: boolean }).drill !== true,
    )
    expect([...new Set(silent.map(({ name }) => name))]).toEqual([])
    const declared = (
      await Promise.all(NIGHT.map((module) => import(`../../api/src/modules/${module}/events.ts`)))
    ).flatMap((events: Record<string, { name: string }>) => Object.values(events).map(({ name }) => name))
    const made = new Set(announced.map(({ name }) => name))
    const atTheEnd = 'intake.BookAnonymised.v1'
    expect(declared.filter((name) => !made.has(name) && !OF_NO_EVENT.has(name) && name !== atTheEnd)).toEqual(
      [],
    )
    expect(announced.filter(({ audience }) => audience.includes('public')).map(({ name }) => name)).toEqual([
      // A message of the 気象庁 is everybody's; its own status says that it is of a drill.
    ])
  })

  it('is told to another system only if it asked for drills, and every word it gets says what it is', async () => {
    const told = (webhookId: string) => db.webhookDelivery.findMany({ where: { webhookId } })
    expect(await told(webhooks.without)).toEqual([])
    const deliveries = await told(webhooks.withDrills)
    const plain = deliveries.filter(({ body }) => {
      const { drill: isDrill, watermark } = JSON.parse(body) as { drill: boolean; watermark?: string }
      return !isDrill || watermark !== WATERMARK
    })
    expect(plain).toEqual([])
    // Everything that its network hears and it asked for, and nothing else.
    const announced = await db.eventLog.findMany({ where: { seq: { gt: lastAct.event } } })
    const asked = announced.filter(
      ({ name, audience }) => topicOf.has(name) && audience.includes(`platform:${platformOf(places)}`),
    )
    expect(new Set(deliveries.map(({ eventId }) => eventId))).toEqual(new Set(asked.map(({ id }) => id)))
    expect(deliveries).toHaveLength(asked.length)
    expect(new Set(deliveries.map(({ eventName }) => topicOf.get(eventName)))).toEqual(
      new Set(Object.values(WebhookTopic)),
    )
    // No name and no figure of anybody goes with it.
    const words = deliveries.flatMap(({ body }) => Object.keys(JSON.parse(body) as object))
    expect(new Set(words)).toEqual(new Set(['id', 'type', 'at', 'network', 'drill', 'watermark', 'entities']))
  })

  it('is told to people as a drill: in the portal and by mail', async () => {
    const notices = await db.notification.findMany({ where: { id: { in: keys } } })
    const plain = notices.filter(({ params }) => !/訓練|"drill":1/.test(JSON.stringify(params)))
    expect(plain.map(({ kind, params }) => ({ kind, params }))).toEqual([])
    expect(notices.length).toBeGreaterThan(3)
    const mails = await db.mailMessage.findMany({ where: { id: { in: keys } } })
    expect(mails.filter(({ subject }) => !subject.includes('訓練')).map(({ subject }) => subject)).toEqual([])
  })
})

describe('outside the network', () => {
  it.each(outsiders)('nothing is other than before, counts and lists neither: %s', async (role) => {
    const viewer = found(people.strangers, role)
    const sight = before.get(`stranger ${role}`)
    const after = await ask(documentsOf(real), viewer)
    const changed = [...after].filter(([document, answer]) => {
      const had = sight?.answers.get(document) ?? null
      if (plain(answer) === plain(had) || (role === 'SYSTEM_OPERATOR' && OF_ACTS.test(document))) return false
      return !OF_MESSAGES.test(document) || unmarked(had as never, answer as never).length > 0
    })
    expect(changed.map(([document, answer]) => ({ document, answer }))).toEqual([])
    for (const [document, answer] of await ask(aboutDrill(), viewer)) {
      if (role === 'SYSTEM_OPERATOR' && (OF_ACTS.test(document) || OF_MESSAGES.test(document))) continue
      const text = JSON.stringify(answer)
      expect({ document, seen: marks.filter((mark) => text.includes(mark)) }).toEqual({ document, seen: [] })
    }
  })

  it.each(outsiders)('no door hands out anything of it: %s', async (role) => {
    const viewer = found(people.strangers, role)
    const handed = await doors.through(viewer, places)
    const had = before.get(`stranger ${role}`)?.handed ?? []
    expect(handed.map(({ address, text }) => [address, text])).toEqual(
      had.map(({ address, text }) => [address, text]),
    )
    const asked = await doors.through(viewer, inDrill())
    const shown = asked.filter(
      ({ address, text }) =>
        !address.startsWith('/api/alerts/') &&
        (text.includes('訓練') || marks.some((mark) => text.includes(mark))),
    )
    expect(shown.map(({ address }) => address)).toEqual([])
  })

  it.each(outsiders.filter((role) => role !== 'SYSTEM_OPERATOR'))(
    'the feed says nothing of it: %s',
    async (role) => {
      expect(await heardBy(found(people.strangers, role))).toEqual([])
    },
  )
})

describe('inside the network', () => {
  it.each(insiders)(
    'whatever is new says that it is a drill, and no count is other than before: %s',
    async (role) => {
      const viewer = found(people.members, role)
      const sight = before.get(`member ${role}`)
      const plainly = new Map<string, string>()
      for (const [document, answer] of await ask(documentsOf(real), viewer))
        if (!OF_ACTS.test(document))
          for (const where of unmarked((sight?.answers.get(document) ?? null) as never, answer as never))
            plainly.set(where, document)
      for (const [document, answer] of await ask(aboutDrill(), viewer))
        if (!OF_ACTS.test(document)) for (const where of unmarkedIds(answer)) plainly.set(where, document)
      // The device that sent a report of the drill was used, whatever for.
      expect([...plainly.keys()].filter((where) => !where.endsWith('lastUsedAt'))).toEqual([])
    },
  )

  it.each(insiders)('every file of it says so: %s', async (role) => {
    const viewer = found(people.members, role)
    const handed = await doors.through(viewer, places)
    const had = new Map(before.get(`member ${role}`)?.handed.map(({ address, text }) => [address, text]))
    const other = handed.filter(({ address, text }) => text !== had.get(address) && !text.includes('訓練'))
    expect(other.map(({ address }) => address)).toEqual([])
    const asked = await doors.through(viewer, inDrill())
    const silent = asked.filter(
      ({ text }) => !text.includes('訓練') && marks.some((mark) => text.includes(mark)),
    )
    expect(silent.map(({ address }) => address)).toEqual([])
  })

  it('shows it to whoever holds a key of its own, as a drill: a device, a printed sheet', async () => {
    const documents = everyQuery(schema, asOf(drill), {
      'Query.deviceDesk.deviceSecret': JSON.stringify(secrets.device),
      'Query.intakeSheetLink.token': JSON.stringify(secrets.sheet),
    }).keys()
    const seen = [...(await ask(documents, guest))].filter(([document]) =>
      /deviceDesk|intakeSheetLink/.test(document),
    )
    const plainly = seen.flatMap(([, answer]) => unmarkedIds(answer))
    expect(plainly).toEqual([])
    expect(seen.filter(([, answer]) => JSON.stringify(answer).includes('訓練')).length).toBeGreaterThan(1)
  })
})

describe('the test', () => {
  it('knows every door', () => expect(unknownDoors()).toEqual([]))

  it('would see a webhook that is told: the real night goes to both', async () => {
    const opened = await db.eventLog.findFirstOrThrow({
      where: { seq: { lte: lastAct.event }, name: 'disasters.EventOpened.v1' },
    })
    await queueEvent(db, opened)
    const told = await db.webhookDelivery.findMany({ where: { eventId: opened.id } })
    expect(told.map(({ webhookId }) => webhookId).toSorted()).toEqual(Object.values(webhooks).toSorted())
    expect(told.map(({ body }) => body).join()).not.toContain('訓練')
  })

  it('would see a record that is shown: the real night is open to everybody, and counted for its network', () => {
    const visitor = before.get('stranger a visitor')
    const page = visitor?.handed.find(({ address }) => address === '/directory/open-shelters')
    expect(page?.text).toContain(places.facilityId)
    const secretariat = before.get('member PLATFORM_SECRETARIAT')
    const counted = [...(secretariat?.answers ?? [])].filter(([document]) =>
      /^\{\s*shelterCount\(/.test(document),
    )
    expect(counted.some(([, answer]) => /"count":[1-9]/.test(JSON.stringify(answer)))).toBe(true)
    const ids = [...real.ids.values()]
    const texts = [...(secretariat?.answers.values() ?? [])].map((answer) => JSON.stringify(answer)).join()
    expect(ids.filter((id) => id.length > 0 && !texts.includes(id))).toEqual([])
  })
})

const platformOf = ({ platform: gid }: Places) => parseGlobalId(gid)?.id ?? ''
const uncapitalized = (word: string) => word.charAt(0).toLowerCase() + word.slice(1)
/** An answer without where the log stands, which moves with whatever anybody does. */
const plain = (answer: unknown) =>
  JSON.stringify(answer, (name, value: unknown) => (name === 'seq' || name === 'head' ? undefined : value))

/** Where records of the drill stand in an answer, and nothing at or above says what they are. */
const unmarkedIds = (answer: unknown): string[] =>
  unmarked(
    undefined,
    answer as never,
    [],
    (leaf) => typeof leaf === 'string' && marks.some((mark) => leaf.includes(mark)),
  )

async function heardBy(viewer: Viewer): Promise<string[]> {
  const { changesSince } = await graph.ask(
    `{ changesSince(after: "${lastAct.event}", first: 500) { reset events { name entities } } }`,
    { viewer, now: NOW },
  )
  expect(changesSince.reset).toBe(false)
  return changesSince.events.map(({ name }: { name: string }) => name)
}
