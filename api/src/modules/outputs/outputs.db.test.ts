import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { openTestGraph } from '../../../../tests/support/graph.ts'
import { outputsWorld } from '../../../../tests/support/outputs-world.ts'
import { globalId } from '../../kernel/ids.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import { outputForms } from './inputs.ts'

const graph = await openTestGraph()
type World = Awaited<ReturnType<typeof outputsWorld>>
let real: World
let drill: World
beforeAll(async () => {
  real = await outputsWorld(graph)
  drill = await outputsWorld(graph, { drill: true, name: `【訓練】見本の地震 ${randomUUID()}` })
})

const forms = Object.keys(outputForms)
const read = async ({ eventGid }: World, form: string, viewer: Viewer) =>
  (
    await graph.ask(
      `query ($id: ID!, $form: OutputForm!) { eventOutput(eventId: $id, form: $form) {
        title eventName drill leftOut { label reason }
        sheets { facility fields { label value } missing { label reason } } } }`,
      { viewer, variables: { id: eventGid, form } },
    )
  ).eventOutput

describe('a form', () => {
  it('is filled from the shared tables and says what it could not be filled with', async () => {
    const { sheets, leftOut, title } = await read(real, 'MINISTRY_SYSTEM', real.as('director'))
    expect(title).toBe('災害時情報共有システムの入力項目')
    const [{ fields, missing }] = sheets
    const valueOf = (label: string) => fields.find((field: { label: string }) => field.label === label)?.value
    expect(valueOf('施設・事業所名')).toBe(real.facility.name)
    expect(valueOf('受入可能人数')).toBe('受入可能人数（昼）：20人\n受入可能人数（夜）：10人')
    expect(missing).toContainEqual({ label: '停電', reason: 'まだ記録がありません' })
    expect(missing).toContainEqual({
      label: '人的被害（人数）',
      reason: '人数は六つの問いにないため、手で入れる',
    })
    expect(leftOut.length).toBeGreaterThan(5)
  })

  it('is read by who sees the event; a claim by officers and the municipality', async () => {
    for (const form of forms) {
      const sees = async (name: string) => (await read(real, form, real.as(name))) !== null
      const all = ['secretariat', 'chair', 'auditor', 'liaison']
      for (const name of all) expect([form, name, await sees(name)]).toEqual([form, name, true])
      for (const name of ['director', 'administrator'])
        expect([form, name, await sees(name)]).toEqual([form, name, form !== 'COST_CLAIM'])
      for (const name of ['stranger', 'operator'])
        expect([form, name, await sees(name)]).toEqual([form, name, false])
    }
  })
})

describe('the figures', () => {
  it('are the latest report and count; a number that tells of single persons is for who may see it', async () => {
    const { db } = graph
    const there = await outputsWorld(graph)
    const at = new Date('2026-11-23T01:00:00Z')
    const called = await db.calledFacility.findFirstOrThrow({ where: { eventId: there.event.id } })
    const opening = await db.shelterOpening.findFirstOrThrow({ where: { eventId: there.event.id } })
    const answers = {
      users: 'ALL_SAFE',
      building: 'USABLE',
      water: 'ON',
      staff: 'SHORT',
      acceptance: 'UNKNOWN',
    } as const
    for (const [minutes, power] of [
      [0, 'OUT'],
      [30, 'ON'],
    ] as const)
      await db.statusReport.create({
        data: {
          id: randomUUID(),
          calledFacilityId: called.id,
          ...answers,
          power,
          channel: 'PORTAL',
          reportedByName: '見本 太郎',
          reportedAt: new Date(at.getTime() + minutes * 60_000),
          receivedAt: at,
        },
      })
    const book = await db.intakeBook.create({
      data: { openingId: opening.id, wrappedKey: new Uint8Array(1), keyVersion: 1 },
    })
    await db.intakeCount.createMany({
      data: [
        { bookId: book.id, need: null, day: 9, night: 9, at },
        { bookId: book.id, need: 'OLDER_PERSON', day: 6, night: 6, at },
        { bookId: book.id, need: 'INFANT', day: 1, night: 1, at },
      ],
    })
    const daily = async (name: string) =>
      JSON.stringify((await read(there, 'DAILY_REPORT', there.as(name))).sheets)
    const seen = await daily('secretariat')
    expect(seen).toContain('電気：ついている')
    expect(seen).toContain('受入れの可否：わからない')
    expect(seen).toContain('高齢者 6人、乳幼児 1人')
    const byAnother = await daily('administrator')
    expect(byAnother).toContain('高齢者 6人')
    expect(byAnother).not.toContain('乳幼児')
  })
})

