import { describe, expect, it } from 'vitest'
import { openTestGraph, TODAY } from '../../../../tests/support/graph.ts'
import { readinessWorld, sendReadiness } from '../../../../tests/support/readiness-world.ts'
import { globalId } from '../../kernel/ids.ts'
import { guest, type Viewer } from '../../kernel/viewer.ts'
import { takeOver } from './designations.ts'
import { COUNT_DEFINITIONS, type CountDefinition } from './rules/counting.ts'

const graph = await openTestGraph()
const FACT = 'shelterFact { id kind source sourceText }'
const fact = (viewer: Viewer, facilityId: string, more: object) =>
  sendReadiness(
    graph,
    viewer,
    'recordShelterFact',
    {
      facilityId,
      kind: 'AGREED',
      source: 'NETWORK',
      sourceText: '協定書',
      at: '2026-04-01T00:00:00Z',
      ...more,
    },
    FACT,
  )

describe('a fact', () => {
  it('is said by whoever may speak in the name of its source, and by nobody else', async () => {
    const { mentee, mentor, viewers } = await readinessWorld(graph)
    const may = {
      FACILITY: ['mentee', 'administrator'],
      NETWORK: ['secretariat'],
      THIRD_PARTY: ['secretariat'],
      MUNICIPALITY: ['liaison'],
      PUBLISHED_DATA: ['operator'],
    }
    const passed: Record<string, string[]> = {}
    for (const source of Object.keys(may)) {
      passed[source] = []
      for (const [name, viewer] of Object.entries(viewers)) {
        const said = await fact(viewer, mentee.gid, { source }).catch(({ message }: Error) => message)
        if (typeof said !== 'string') passed[source].push(name)
        else if (!/FORBIDDEN|NOT_FOUND/.test(said)) passed[source].push(`${name}: ${said}`)
      }
    }
    expect(passed).toEqual(may)
    await expect(fact(viewers.mentee, mentor.gid, { source: 'FACILITY' })).rejects.toThrow('FORBIDDEN')
    expect(
      await fact(viewers.mentee, mentee.gid, { source: 'FACILITY', at: '2027-04-01T00:00:00Z' }),
    ).toMatchObject({
      code: 'FACT_IN_THE_FUTURE',
    })
  })

  it('is never changed: withdrawn once, with the reason, and stays to be read', async () => {
    const { mentee, viewers } = await readinessWorld(graph)
    const { shelterFact } = await fact(viewers.secretariat, mentee.gid, {})
    const withdraw = (viewer: Viewer) =>
      sendReadiness(
        graph,
        viewer,
        'withdrawShelterFact',
        { shelterFactId: shelterFact.id, reason: '別の施設でした' },
        'shelterFact { withdrawnReason }',
      )
    await expect(withdraw(viewers.mentee)).rejects.toThrow('ONLY_THE_SECRETARIAT_SAYS_SO')
    expect((await withdraw(viewers.secretariat)).shelterFact.withdrawnReason).toBe('別の施設でした')
    await expect(withdraw(viewers.secretariat)).rejects.toThrow('FACT_IS_WITHDRAWN')
    await expect(
      graph.db.shelterFact.updateMany({ where: { facilityId: mentee.id }, data: { sourceText: 'x' } }),
    ).rejects.toThrow('never changed')
    const { shelterRecord } = await graph.ask(
      'query ($id: ID!) { shelterRecord(facilityId: $id) { agreed recordsAs facts { kind withdrawnReason } } }',
      { viewer: viewers.mentee, variables: { id: mentee.gid } },
    )
    expect(shelterRecord).toEqual({
      agreed: false,
      recordsAs: ['FACILITY'],
      facts: [{ kind: 'AGREED', withdrawnReason: '別の施設でした' }],
    })
  })
})

