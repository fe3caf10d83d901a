import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { openTestGraph, type TestGraph } from '../../../../tests/support/graph.ts'
import { viewerActingAs } from '../../../../tests/support/viewers.ts'
import { dateOf } from '../../kernel/clock.ts'
import { sqlState } from '../../kernel/database-error.ts'
import { globalId } from '../../kernel/ids.ts'
import { guest, type Viewer } from '../../kernel/viewer.ts'
import { buildPerson } from '../identity/fixtures.ts'
import { platform } from '../platforms/fixtures.ts'
import { rulebookVersion } from './fixtures.ts'
import { promotionCorporationRulebook, rulebookInForce } from './public.ts'
import { voluntaryRulebook } from './rules/voluntary-rulebook.ts'

let graph: TestGraph
beforeAll(async () => {
  graph = await openTestGraph()
})

/** A network with its secretariat; nothing else. */
async function world(given: Parameters<typeof platform>[1] = {}) {
  const { id: platformId } = await platform(graph.db, given)
  const { id: userId } = await buildPerson(graph.db)
  const seat = { platformId, platformIds: [platformId] }
  const secretariat = viewerActingAs(userId, 'PLATFORM_SECRETARIAT', seat)
  return { platformId, userId, secretariat, seat }
}

const PROBLEM = '... on Problem { code } ... on ValidationProblem { issues { path code } }'
const DRAFT = `mutation ($input: DraftRulebookInput!) { draftRulebook(input: $input) {
  __typename ... on DraftRulebookPayload { rulebookVersion { id number effectiveOn version articles { number } } } ${PROBLEM} } }`
const EDIT = `mutation ($input: EditRulebookDraftInput!) { editRulebookDraft(input: $input) {
  __typename ... on EditRulebookDraftPayload { rulebookVersion { note version rules { organs { organ notice { days } } } articles { heading } } } ${PROBLEM} } }`
const ADOPT = `mutation ($input: AdoptRulebookInput!) { adoptRulebook(input: $input) {
  __typename ... on AdoptRulebookPayload { rulebookVersion { effectiveOn adoptedOn viewerCan { change { reason } } } } ${PROBLEM} } }`
const DROP = `mutation ($input: DropRulebookDraftInput!) { dropRulebookDraft(input: $input) { __typename ${PROBLEM} } }`

const draft = async (platformId: string, viewer: Viewer, from = 'VOLUNTARY') => {
  const variables = { input: { platformId: globalId('Platform', platformId), from } }
  return (await graph.ask(DRAFT, { viewer, variables })).draftRulebook
}
const adopt = async (id: string, viewer: Viewer, more: object) => {
  const variables = { input: { rulebookVersionId: id, effectiveOn: '2026-12-01', version: 1, ...more } }
  return (await graph.ask(ADOPT, { viewer, variables })).adoptRulebook
}

