import fs from 'node:fs'
import path from 'node:path'
import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { openTestGraph, TODAY } from '../../../../tests/support/graph.ts'
import { somebody } from '../../../../tests/support/network-world.ts'
import { disaster } from '../../../../tests/support/outputs-world.ts'
import { viewerActingAs } from '../../../../tests/support/viewers.ts'
import { createLog } from '../../kernel/log.ts'
import { runCommand } from '../../kernel/command.ts'
import { globalId } from '../../kernel/ids.ts'
import { react } from '../../kernel/jobs/reaction.ts'
import { systemViewer, type Viewer } from '../../kernel/viewer.ts'
import { platform } from '../platforms/fixtures.ts'
import { receiveAlert } from './commands/receive-alert.ts'
import { importAlerts } from './import-alerts.ts'
import './reactions.ts'

const graph = await openTestGraph()
const { db } = graph
const folder = path.join(import.meta.dirname, '../../../../data/jma/samples')
const sample = (file: string) => fs.readFileSync(path.join(folder, file), 'utf8')

const LANDSLIDE = sample('15_17_01_250630_VPWW56.xml')
const QUAKE = sample('32-35_08_07_240613_VXSE53.xml')
const TSUNAMI_DRILL = sample('32-39_12_02_250206_VTSE41.xml')
const DAY = 'T08:00:00+09:00'

/** A message of its own thing, so that tests do not meet in one. */
const ofItsOwn = (text: string, office = randomUUID()) =>
  text.replace(/<EditorialOffice>[^<]*/, `<EditorialOffice>${office}`)
const later = (text: string) => text.replaceAll(DAY, 'T09:00:00+09:00')
const cancelled = (text: string) =>
  later(text)
    .replace('<InfoType>発表</InfoType>', '<InfoType>取消</InfoType>')
    .replace(/<Body[\s\S]*<\/Body>/, '')

const context = (viewer: Viewer) => ({ viewer, db, clock: { now: () => TODAY }, requestId: null })
const receive = async (text: string, viewer: Viewer = systemViewer) => {
  const { alertMessageId, repeated } = await runCommand(
    receiveAlert,
    { bytes: Buffer.from(text).toString('base64'), fileName: null, channel: 'TASK' },
    context(viewer),
  )
  return { id: alertMessageId, repeated }
}

/** A network that stands in a municipality of 島根県 and one of 山形県, with people who are asked. */
async function world(codes: readonly string[] = ['322091']) {
  const [code = ''] = codes
  for (const one of codes)
    await db.municipality.upsert({
      where: { code: one },
      create: { code: one, name: `見本${one}`, prefecture: '見本県' },
      update: {},
    })
  const { id: platformId } = await platform(db, { municipalityCode: code })
  const person = async (
    role: 'PLATFORM_SECRETARIAT' | 'MUNICIPAL_LIAISON' | 'PLATFORM_AUDITOR' | 'PLATFORM_CHAIR',
  ) => {
    const { id } = await somebody(graph)
    const body = role === 'MUNICIPAL_LIAISON' ? { municipalityCode: code } : { platformId }
    const endsOn = role === 'PLATFORM_AUDITOR' ? { endsOn: new Date('2027-03-31') } : {}
    await db.roleAssignment.create({
      data: { role, userId: id, startsOn: new Date('2026-04-01'), ...endsOn, ...body },
    })
    return viewerActingAs(id, role, { ...body, platformIds: [platformId] })
  }
  return {
    platformId,
    gid: globalId('Platform', platformId),
    secretariat: await person('PLATFORM_SECRETARIAT'),
    liaison: await person('MUNICIPAL_LIAISON'),
    auditor: await person('PLATFORM_AUDITOR'),
    chair: await person('PLATFORM_CHAIR'),
  }
}
const suggestionsOf = (platformId: string) =>
  db.alertSuggestion.findMany({ where: { platformId }, orderBy: { suggestedAt: 'asc' } })

const send = async (viewer: Viewer, name: 'dismiss' | 'confirm', input: object) => {
  const Name = name === 'dismiss' ? 'DismissAlertSuggestion' : 'ConfirmAlertSuggestion'
  const { data, errors } = await graph.request(
    `mutation ($input: ${Name}Input!) { ${name}AlertSuggestion(input: $input) { __typename ... on Problem { code } } }`,
    { viewer, variables: { input } },
  )
  return errors?.[0]?.extensions.reason ?? errors?.[0]?.extensions.code ?? data[`${name}AlertSuggestion`]
}