describe('counting', () => {
  /** Twelve kinds of history, in such numbers that every way of counting gives a number of its own. */
  it('by each definition gives its own number, and the rows behind it', async () => {
    const { platformId, viewers, place } = await readinessWorld(graph)
    const { db } = graph
    const event = (drill: boolean) =>
      db.disasterEvent.create({
        data: {
          platformId,
          name: drill ? '見本の訓練' : '見本の地震',
          hazard: 'EARTHQUAKE',
          drill,
          startedAt: new Date('2026-11-01T00:00:00Z'),
          openedAt: new Date('2026-11-01T00:00:00Z'),
          firstReportMinutes: 30,
          reportEveryMinutes: 120,
          presumedSeriousMinutes: 60,
          buddyMinutes: 30,
          councilMinutes: 30,
          areas: [],
        },
      })
    const [disaster, drill] = [await event(false), await event(true)]
    // D designated, A agreed, P planned; O opened by decision, F de facto, C closed; T opened in the drill.
    const histories: readonly [history: string, times: number][] = [
      ['D', 33],
      ['A', 4],
      ['P', 1],
      ['DO', 2],
      ['DOC', 10],
      ['DF', 3],
      ['AF', 8],
      ['F', 2],
      ['O', 5],
      ['FOC', 1],
      ['DT', 2],
    ]
    const kinds = {
      D: 'DESIGNATED',
      A: 'AGREED',
      P: 'PLANNED',
      O: 'OPENED',
      F: 'DE_FACTO_OPENED',
      C: 'CLOSED',
      T: 'OPENED',
    } as const
    for (const [history, times] of histories)
      for (let n = 0; n < times; n++) {
        const { id: facilityId } = await place()
        await db.shelterFact.createMany({
          data: [...history].map((letter, step) => ({
            facilityId,
            kind: kinds[letter as keyof typeof kinds],
            at: new Date(`2026-11-0${step + 2}T00:00:00Z`),
            source: 'MUNICIPALITY' as const,
            sourceText: '見本',
            recordedAt: new Date(`2026-11-0${step + 2}T00:00:00Z`),
            eventId: letter === 'T' ? drill.id : 'OFC'.includes(letter) ? disaster.id : null,
          })),
        })
      }
    // The mentor of the world is designated too.
    const expected: Record<CountDefinition, number> = {
      DESIGNATED: 51,
      AGREED: 12,
      DESIGNATED_OR_AGREED: 63,
      PLANNED: 1,
      OPEN_BY_DECISION: 7,
      OPEN_DE_FACTO: 13,
      OPEN: 20,
      EVER_OPENED_BY_DECISION: 18,
      EVER_OPENED_DE_FACTO: 14,
      EVER_OPENED: 31,
      OPENED_AND_CLOSED: 11,
      DESIGNATED_AND_EVER_OPENED: 15,
      DESIGNATED_NEVER_OPENED: 36,
      OPENED_WITHOUT_DESIGNATION: 16,
    }
    const ask = (viewer: Viewer, eventId: string | null, definition: CountDefinition) =>
      graph.ask(
        `query ($definition: ShelterCountDefinition!, $eventId: ID) {
          shelterCount(definition: $definition, eventId: $eventId, first: 100) { count drill rows { facilityId kind sourceText } }
          shelterCounts(eventId: $eventId) { definition count } }`,
        { viewer, variables: { definition, eventId: eventId && globalId('DisasterEvent', eventId) } },
      )
    const rows = new Map<CountDefinition, Set<string>>()
    for (const definition of COUNT_DEFINITIONS) {
      const { shelterCount, shelterCounts } = await ask(viewers.secretariat, disaster.id, definition)
      expect([definition, shelterCount.count]).toEqual([definition, expected[definition]])
      expect(shelterCounts).toContainEqual({ definition, count: expected[definition] })
      rows.set(definition, new Set(shelterCount.rows.map((row: { facilityId: string }) => row.facilityId)))
      expect(rows.get(definition)?.size).toBe(expected[definition])
    }
    expect(new Set(Object.values(expected)).size).toBe(COUNT_DEFINITIONS.length)

    // The drill counts in itself and nowhere else, not even among all disasters.
    expect((await ask(viewers.secretariat, drill.id, 'EVER_OPENED')).shelterCount).toMatchObject({
      count: 2,
      drill: true,
    })
    expect((await ask(viewers.secretariat, null, 'EVER_OPENED')).shelterCount).toMatchObject({
      count: 31,
      drill: false,
    })
    // A disaster of another network is none, and its facts are nobody's else.
    expect((await ask(viewers.stranger, disaster.id, 'EVER_OPENED')).shelterCount).toBeNull()
    expect((await ask(viewers.operator, null, 'EVER_OPENED')).shelterCount.rows).toEqual([])
    expect(
      (await ask(guest, null, 'DESIGNATED')).shelterCount.rows.filter((row: { facilityId: string }) =>
        rows.get('DESIGNATED')?.has(row.facilityId),
      ),
    ).toEqual([])
  })
})

