import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { createReadPool } from '../../api/src/kernel/db.ts'
import { parseGlobalId } from '../../api/src/kernel/ids.ts'
import { react } from '../../api/src/kernel/jobs/reaction.ts'
import { createLog } from '../../api/src/kernel/log.ts'
import { sqlFor } from '../../api/src/kernel/read/sql.ts'
import type { Viewer } from '../../api/src/kernel/viewer.ts'
import '../../api/src/modules/collaboration/reactions.ts'
import { tiesAsTable } from '../../api/src/modules/collaboration/queries/export.ts'
import { testDatabase } from '../support/database.ts'
import { openTestGraph, TODAY, type TestGraph } from '../support/graph.ts'
import { sendTie, tieWorld, type TieWorld } from '../support/tie-world.ts'

// From 理事会参加 upward a tie is seen by who acts for one of the parties: by nobody else, in no list, count, file, event,
// notification or audit. The tie carries a word that nothing else does, and everybody looks for it everywhere.

let graph: TestGraph
let there: TieWorld
const canary = `合併の話${randomUUID().slice(0, 8)}`
/** What each viewer finds before there is a tie, to see what the tie adds. */
let before: Map<string, string[]>
let tieId: string

const PARTIES = new Set(['one’s administrator', 'the other’s administrator', 'one’s reporter'])

beforeAll(async () => {
  graph = await openTestGraph()
  there = await tieWorld(graph)
  const cursor = await head()
  before = new Map()
  for (const [name, viewer] of Object.entries(there.viewers))
    before.set(name, await everything(viewer, cursor))
  tieId = await secretTie()
  after = new Map()
  for (const [name, viewer] of Object.entries(there.viewers))
    after.set(name, await everything(viewer, cursor))
})
let after: Map<string, string[]>

async function head(): Promise<string> {
  const { changesSince } = await graph.ask('{ changesSince(after: "-1") { seq } }')
  return changesSince.seq
}

/** A merger is proposed, agreed to, amended, and its end is written down; the worker has told whom it may. */
async function secretTie(): Promise<string> {
  const { one, other } = there
  const merger = {
    form: 'ABSORPTION',
    steps: [
      { step: 'CONFIDENTIALITY', on: '2026-10-01' },
      { step: 'BASIC_AGREEMENT', on: '2026-11-01' },
    ],
  }
  const contents = {
    subject: canary,
    validFrom: '2026-10-01',
    merger,
    evidence: [{ kind: 'MEMORANDUM', reference: canary }],
    note: canary,
  }
  const proposed = await sendTie(graph, one.administrator, 'proposeTie', {
    stage: 'MERGER',
    ownRole: 'GIVING',
    others: [{ corporationId: other.gid, role: 'TAKING' }],
    ...contents,
  })
  expect(proposed.__typename).toBe('ProposeTiePayload')
  const { id } = proposed.collaborationTie
  const agreed = await sendTie(graph, other.administrator, 'agreeTie', { collaborationTieId: id, version: 1 })
  expect(agreed.collaborationTie.status).toBe('STANDING')
  const amended = await sendTie(graph, other.administrator, 'amendTie', {
    collaborationTieId: id,
    version: 2,
    ...contents,
    validFrom: '2026-12-01',
  })
  expect(amended.__typename).toBe('AmendTiePayload')
  const ended = await sendTie(graph, one.administrator, 'endTie', {
    collaborationTieId: id,
    version: 2,
    endsOn: '2027-03-31',
    because: canary,
  })
  expect(ended.__typename).toBe('EndTiePayload')
  const context = { db: graph.db, clock: { now: () => TODAY }, log: createLog('silent'), mailer: null }
  const key = parseGlobalId(id)?.id ?? ''
  const events = await graph.db.eventLog.findMany({ where: { name: { startsWith: 'collaboration.' } } })
  for (const event of events.filter(({ payload }) => JSON.stringify(payload).includes(key)))
    await react.run({ eventId: event.id }, context)
  return id
}