describe('a message', () => {
  it('is kept once, however often it comes, and changes nothing the second time', async () => {
    const { platformId } = await world()
    const text = ofItsOwn(LANDSLIDE)
    const one = await receive(text)
    const before = await suggestionsOf(platformId)
    expect(await receive(text)).toEqual({ id: one.id, repeated: true })
    expect(await suggestionsOf(platformId)).toEqual(before)
    expect(await db.alertArea.count({ where: { messageId: one.id, municipalityCode: '322091' } })).toBe(1)
  })

  it('is kept and shown when it cannot be read, to those who bring messages in', async () => {
    const { secretariat, auditor } = await world()
    const text = `壊れた電文 ${randomUUID()} <`
    const { id } = await receive(text)
    const see = async (viewer: Viewer) =>
      (
        await graph.ask(`query ($id: ID!) { alertMessage(id: $id) { reading problem rawText exact } }`, {
          viewer,
          variables: { id: globalId('AlertMessage', id) },
        })
      ).alertMessage
    expect(await see(secretariat)).toEqual({
      reading: 'UNREADABLE',
      problem: 'NOT_XML',
      rawText: text,
      exact: true,
    })
    expect(await see(auditor)).toBeNull()
    await expect(db.alertMessage.delete({ where: { id } })).rejects.toThrow('kept as it came in')
  })

  it('that is no text at all is kept too, and says that it is not exact', async () => {
    const { alertMessageId } = await runCommand(
      receiveAlert,
      {
        bytes: Buffer.from([0xff, 0x00, 0x41, ...Buffer.from(randomUUID())]).toString('base64'),
        fileName: null,
        channel: 'TASK',
      },
      context(systemViewer),
    )
    const kept = await db.alertMessage.findUniqueOrThrow({ where: { id: alertMessageId } })
    expect(kept).toMatchObject({ reading: 'UNREADABLE', exact: false })
    expect(kept.rawText).toContain('A')
  })

  it('a later one takes its place, a 取消 takes it back, in whatever order they come', async () => {
    const texts = [LANDSLIDE, later(LANDSLIDE), cancelled(LANDSLIDE)]
    for (const order of [
      [0, 1, 2],
      [2, 1, 0],
      [1, 2, 0],
    ]) {
      const office = randomUUID()
      const ids: string[] = []
      for (const n of order) ids[n] = (await receive(ofItsOwn(texts[n] ?? '', office))).id
      const standing = async (n: number) =>
        (await db.alertMessage.findUniqueOrThrow({ where: { id: ids[n] ?? '' } })).standing
      expect([await standing(0), await standing(1), await standing(2)]).toEqual([
        'CANCELLED',
        'CANCELLED',
        'CURRENT',
      ])
    }
  })

  it('the sample folder is read by the task, drills marked, and read again without effect', async () => {
    const first = await importAlerts(folder, context(systemViewer))
    expect(first).toHaveLength(13)
    expect((await importAlerts(folder, context(systemViewer))).every(({ repeated }) => repeated)).toBe(true)
    const ids = first.flatMap(({ messageId }) => messageId ?? [])
    const kept = await db.alertMessage.findMany({ where: { id: { in: ids } } })
    expect(kept.filter(({ status }) => status === 'DRILL').map(({ kind }) => kind)).toEqual(['TSUNAMI'])
    expect(kept.every(({ reading, exact }) => reading === 'READ' && exact)).toBe(true)
  })
})