describe('the register', () => {
  it('is read by the page, forwards and back, each facility once, and by need and way in', async () => {
    const { viewers, place } = await readinessWorld(graph)
    const own: string[] = []
    for (let n = 0; n < 7; n++) {
      const { id, gid } = await place()
      own.push(gid)
      await graph.db.shelterFact.create({
        data: {
          facilityId: id,
          kind: 'PLANNED',
          at: TODAY,
          source: 'NETWORK',
          sourceText: '見本',
          recordedAt: TODAY,
        },
      })
      if (n < 3)
        await graph.db.welfareShelter.create({
          data: {
            facilityId: id,
            directEvacuation: n === 0,
            places: { create: { need: 'INFANT', night: 2 } },
          },
        })
    }
    const ask = async (more: Readonly<Record<string, unknown>>) =>
      (
        await graph.ask(
          `query ($need: CareNeed, $direct: Boolean, $first: Int, $after: String, $before: String) {
            shelterCount(definition: PLANNED, need: $need, direct: $direct, first: $first, after: $after, before: $before) {
              count found startCursor endCursor hasPrevious hasNext rows { facilityId needs } } }`,
          { viewer: viewers.secretariat, variables: more },
        )
      ).shelterCount
    const pages: string[][] = []
    let page = await ask({ first: 3 })
    const total = page.count
    for (;;) {
      pages.push(page.rows.map(({ facilityId }: { facilityId: string }) => facilityId))
      if (!page.hasNext) break
      page = await ask({ first: 3, after: page.endCursor })
      expect(page.hasPrevious).toBe(true)
    }
    const all = pages.flat()
    expect(new Set(all).size).toBe(all.length)
    expect(all).toHaveLength(total)
    expect(own.every((gid) => all.includes(gid))).toBe(true)
    const back = await ask({ first: 3, before: page.startCursor })
    expect(back.rows.map(({ facilityId }: { facilityId: string }) => facilityId)).toEqual(pages.at(-2))
    expect(back.hasNext).toBe(true)
    expect(await ask({ need: 'INFANT' })).toMatchObject({ count: total, found: 3, hasNext: false })
    expect((await ask({ direct: true })).rows).toHaveLength(1)
    await expect(ask({ after: 'nonsense' })).rejects.toThrow('not a cursor')
    await expect(ask({ first: 101 })).rejects.toThrow('1 to 100')
  })

  it('names the paper of an agreement, to those who may open it', async () => {
    const { viewers, mentee, platformId } = await readinessWorld(graph)
    const paper = await graph.db.document.create({
      data: { platformId, title: '協定書（見本）', kind: 'OTHER', audience: 'MEMBERS', retainFrom: TODAY },
    })
    const record = (viewer: Viewer, documentId: string) =>
      sendReadiness(
        graph,
        viewer,
        'recordShelterFact',
        {
          facilityId: mentee.gid,
          kind: 'AGREED',
          at: TODAY.toISOString(),
          source: 'NETWORK',
          sourceText: '協定書',
          documentId: globalId('Document', documentId),
        },
        'shelterFact { id }',
      )
    const secret = await graph.db.document.create({
      data: { platformId, title: '見本', kind: 'OTHER', audience: 'OFFICERS', retainFrom: TODAY },
    })
    await expect(record(viewers.secretariat, secret.id)).rejects.toThrow('NOT_FOUND')
    await record(viewers.secretariat, paper.id)
    const seen = async (viewer: Viewer) =>
      (
        await graph.ask(
          `{ shelterRecord(facilityId: "${mentee.gid}") { facts { kind documentId documentTitle } } }`,
          { viewer },
        )
      ).shelterRecord.facts
    expect(await seen(viewers.mentee)).toEqual([
      { kind: 'AGREED', documentId: globalId('Document', paper.id), documentTitle: '協定書（見本）' },
    ])
    expect(JSON.stringify(await seen(viewers.operator))).not.toContain('協定書（見本）')
    const fact = await graph.db.shelterFact.findFirstOrThrow({ where: { facilityId: mentee.id } })
    await expect(
      graph.db.shelterFact.update({ where: { id: fact.id }, data: { documentId: null } }),
    ).rejects.toThrow('never changed')
  })
})

