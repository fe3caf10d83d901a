import { beforeAll, describe, expect, it } from 'vitest'
import { openTestGraph, TODAY, type TestGraph } from '../../../../../tests/support/graph.ts'
import { networkWorld, somebody } from '../../../../../tests/support/network-world.ts'
import { viewerActingAs } from '../../../../../tests/support/viewers.ts'
import { globalId } from '../../../kernel/ids.ts'
import type { Viewer } from '../../../kernel/viewer.ts'
import { retentionRuleOn } from '../retention.ts'

// Proposals for how long papers are kept belong to everybody; each test works on days of its own, long past.

let graph: TestGraph
let operator: Viewer & { userId: string }
beforeAll(async () => {
  graph = await openTestGraph()
  const { id } = await somebody(graph, '見本 管理')
  operator = { ...viewerActingAs(id, 'SYSTEM_OPERATOR'), userId: id }
})

const day = (iso: string) => new Date(iso)
const term = (startsOn: string, endsOn: string) =>
  graph.db.retentionRule.create({
    data: {
      kind: 'FORM',
      years: 3,
      basis: '見本の目安です。',
      startsOn: day(startsOn),
      endsOn: day(endsOn),
    },
  })

const FIELDS = 'id years basis startsOn endsOn confirmedAt confirmedBy { name } version'
async function send(name: 'correct' | 'confirm', id: string, over: object, viewer: Viewer = operator) {
  const Name = name === 'correct' ? 'CorrectRetentionRule' : 'ConfirmRetentionRule'
  const field = `${name}RetentionRule`
  const { data, errors } = await graph.request(
    `mutation ($input: ${Name}Input!) { ${field}(input: $input) {
      ... on ${Name}Payload { retentionRule { ${FIELDS} } } ... on Problem { code } } }`,
    {
      viewer,
      variables: {
        input: { retentionRuleId: globalId('RetentionRule', id), basis: '見本法1条', version: 1, ...over },
      },
    },
  )
  return data?.[field]?.retentionRule ?? data?.[field]?.code ?? errors?.[0]?.extensions.reason
}

describe('a proposal for how long papers are kept', () => {
  it('is confirmed by the operator, with its source, the day and the name', async () => {
    const { id } = await term('1950-04-01', '1951-03-31')
    const confirmed = await send('confirm', id, {})
    expect(new Date(confirmed.confirmedAt)).toEqual(TODAY)
    expect(confirmed).toMatchObject({
      basis: '見本法1条',
      confirmedBy: { name: '見本 管理' },
      version: 2,
    })
    expect(await send('confirm', id, {})).toBe('CONFLICT')
  })

  it('that was wrong from the start is corrected in its place, and papers keep their days', async () => {
    const { secretariat, platformId } = await networkWorld(graph)
    const { id } = await term('1951-04-01', '1952-03-31')
    await send('confirm', id, {})
    const add = async (retentionYears: number) => {
      const input = {
        platformId: globalId('Platform', platformId),
        title: '見本の様式',
        kind: 'FORM',
        audience: 'MEMBERS',
        retentionYears,
        retainFrom: '1951-05-01',
      }
      const { addDocument } = await graph.ask(
        `mutation ($input: AddDocumentInput!) { addDocument(input: $input) {
          ... on AddDocumentPayload { document { id retainUntil retentionRule { id } } } } }`,
        { viewer: secretariat, variables: { input } },
      )
      return addDocument.document
    }
    const paper = await add(3)
    expect(paper).toMatchObject({
      retainUntil: '1954-05-01',
      retentionRule: { id: globalId('RetentionRule', id) },
    })
    expect(await send('correct', id, { years: 5, fromOn: '1951-04-01', version: 2 })).toMatchObject({
      years: 5,
      startsOn: '1951-04-01',
      endsOn: '1952-03-31',
      confirmedAt: null,
      confirmedBy: null,
      version: 3,
    })
    const { document } = await graph.ask(
      'query ($id: ID!) { document(id: $id) { retainUntil retentionRule { id } } }',
      { viewer: secretariat, variables: { id: paper.id } },
    )
    expect(document).toEqual({ retainUntil: '1954-05-01', retentionRule: null })
  })

  it('that changes from a day on stays until the eve', async () => {
    const { id } = await term('1952-04-01', '1953-03-31')
    const next = await send('correct', id, { years: null, fromOn: '1952-10-01' })
    expect(next).toMatchObject({
      years: null,
      startsOn: '1952-10-01',
      endsOn: '1953-03-31',
      confirmedAt: null,
    })
    const holds = async (on: string) => (await retentionRuleOn(graph.db, 'FORM', day(on)))?.years
    expect(await holds('1952-09-30')).toBe(3)
    expect(await holds('1952-10-01')).toBeNull()
    const over = { years: 1, fromOn: '1953-01-01', version: 2 }
    expect(await send('correct', id, over)).toBe('RETENTION_RULE_IS_OVER')
    // Nor may one reach into the days of another.
    await term('1953-04-01', '1954-03-31')
    const { id: later } = await term('1954-04-01', '1955-03-31')
    expect(await send('correct', later, { years: 4, fromOn: '1954-03-01' })).toBe('RETENTION_RULE_TWICE')
  })

  it('is the operator’s alone to correct and to confirm, and everybody’s to read', async () => {
    const { id } = await term('1955-04-01', '1956-03-31')
    const { secretariat } = await networkWorld(graph)
    expect(await send('correct', id, { years: 1, fromOn: '1955-04-01' }, secretariat)).toBe(
      'ONLY_THE_OPERATOR',
    )
    expect(await send('confirm', id, {}, secretariat)).toBe('ONLY_THE_OPERATOR')
    const { retentionRules } = await graph.ask(
      '{ retentionRules(everyDay: true, first: 100) { nodes { id viewerCan { edit { allowed } } } } }',
      { viewer: secretariat },
    )
    expect(retentionRules.nodes).toContainEqual({
      id: globalId('RetentionRule', id),
      viewerCan: { edit: { allowed: false } },
    })
  })
})