describe('who came and went', () => {
  it('stands in the notice of closing and the claim, with the most of every day; few are told to nobody who may not see them', async () => {
    const { db } = graph
    const there = await outputsWorld(graph)
    const opening = await db.shelterOpening.findFirstOrThrow({ where: { eventId: there.event.id } })
    const japan = (moment: string) => new Date(`${moment}:00+09:00`)
    await db.shelterOpening.update({
      where: { id: opening.id },
      data: { state: 'CLOSED', openedAt: japan('2026-11-20T22:00'), closedAt: japan('2026-11-22T09:00') },
    })
    const book = await db.intakeBook.create({
      data: { openingId: opening.id, wrappedKey: new Uint8Array(1), keyVersion: 1 },
    })
    const at = japan('2026-11-22T08:00')
    await db.intakeCount.createMany({
      data: [
        { bookId: book.id, need: null, day: 0, night: 0, came: 9, left: 9, at },
        { bookId: book.id, need: 'OLDER_PERSON', day: 0, night: 0, came: 6, left: 6, at },
        { bookId: book.id, need: 'INFANT', day: 0, night: 0, came: 2, left: 2, at },
      ],
    })
    await db.shelterOccupancy.createMany({
      data: (
        [
          ['2026-11-20T22:30', 5],
          ['2026-11-20T23:40', 7],
          ['2026-11-22T07:00', 9],
          ['2026-11-22T08:00', 0],
        ] as const
      ).map(([moment, day]) => ({
        id: randomUUID(),
        openingId: opening.id,
        day,
        night: day,
        at: japan(moment),
        receivedAt: at,
      })),
    })
    const valueOf = async (form: string, label: string, name: string) => {
      const { sheets } = await read(there, form, there.as(name))
      return sheets[0].fields.find((field: { label: string }) => field.label === label)?.value
    }
    // What the first day ended with is what the second began with.
    const days = '11月20日 7人、11月21日 7人、11月22日 9人。のべ23人・日（日ごとに最も多かった人数の合計）'
    expect(await valueOf('COST_CLAIM', '受け入れた人', 'secretariat')).toBe(
      `受け入れた人の合計：9人\n対象者ごとの受け入れた人：高齢者 6人、乳幼児 2人\n日ごとの人数：${days}`,
    )
    const closing = JSON.stringify((await read(there, 'CLOSING_NOTICE', there.as('secretariat'))).sheets)
    expect(closing).toContain('出た人の合計：9人')
    const byAnother = JSON.stringify((await read(there, 'CLOSING_NOTICE', there.as('administrator'))).sheets)
    expect(byAnother).toContain('高齢者 6人')
    expect(byAnother).not.toContain('乳幼児')
  })
})

describe('a drill', () => {
  it('is marked once, although its name begins with the mark', async () => {
    const { eventName, title, sheets } = await read(drill, 'DAILY_REPORT', drill.as('secretariat'))
    expect([eventName, title, JSON.stringify(sheets)].join().match(/【訓練】【訓練】/)).toBeNull()
    expect([eventName, title]).toEqual([expect.stringMatching(/^【訓練】/), '【訓練】日報'])
  })

  it('has no public page', async () => {
    const { sheets } = await read(drill, 'PUBLIC_PAGE', drill.as('secretariat'))
    expect(sheets).toEqual([])
  })
})

describe('that a form was handed in', () => {
  const record = async (viewer: Viewer, over: object = {}) => {
    const { data, errors } = await graph.request(
      `mutation ($input: RecordOutputFilingInput!) { recordOutputFiling(input: $input) { __typename ... on Problem { code } } }`,
      {
        viewer,
        variables: {
          input: {
            eventId: real.eventGid,
            facilityId: globalId('Facility', real.facility.id),
            form: 'MINISTRY_SYSTEM',
            filedAt: '2026-11-23T02:00:00Z',
            ...over,
          },
        },
      },
    )
    return errors?.[0]?.extensions.reason ?? errors?.[0]?.extensions.code ?? data.recordOutputFiling
  }

  it('is noted by the facility for itself and by the secretariat', async () => {
    const done = { __typename: 'RecordOutputFilingPayload' }
    expect(await record(real.as('director'))).toMatchObject(done)
    expect(await record(real.as('secretariat'), { facilityId: null, form: 'DAILY_REPORT' })).toMatchObject(
      done,
    )
    expect(await record(real.as('administrator'))).toMatchObject(done)
    expect(await record(real.as('auditor'))).toBe('ONLY_WHO_HANDS_IT_IN')
    expect(await record(real.as('liaison'))).toBe('ONLY_WHO_HANDS_IT_IN')
    expect(await record(real.as('director'), { facilityId: null })).toBe('ONLY_WHO_HANDS_IT_IN')
    expect(await record(real.as('stranger'))).toBe('NOT_FOUND')
    expect(await record(real.as('director'), { filedAt: '2099-01-01T00:00:00Z' })).toMatchObject({
      code: 'FILED_IN_THE_FUTURE',
    })
  })
})