describe('what a facility offers', () => {
  it('is said by its head or the municipality, with a version', async () => {
    const { mentee, viewers } = await readinessWorld(graph)
    const edit = (viewer: Viewer, more: object) =>
      sendReadiness(
        graph,
        viewer,
        'editWelfareShelter',
        {
          facilityId: mentee.gid,
          version: 0,
          dayPlaces: 12,
          nightPlaces: 8,
          directEvacuation: true,
          companions: 1,
          acceptedPersons: '介護が必要な高齢者',
          places: [{ need: 'OLDER_PERSON', day: 12, night: 8 }],
          ...more,
        },
        'welfareShelter { version dayPlaces places(first: 8) { nodes { need night } } }',
      )
    expect((await edit(viewers.mentee, {})).welfareShelter).toEqual({
      version: 1,
      dayPlaces: 12,
      places: { nodes: [{ need: 'OLDER_PERSON', night: 8 }] },
    })
    expect((await edit(viewers.liaison, {})).__typename).toBe('ConflictProblem')
    expect(
      (await edit(viewers.liaison, { version: 1, dayPlaces: 10, places: [] })).welfareShelter,
    ).toMatchObject({
      version: 2,
      places: { nodes: [] },
    })
    for (const name of ['staff', 'mentor', 'secretariat', 'auditor', 'operator', 'stranger'] as const)
      await expect(edit(viewers[name], { version: 2 })).rejects.toThrow(/FORBIDDEN|NOT_FOUND/)
    const need = { need: 'INFANT', day: null, night: null }
    expect(await edit(viewers.mentee, { version: 2, places: [need, need] })).toMatchObject({
      issues: [{ path: ['places', '1', 'need'], code: 'ALREADY_THERE' }],
    })
  })
})

describe('published designations', () => {
  it('are taken over with their list as the source, once, and end when no list names them any more', async () => {
    const { mentee, viewers } = await readinessWorld(graph)
    const { db } = graph
    const key = mentee.id
    const source = await db.dataSource.create({
      data: {
        key,
        title: '見本の避難所一覧',
        issuer: '見本市',
        licence: 'CC BY 4.0',
        asOf: new Date('2026-04-01'),
        contentHash: new Uint8Array(32),
        rowCount: 1,
        importedAt: TODAY,
      },
    })
    const shelter = await db.shelter.create({
      data: {
        kind: 'DESIGNATED_SHELTER',
        sourceKey: key,
        name: '見本の福祉避難所',
        address: '山形市',
        municipalityCode: '062014',
        welfare: true,
        acceptedPersons: '高齢者',
        facilityId: mentee.id,
        matchReason: 'NAME',
        dataSourceId: source.id,
        sample: true,
      },
    })
    const take = (now = TODAY) => db.$transaction((tx) => takeOver(tx, now, null), { timeout: 20_000 })
    await take()
    await take()
    const own = { facilityId: mentee.id, source: 'PUBLISHED_DATA' as const }
    expect(
      await db.shelterFact.findMany({ where: own, select: { kind: true, at: true, sourceText: true } }),
    ).toEqual([
      {
        kind: 'DESIGNATED',
        at: new Date('2026-03-31T15:00:00Z'),
        sourceText: '見本の避難所一覧（見本市）：見本の福祉避難所',
      },
    ])
    expect(await db.welfareShelter.findUnique({ where: { facilityId: mentee.id } })).toMatchObject({
      acceptedPersons: '高齢者',
      dayPlaces: null,
    })
    // What is published is for everybody, and nothing else of it.
    const record =
      'query ($id: ID!) { shelterRecord(facilityId: $id) { designated facts { source } } facility(id: $id) { welfareShelter { id } } }'
    expect(await graph.ask(record, { variables: { id: mentee.gid } })).toEqual({
      shelterRecord: { designated: true, facts: [{ source: 'PUBLISHED_DATA' }] },
      facility: { welfareShelter: null },
    })
    await db.shelter.update({ where: { id: shelter.id }, data: { welfare: false } })
    await take()
    await take()
    expect(await db.shelterFact.count({ where: own })).toBe(2)
    const { shelterRecord } = await graph.ask(record, {
      viewer: viewers.mentee,
      variables: { id: mentee.gid },
    })
    expect(shelterRecord.designated).toBe(false)
    await expect(
      sendReadiness(graph, viewers.secretariat, 'takeOverDesignations', {}, 'designated'),
    ).rejects.toThrow('ONLY_THE_OPERATOR_TAKES_OVER_DATA')
  })
})