/** Everything a viewer is answered, place by place; what is refused is an answer too. */
async function everything(viewer: Viewer, cursor: string): Promise<string[]> {
  const { platform, one, other } = there
  const tie = `id subject stage status validFrom partyCount parties(first: 10) { nodes { corporation { name } } }
    papers { id merger { form steps { step on } } evidence(first: 10) { totalCount nodes { reference } } }
    changes(first: 10) { totalCount nodes { note } } amendments(first: 10) { totalCount nodes { id } }`
  const documents = [
    `{ collaborationTies(first: 50) { totalCount nodes { ${tie} } } }`,
    `{ collaborationTies(first: 50, platformId: "${platform}") { totalCount nodes { ${tie} } } }`,
    `{ collaborationTies(first: 50, mine: true, inForce: true) { totalCount nodes { ${tie} } } }`,
    `{ collaborationTies(first: 50, stages: [MERGER], statuses: [PROPOSED, STANDING]) { totalCount nodes { ${tie} } } }`,
    `{ collaborationPicture(platformId: "${platform}") { pairs { oneId otherId stage tieCount } } }`,
    `{ platform(id: "${platform}") { contracts(first: 50) { totalCount nodes { ${tie} } } } }`,
    `{ corporations(first: 20, text: "${canary}") { totalCount } }`,
    `{ notifications(first: 50) { totalCount nodes { kind params } } }`,
    `{ todos { id code params link } }`,
    `{ auditEntries(first: 50, subject: "${one.gid}") { totalCount } }`,
    `{ corporation(id: "${one.gid}") { name } other: corporation(id: "${other.gid}") { name } }`,
    ...(tieId
      ? [`{ node(id: "${tieId}") { id } collaborationTie(id: "${tieId}") { ${tie} } }`]
      : ['{ node(id: "x") { id } }']),
  ]
  const answers: string[] = []
  for (const document of documents) {
    const { data, errors = [] } = await graph.request(document, { viewer })
    expect(errors.filter(({ extensions }) => extensions.code !== 'FORBIDDEN')).toEqual([])
    answers.push(JSON.stringify(data ?? null))
  }
  const { changesSince } = await graph.ask(
    `{ changesSince(after: "${cursor}") { events { name entities } } }`,
    { viewer },
  )
  answers.push(
    JSON.stringify(changesSince.events.flatMap(({ entities }: { entities: string[] }) => entities)),
  )
  const pool = createReadPool((await testDatabase()).url, 1)
  answers.push(JSON.stringify(await tiesAsTable(sqlFor(pool), viewer, there.platformId)))
  await pool.end()
  return answers
}

describe('a confidential tie', () => {
  it('is seen by who acts for a party', () => {
    for (const name of PARTIES) {
      const seen = after.get(name)?.join('\n') ?? ''
      expect([name, seen.includes(canary), seen.includes(tieId)]).toEqual([name, true, true])
    }
    // The other administrator has something to answer, and is told of it without a word of what.
    const told = after.get('one’s administrator')?.join('\n')
    expect(told).toContain('collaboration.confidentialNews')
    expect(told).toContain('TIE_TO_ANSWER')
  })

  it('leaves nobody else a word, a count or an id', () => {
    const others = Object.keys(there.viewers).filter((name) => !PARTIES.has(name))
    expect(others.length).toBeGreaterThan(8)
    for (const name of others) {
      const seen = after.get(name) ?? []
      expect([name, seen.join('\n').includes(canary)]).toEqual([name, false])
      // Not asked for by its id, which only the parties know, every answer is the one from before it.
      expect([name, seen.with(11, '')]).toEqual([name, before.get(name)?.with(11, '')])
      expect([name, seen[11]]).toEqual([name, '{"node":null,"collaborationTie":null}'])
    }
  })

  it('is named by no audit entry and heard of by its parties’ administrators alone', async () => {
    const key = parseGlobalId(tieId)?.id ?? ''
    const { one, other, platformId, viewers } = there
    const entries = await graph.db.auditEntry.findMany({
      where: { actorUserId: { in: [one.userId, other.userId] } },
    })
    expect(entries.map(({ command }) => command).toSorted()).toEqual(
      ['agreeTie', 'amendTie', 'endTie', 'proposeTie'].toSorted(),
    )
    for (const { subjectId, subjectType, reason, audience } of entries) {
      expect([subjectId, subjectType, reason]).toEqual([null, null, null])
      expect(audience).toEqual(expect.arrayContaining([`corporation:${one.id}`, `corporation:${other.id}`]))
      expect(audience.filter((who) => who.startsWith('platform:') || who.startsWith('facility:'))).toEqual([])
    }
    const LIST = '{ auditEntries(first: 50) { totalCount nodes { command } } }'
    const count = async (viewer: Viewer) => (await graph.ask(LIST, { viewer })).auditEntries.totalCount
    expect(await count(viewers['one’s administrator'] as Viewer)).toBe(4)
    for (const name of ['secretariat', 'chair', 'auditor', 'a third’s administrator'])
      expect([name, await count(viewers[name] as Viewer)]).toEqual([name, 0])

    const events = await graph.db.eventLog.findMany({ where: { name: { startsWith: 'collaboration.' } } })
    const own = events.filter(({ payload }) => JSON.stringify(payload).includes(key))
    expect(own.length).toBeGreaterThan(2)
    for (const { audience, entities } of own) {
      expect(audience.toSorted()).toEqual([`user:${one.userId}`, `user:${other.userId}`].toSorted())
      expect(entities).toEqual([])
    }
    expect(audienceOf(events, platformId)).toEqual([])
  })

  it('is told to nobody else by a notification', async () => {
    const told = await graph.db.notification.findMany({ where: { kind: { startsWith: 'collaboration.' } } })
    const { one, other } = there
    const ours = told.filter(({ userId }) => [one.userId, other.userId].includes(userId))
    expect(new Set(ours.map(({ kind }) => kind))).toEqual(new Set(['collaboration.confidentialNews']))
    expect(ours.every(({ params }) => JSON.stringify(params) === '{}')).toBe(true)
  })

  it('shows an operator in the registry’s merge of records nothing of it', async () => {
    const { one, third, as } = there
    const document = `{ mergePreview(keptId: "${third.gid}", absorbedId: "${one.gid}") { moves { relation count } } }`
    const { data } = await graph.request(document, { viewer: as('operator') })
    expect(JSON.stringify(data ?? null)).not.toContain('collaboration_tie')
  })
})