describe('a draft', () => {
  it('is begun from a ready rulebook, edited, adopted, and stands', async () => {
    const { platformId, secretariat: viewer } = await world()
    const { rulebookVersion: begun } = await draft(platformId, viewer)
    expect(begun).toMatchObject({ number: 1, effectiveOn: null, version: 1 })
    expect(begun.articles).toHaveLength(31)

    const [general, ...others] = voluntaryRulebook.organs
    const rules = {
      ...voluntaryRulebook,
      organs: [{ ...general, notice: { ...general?.notice, days: 10, daysIfWritten: 14 } }, ...others],
    }
    const articles = [{ number: '14の2', heading: '定足数', text: '総会は、過半数の出席で成立する。' }]
    const edited = await graph.ask(EDIT, {
      viewer,
      variables: {
        input: { rulebookVersionId: begun.id, rules, articles, note: '招集を10日前にした。', version: 1 },
      },
    })
    expect(edited.editRulebookDraft.rulebookVersion).toMatchObject({
      note: '招集を10日前にした。',
      version: 2,
      rules: { organs: [{ organ: 'GENERAL_MEETING', notice: { days: 10 } }, {}, {}] },
      articles: [{ heading: '定足数' }],
    })

    const adopted = await adopt(begun.id, viewer, { adoptedOn: '2026-11-20', version: 2 })
    expect(adopted.rulebookVersion).toEqual({
      effectiveOn: '2026-12-01',
      adoptedOn: '2026-11-20',
      viewerCan: { change: { reason: 'RULEBOOK_STANDS' } },
    })
    const variables = { input: { rulebookVersionId: begun.id, version: 3 } }
    const { errors } = await graph.request(DROP, { viewer, variables })
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', reason: 'RULEBOOK_STANDS' })
  })

  it('is refused where its rules do not go together, each fault at its field', async () => {
    const { platformId, secretariat: viewer } = await world()
    const { rulebookVersion } = await draft(platformId, viewer)
    const [general, ...others] = voluntaryRulebook.organs
    const rules = {
      ...voluntaryRulebook,
      organs: [{ ...general, proxy: { allowed: false, perHolder: null, clause: '会則第14条' } }, ...others],
    }
    const twice = { number: '1', heading: '名称', text: '本会は…' }
    const variables = {
      input: { rulebookVersionId: rulebookVersion.id, rules, articles: [twice, twice], note: '', version: 1 },
    }
    const { editRulebookDraft } = await graph.ask(EDIT, { viewer, variables })
    expect(editRulebookDraft.issues).toEqual([
      { path: ['rules', 'organs', '0', 'counted', 'proxy'], code: 'COUNTS_PROXIES_IT_DOES_NOT_ALLOW' },
      { path: ['articles', '1', 'number'], code: 'ARTICLE_NUMBER_TWICE' },
    ])
  })

  it('is one at a time, also for two who begin at once', async () => {
    const { platformId, secretariat } = await world()
    const answers = await Promise.all([draft(platformId, secretariat), draft(platformId, secretariat)])
    const said = new Set(answers.map((one) => one.code ?? one.__typename))
    expect(said).toEqual(new Set(['DraftRulebookPayload', 'RULEBOOK_DRAFT_EXISTS']))
  })

  it('goes away when it is dropped, if nobody has changed it meanwhile', async () => {
    const { platformId, secretariat: viewer } = await world()
    const { rulebookVersion } = await draft(platformId, viewer)
    const drop = async (version: number) => {
      const variables = { input: { rulebookVersionId: rulebookVersion.id, version } }
      return (await graph.ask(DROP, { viewer, variables })).dropRulebookDraft
    }
    expect(await drop(7)).toMatchObject({ __typename: 'ConflictProblem' })
    expect(await drop(1)).toMatchObject({ __typename: 'DropRulebookDraftPayload' })
    expect(await graph.db.rulebookVersion.count({ where: { platformId } })).toBe(0)
  })

  it('cannot begin with a rulebook that is not there', async () => {
    const { platformId, secretariat } = await world()
    expect(await draft(platformId, secretariat, 'LATEST')).toMatchObject({ code: 'NO_RULEBOOK_YET' })
  })
})

describe('a 社会福祉連携推進法人', () => {
  it('adopts nothing that the statute does not allow, and is told what with its clause', async () => {
    const {
      platformId,
      secretariat: viewer,
      userId,
    } = await world({
      kind: 'COLLABORATION_PROMOTION_CORPORATION',
      name: `社会福祉連携推進法人 見本${randomUUID().slice(0, 8)}`,
    })
    const { rulebookVersion: begun } = await draft(platformId, viewer, 'PROMOTION_CORPORATION')
    const faults = (who: Viewer) =>
      graph
        .ask('query Faults($id: ID!) { statuteFaults(rulebookVersionId: $id) { code organ clause } }', {
          viewer: who,
          variables: { id: begun.id },
        })
        .then(({ statuteFaults }) => statuteFaults)
    expect(await faults(viewer)).toEqual([])
    const rules = {
      ...promotionCorporationRulebook,
      organs: promotionCorporationRulebook.organs.map((organ) =>
        organ.organ === 'BOARD' ? { ...organ, proxy: { ...organ.proxy, allowed: true } } : organ,
      ),
    }
    const edit = { rulebookVersionId: begun.id, rules, articles: [], note: '', version: 1 }
    await graph.ask(EDIT, { viewer, variables: { input: edit } })
    const clause = '一般社団・財団法人法95条1項'
    expect(await faults(viewer)).toEqual([{ code: 'PROXIES_IN_THE_BOARD', organ: 'BOARD', clause }])
    expect(await faults(viewerActingAs(userId, 'PLATFORM_SECRETARIAT', {}))).toEqual([])
    const more = { adoptedOn: '2026-11-20', version: 2 }
    expect(await adopt(begun.id, viewer, more)).toMatchObject({ code: 'RULEBOOK_AGAINST_THE_STATUTE' })
    const mended = { ...edit, rules: promotionCorporationRulebook, version: 2 }
    await graph.ask(EDIT, { viewer, variables: { input: mended } })
    const adopted = await adopt(begun.id, viewer, { ...more, version: 3 })
    expect(adopted.rulebookVersion).toMatchObject({ effectiveOn: '2026-12-01' })
  })
})