describe('a suggestion', () => {
  it('asks the network whose municipality is over the threshold, opens nothing, and tells secretariat and municipality', async () => {
    const there = await world()
    const other = await world(['322016']) // 松江市 has level 2
    await receive(ofItsOwn(LANDSLIDE))
    const [asked] = await suggestionsOf(there.platformId)
    expect(asked).toMatchObject({
      state: 'OPEN',
      drill: false,
      hazard: 'LANDSLIDE',
      signal: 'ALERT_LEVEL',
      rank: 4,
      municipalityCodes: ['322091'],
    })
    expect(await suggestionsOf(other.platformId)).toEqual([])
    expect(await db.disasterEvent.count({ where: { platformId: there.platformId } })).toBe(0)
    expect(await db.alertConcern.count({ where: { platformId: other.platformId } })).toBe(1)

    const { id: eventId } = await db.eventLog.findFirstOrThrow({
      where: {
        name: 'alerts.OpeningSuggested.v1',
        payload: { path: ['suggestionId'], equals: asked?.id ?? '' },
      },
    })
    const jobs = { db, clock: { now: () => TODAY }, log: createLog('error'), mailer: null }
    await react.run({ eventId }, jobs)
    await react.run({ eventId }, jobs)
    const told = await db.notification.findMany({ where: { eventId } })
    const toldIds = told.map(({ userId }) => userId)
    expect(toldIds).toEqual(expect.arrayContaining([there.secretariat.userId, there.liaison.userId]))
    expect(new Set(toldIds).size).toBe(toldIds.length)
    expect(toldIds).not.toContain(there.chair.userId)
    expect(toldIds).not.toContain(other.secretariat.userId)
    const todos = async (viewer: Viewer) =>
      (await graph.ask('{ todos { code } }', { viewer })).todos.map(({ code }: { code: string }) => code)
    expect(await todos(there.secretariat)).toContain('ALERT_TO_DECIDE')
    expect(await todos(there.liaison)).toContain('ALERT_TO_DECIDE')
    expect(await todos(there.chair)).not.toContain('ALERT_TO_DECIDE')
  })

  it('of a 訓練 message suggests a drill and nothing else; 試験 likewise', async () => {
    for (const status of ['訓練', '試験']) {
      const there = await world(['082015']) // 水戸市, a coast prefecture under 大津波警報
      const { secretariat, platformId } = there
      await receive(ofItsOwn(TSUNAMI_DRILL.replace('訓練', status)).replace('20160901071000', randomUUID()))
      const [asked] = await suggestionsOf(platformId)
      expect(asked).toMatchObject({ drill: true, hazard: 'TSUNAMI', signal: 'TSUNAMI', rank: 4 })
      const ref = { alertSuggestionId: globalId('AlertSuggestion', asked?.id ?? ''), version: asked?.version }
      const real = await disaster(graph, platformId)
      const drill = await disaster(graph, platformId, { drill: true })
      expect(
        await send(secretariat, 'confirm', { ...ref, eventId: globalId('DisasterEvent', real.id) }),
      ).toMatchObject({
        code: 'DRILL_DOES_NOT_MATCH',
      })
      expect(
        await send(secretariat, 'confirm', { ...ref, eventId: globalId('DisasterEvent', drill.id) }),
      ).toMatchObject({
        __typename: 'ConfirmAlertSuggestionPayload',
      })
    }
  })

  it('is withdrawn by a 取消 and by an edition below the threshold, and a later one carries it on', async () => {
    const there = await world()
    const office = randomUUID()
    await receive(ofItsOwn(LANDSLIDE, office))
    const next = await receive(ofItsOwn(later(LANDSLIDE), office))
    expect(await suggestionsOf(there.platformId)).toMatchObject([{ state: 'OPEN', messageId: next.id }])
    await receive(ofItsOwn(cancelled(LANDSLIDE).replaceAll('T09:', 'T10:'), office))
    expect(await suggestionsOf(there.platformId)).toMatchObject([{ state: 'WITHDRAWN', reason: 'CANCELLED' }])

    const again = await world()
    const calm = later(LANDSLIDE).replaceAll('レベル４土砂災害危険警報', 'レベル２土砂災害注意報')
    const elsewhere = randomUUID()
    await receive(ofItsOwn(LANDSLIDE, elsewhere))
    await receive(ofItsOwn(calm, elsewhere))
    expect(await suggestionsOf(again.platformId)).toMatchObject([
      { state: 'WITHDRAWN', reason: 'BELOW_THRESHOLD' },
    ])
  })

  it('that was dismissed is asked again only when it becomes worse', async () => {
    const there = await world()
    const office = randomUUID()
    await receive(ofItsOwn(LANDSLIDE, office))
    const [asked] = await suggestionsOf(there.platformId)
    const ref = { alertSuggestionId: globalId('AlertSuggestion', asked?.id ?? ''), version: asked?.version }
    expect(await send(there.auditor, 'dismiss', { ...ref, reason: '様子を見ます' })).toBe(
      'ONLY_THE_SECRETARIAT_DECIDES_ALERTS',
    )
    expect(await send((await world()).secretariat, 'dismiss', { ...ref, reason: '様子を見ます' })).toBe(
      'NOT_FOUND',
    )
    expect(await send(there.liaison, 'dismiss', { ...ref, reason: '様子を見ます' })).toMatchObject({
      __typename: 'DismissAlertSuggestionPayload',
    })
    await receive(ofItsOwn(later(LANDSLIDE), office))
    expect(await suggestionsOf(there.platformId)).toHaveLength(1)
    const worse = later(LANDSLIDE)
      .replaceAll('T09:', 'T10:')
      .replaceAll('レベル４土砂災害危険警報', 'レベル５土砂災害特別警報')
    await receive(ofItsOwn(worse, office))
    expect(await suggestionsOf(there.platformId)).toMatchObject([
      { state: 'DISMISSED' },
      { state: 'OPEN', rank: 5 },
    ])
  })

  it('follows the thresholds of the network from their day on', async () => {
    const there = await world(['062081']) // 村山市 had 震度3
    const set = (input: object, viewer = there.secretariat) =>
      graph.ask(
        `mutation ($input: DecideAlertThresholdInput!) { decideAlertThreshold(input: $input) { __typename ... on Problem { code } } }`,
        {
          viewer,
          variables: { input: { platformId: there.gid, signal: 'INTENSITY', basis: '見本', ...input } },
        },
      )
    await set({ minimum: 3, startsOn: '2099-04-01' })
    const quake = () => ofItsOwn(QUAKE).replace('20100705065610', randomUUID())
    await receive(quake())
    expect(await suggestionsOf(there.platformId)).toEqual([])
    // What held yesterday is not written over.
    expect((await set({ minimum: 3, startsOn: '2026-11-22' })).decideAlertThreshold).toMatchObject({
      code: 'VALIDATION',
    })
    await set({ minimum: 3, startsOn: '2026-11-23' })
    await receive(quake())
    expect(await suggestionsOf(there.platformId)).toMatchObject([{ hazard: 'EARTHQUAKE', rank: 3 }])
    expect((await set({ minimum: 4, startsOn: '2026-11-23' })).decideAlertThreshold).toMatchObject({
      code: 'THRESHOLD_SET_FOR_THAT_DAY',
    })
  })
})