const audienceOf = (events: readonly { audience: string[] }[], platformId: string) =>
  events.filter(({ audience }) => audience.includes(`platform:${platformId}`))

describe('a tie that is not confidential', () => {
  it.each<[string, sees: string]>([
    ['one’s administrator', 'tie, papers, pair'],
    ['the other’s administrator', 'tie, papers, pair'],
    ['one’s reporter', 'tie, papers, pair'],
    ['a third’s administrator', 'tie, pair'],
    ['one’s director', 'tie, pair'],
    ['one’s staff', 'tie, pair'],
    ['secretariat', 'tie, papers, pair'],
    ['chair', 'tie, papers, pair'],
    ['auditor', 'tie, papers, pair'],
    ['liaison', 'tie, pair'],
    ['operator', 'tie, papers, pair'],
    ['secretariat elsewhere', ''],
  ])('%s sees: %s', async (name, sees) => {
    openTie ??= recordOpenTie()
    const id = await openTie
    const { collaborationTie, collaborationPicture } = await graph.ask(
      `{ collaborationTie(id: "${id}") { papers { voluntary { theme } } }
         collaborationPicture(platformId: "${openWorld?.platform}") { pairs { stage tieCount } } }`,
      { viewer: openWorld?.as(name) as Viewer },
    )
    const seen = [
      ...(collaborationTie ? ['tie'] : []),
      ...(collaborationTie?.papers?.voluntary?.theme === '合同の勉強会' ? ['papers'] : []),
      ...(collaborationPicture?.pairs.length === 1 ? ['pair'] : []),
    ]
    expect(seen.join(', ')).toBe(sees)
  })
})

let openWorld: TieWorld | undefined
let openTie: Promise<string> | undefined

async function recordOpenTie(): Promise<string> {
  openWorld = await tieWorld(graph)
  const { one, other, platform, as } = openWorld
  const { collaborationTie } = await sendTie(graph, as('secretariat'), 'recordTie', {
    platformId: platform,
    stage: 'VOLUNTARY',
    subject: '勉強会',
    validFrom: '2026-04-01',
    parties: [one, other].map(({ gid }) => ({ corporationId: gid, role: 'EQUAL' })),
    evidence: [{ kind: 'RESOLUTION', reference: '議事録' }],
    voluntary: { theme: '合同の勉強会' },
  })
  return collaborationTie.id
}