describe('a further version', () => {
  /** A network with a version in force and a draft beside it. */
  async function amending() {
    const there = await world()
    await rulebookVersion(graph.db, { platformId: there.platformId })
    const { rulebookVersion: begun } = await draft(there.platformId, there.secretariat, 'LATEST')
    return { ...there, draftId: begun.id as string }
  }

  /** A decision in the register, as a meeting would leave it. */
  async function decision(platformId: string, resolutionKind: string, outcome: 'CARRIED' | 'REJECTED') {
    const { db } = graph
    const { id: rulebookVersionId } = await db.rulebookVersion.findFirstOrThrow({
      where: { platformId, effectiveOn: { not: null } },
    })
    const at = new Date('2026-11-10T05:00:00Z')
    const meeting = await db.meeting.create({
      data: {
        platformId,
        organ: 'GENERAL_MEETING',
        title: '見本の臨時総会',
        fiscalYear: 2026,
        startsAt: at,
        answerBy: at,
        recordOn: dateOf('2026-11-10'),
        rulebookVersionId,
        noticeSentAt: at,
        openedAt: at,
        state: 'OPEN',
      },
    })
    const item = await db.agendaItem.create({
      data: { meetingId: meeting.id, position: 1, kind: 'RESOLUTION', title: '会則の改正', resolutionKind },
    })
    await db.agendaItem.update({
      where: { id: item.id },
      data: { state: 'DECIDED', votingOpenedAt: at, votingClosedAt: at },
    })
    const { id } = await db.decision.create({
      data: {
        platformId,
        organ: 'GENERAL_MEETING',
        meetingId: meeting.id,
        itemId: item.id,
        fiscalYear: 2026,
        number: 1,
        title: '会則の改正',
        text: '会則を改める。',
        outcome,
        rulebookVersionId,
        resolutionKind,
        vote: {},
        verdict: {},
        decidedAt: at,
        effectiveOn: dateOf('2026-12-01'),
      },
    })
    return globalId('Decision', id)
  }

  it('needs a decision', async () => {
    const { draftId, secretariat } = await amending()
    const answer = await adopt(draftId, secretariat, { adoptedOn: '2026-11-20' })
    expect(answer).toMatchObject({ code: 'RULEBOOK_NEEDS_A_DECISION' })
  })

  it('is adopted by one that amended it, on its day', async () => {
    const { platformId, draftId, secretariat } = await amending()
    const decisionId = await decision(platformId, 'AMENDMENT', 'CARRIED')
    const answer = await adopt(draftId, secretariat, { decisionId })
    expect(answer.rulebookVersion).toMatchObject({ effectiveOn: '2026-12-01', adoptedOn: '2026-11-10' })
  })

  it.each([
    ['ORDINARY', 'CARRIED', 'DECISION_AMENDS_NOTHING'],
    ['AMENDMENT', 'REJECTED', 'DECISION_NOT_CARRIED'],
  ] as const)('is not adopted by a decision %s %s', async (kind, outcome, code) => {
    const { platformId, draftId, secretariat } = await amending()
    const decisionId = await decision(platformId, kind, outcome)
    expect(await adopt(draftId, secretariat, { decisionId })).toMatchObject({ code })
  })

  it('is not adopted by another network’s decision', async () => {
    const other = await amending()
    const decisionId = await decision(other.platformId, 'AMENDMENT', 'CARRIED')
    const { draftId, secretariat: viewer } = await amending()
    const variables = {
      input: { rulebookVersionId: draftId, effectiveOn: '2026-12-01', version: 1, decisionId },
    }
    const { errors } = await graph.request(ADOPT, { viewer, variables })
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('what was adopted', () => {
  // restrict_violation: the trigger `rulebook_version_stands`.
  const isRefused = (write: PromiseLike<unknown>): PromiseLike<boolean> =>
    write.then(
      () => false,
      (error: unknown) => sqlState(error) === '23001',
    )

  it.each([
    ['its rules', { rules: {} }],
    ['its text', { articles: [] }],
    ['its first day', { effectiveOn: dateOf('2026-04-01') }],
    ['its day of adoption', { adoptedOn: dateOf('2020-03-01') }],
    ['its number', { number: 9 }],
  ])('never changes in the database: %s', async (_what, data) => {
    const { platformId } = await world()
    const { id } = await rulebookVersion(graph.db, { platformId })
    expect(await isRefused(graph.db.rulebookVersion.update({ where: { id }, data }))).toBe(true)
  })

  it('is never deleted', async () => {
    const { platformId } = await world()
    const { id } = await rulebookVersion(graph.db, { platformId })
    expect(await isRefused(graph.db.rulebookVersion.delete({ where: { id } }))).toBe(true)
  })
})

describe('in force', () => {
  const ON = `query ($id: ID!, $day: Date) { platform(id: $id) { rulebooksOn(day: $day, first: 1) { nodes { number } } } }`

  it('is the latest version that has taken effect, on any day, for the graph and for other modules alike', async () => {
    const { platformId, secretariat: viewer } = await world()
    const versions = [
      { number: 1, effectiveOn: dateOf('2014-07-01') },
      { number: 2, effectiveOn: dateOf('2019-04-01') },
      { number: 3, effectiveOn: dateOf('2019-04-01') },
      { number: 4, effectiveOn: dateOf('2027-04-01') },
      { number: 5, effectiveOn: null, adoptedOn: null },
    ]
    for (const one of versions)
      await rulebookVersion(graph.db, { platformId, adoptedOn: dateOf('2014-06-20'), ...one })
    const days = [
      ['2014-06-30', null],
      ['2014-07-01', 1],
      ['2019-03-31', 1],
      ['2019-04-01', 3],
      ['2027-04-01', 4],
    ] as const
    for (const [day, number] of days) {
      const { platform: found } = await graph.ask(ON, {
        viewer,
        variables: { id: globalId('Platform', platformId), day },
      })
      const inForce = await graph.db.$transaction((tx) => rulebookInForce(tx, platformId, dateOf(day)))
      expect([day, found.rulebooksOn.nodes[0]?.number ?? null, inForce?.number ?? null]).toEqual([
        day,
        number,
        number,
      ])
    }
    const { platform: today } = await graph.ask(ON, {
      viewer,
      variables: { id: globalId('Platform', platformId) },
    })
    expect(today.rulebooksOn.nodes).toEqual([{ number: 3 }])
    const inForce = await graph.db.$transaction((tx) => rulebookInForce(tx, platformId, dateOf('2026-11-23')))
    expect(inForce?.rules).toEqual(voluntaryRulebook)
  })
})

describe('who sees a rulebook', () => {
  const SEE = `query ($id: ID!) { rulebookVersion(id: $id) { number } }`

  it('is whoever sees the network', async () => {
    const { platformId, userId, secretariat, seat } = await world()
    const { id } = await rulebookVersion(graph.db, { platformId })
    const elsewhere = { platformId: randomUUID(), platformIds: [randomUUID()] }
    const viewers: readonly [string, Viewer, boolean][] = [
      ['secretariat', secretariat, true],
      ['auditor', viewerActingAs(userId, 'PLATFORM_AUDITOR', seat), true],
      ['member', viewerActingAs(userId, 'CORPORATION_ADMIN', { platformIds: [platformId] }), true],
      ['operator', viewerActingAs(userId, 'SYSTEM_OPERATOR'), true],
      ['another network', viewerActingAs(userId, 'PLATFORM_SECRETARIAT', elsewhere), false],
      ['a corporation outside', viewerActingAs(userId, 'CORPORATION_ADMIN'), false],
    ]
    for (const [who, viewer, sees] of viewers) {
      const variables = { id: globalId('RulebookVersion', id) }
      const { rulebookVersion: found } = await graph.ask(SEE, { viewer, variables })
      expect([who, found !== null]).toEqual([who, sees])
    }
    const variables = { id: globalId('RulebookVersion', id) }
    const { errors } = await graph.request(SEE, { viewer: guest, variables })
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED' })
  })

  it('and another network’s secretariat or an auditor writes nothing', async () => {
    const { platformId, userId, seat } = await world()
    const { secretariat: stranger } = await world()
    for (const viewer of [stranger, viewerActingAs(userId, 'PLATFORM_AUDITOR', seat)]) {
      const variables = { input: { platformId: globalId('Platform', platformId), from: 'VOLUNTARY' } }
      const { errors } = await graph.request(DRAFT, { viewer, variables })
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' })
    }
  })
})

describe('trying it out', () => {
  const TRY = `query ($id: ID!, $present: Int!, $resolution: String!) { rulebookVersion(id: $id) {
    trial(organ: GENERAL_MEETING, resolution: $resolution, members: 19, present: $present, proxies: 0, written: 0,
      conflicted: 0, inFavour: $present, against: 0, abstaining: 0) {
      fault verdict { outcome quorum { needed have met threshold { clause } } majority { needed have total } } } } }`

  it('judges figures, stores nothing and reads one statement', async () => {
    const { platformId, secretariat: viewer } = await world()
    const { id } = await rulebookVersion(graph.db, { platformId })
    const ask = async (present: number, resolution: string) => {
      const variables = { id: globalId('RulebookVersion', id), present, resolution }
      return (await graph.ask(TRY, { viewer, variables })).rulebookVersion.trial
    }
    const statements = graph.countStatements()
    expect(await ask(10, 'ORDINARY')).toEqual({
      fault: null,
      verdict: {
        outcome: 'CARRIED',
        quorum: [{ needed: 10, have: 10, met: true, threshold: { clause: '会則第14条1項' } }],
        majority: [{ needed: 6, have: 10, total: 10 }],
      },
    })
    expect(statements.end()).toBe(1)
    expect(await ask(20, 'ORDINARY')).toEqual({ fault: 'MORE_THERE_THAN_MEMBERS', verdict: null })
    expect(await ask(10, 'UNKNOWN')).toBeNull()
  })
})