describe('who', () => {
  let there: Awaited<ReturnType<typeof world>>
  beforeAll(async () => {
    there = await world()
    await receive(ofItsOwn(LANDSLIDE))
  })

  it('may bring a message in: secretariat, municipality, operator, a token with the scope', async () => {
    const operator = viewerActingAs((await somebody(graph)).id, 'SYSTEM_OPERATOR')
    const text = () => `見本 ${randomUUID()}`
    for (const viewer of [there.secretariat, there.liaison, operator])
      expect((await receive(text(), viewer)).repeated).toBe(false)
    const token = (scopes: string[]): Viewer => ({
      ...there.secretariat,
      secondFactor: false,
      tokenId: randomUUID(),
      scopes,
    })
    expect((await receive(text(), token(['alerts:write']))).repeated).toBe(false)
    for (const viewer of [there.auditor, there.chair, token(['alerts:read'])])
      await expect(receive(text(), viewer)).rejects.toMatchObject({ extensions: { code: 'FORBIDDEN' } })
  })

  it('sets the thresholds of a network: its secretariat, nobody else', async () => {
    const may = async (viewer: Viewer) =>
      (
        await graph.ask(
          `query ($id: ID!) { platform(id: $id) { alertsCan { decideThreshold { allowed } } } }`,
          {
            viewer,
            variables: { id: there.gid },
          },
        )
      ).platform?.alertsCan.decideThreshold.allowed
    expect(await may(there.secretariat)).toBe(true)
    for (const viewer of [there.liaison, there.chair, there.auditor]) expect(await may(viewer)).toBe(false)
    expect(await may((await world()).secretariat)).not.toBe(true)
  })

  it('sees a suggestion: officers of the network and the municipality, nobody else', async () => {
    const stranger = await world()
    const member = viewerActingAs((await somebody(graph)).id, 'CORPORATION_ADMIN', {
      platformIds: [there.platformId],
    })
    const count = async (viewer: Viewer) =>
      (
        await graph.ask(`query ($id: ID!) { alertSuggestions(platformId: $id, first: 5) { totalCount } }`, {
          viewer,
          variables: { id: there.gid },
        })
      ).alertSuggestions.totalCount
    for (const viewer of [there.secretariat, there.liaison, there.chair, there.auditor])
      expect(await count(viewer)).toBe(1)
    for (const viewer of [stranger.secretariat, member]) expect(await count(viewer)).toBe(0)
  })
})
