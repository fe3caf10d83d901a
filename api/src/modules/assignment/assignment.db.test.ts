import { describe, expect, it } from 'vitest'
import { assignmentWorld, type AssignmentWorld } from '../../../../tests/support/assignment-world.ts'
import { openTestGraph, TODAY } from '../../../../tests/support/graph.ts'
import { parseGlobalId } from '../../kernel/ids.ts'
import { createLog } from '../../kernel/log.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import { computeProposal } from './computing.ts'
import { inputsShape, problemOf } from './proposal-inputs.ts'
import type { Certificate } from './solving/certificate.ts'
import { check } from './solving/check.ts'

const graph = await openTestGraph()
const { db } = graph
const context = { db, clock: { now: () => TODAY }, log: createLog('silent'), mailer: null }

const PAYLOADS: Readonly<Record<string, string>> = {
  openAssignmentCase: 'assignmentCase { id }',
  addAssignmentGroup: 'assignmentGroup { id version }',
  withdrawAssignmentGroup: 'assignmentGroup { id }',
  lockAssignmentGroup: 'assignmentGroup { id version }',
  reportRoadClosure: 'roadClosure { id version }',
  liftRoadClosure: 'roadClosure { id }',
  requestAssignmentProposal: 'assignmentProposal { id state }',
  decideAssignment: 'assignmentDecision { id } assignmentLine { id decision { verdict } }',
}

async function send(viewer: Viewer, name: string, input: object) {
  const Name = name.charAt(0).toUpperCase() + name.slice(1)
  const document = `mutation ($input: ${Name}Input!) { ${name}(input: $input) { __typename
    ... on Problem { code } ... on ValidationProblem { issues { path code } } ... on ${Name}Payload { ${PAYLOADS[name]} } } }`
  const { data, errors } = await graph.request(document, { viewer, variables: { input } })
  return errors ? { refused: errors[0]?.extensions['reason'] ?? errors[0]?.extensions['code'] } : data[name]
}

interface LineAnswer {
  readonly id: string
  readonly persons: number
  readonly reason: string | null
  readonly group: { readonly reference: string }
  readonly facility: { readonly id: string } | null
  readonly movedFrom: { readonly id: string } | null
}

const keyOf = (id: string) => parseGlobalId(id)?.id ?? ''

async function begun(there: AssignmentWorld) {
  const secretariat = there.as('secretariat')
  const { assignmentCase } = await send(secretariat, 'openAssignmentCase', { disasterEventId: there.event })
  const assignmentCaseId: string = assignmentCase.id
  let number = 0
  const enter = async (members: object[], more: object = {}) => {
    const { assignmentGroup } = await send(secretariat, 'addAssignmentGroup', {
      assignmentCaseId,
      reference: `A-${++number}`,
      households: 1,
      urgency: 'NORMAL',
      municipalityId: there.home.gid,
      members,
      ...more,
    })
    return assignmentGroup as { id: string; version: number }
  }
  const propose = async (more: object = {}) => {
    const answer = await send(secretariat, 'requestAssignmentProposal', { assignmentCaseId, ...more })
    const { id } = answer.assignmentProposal
    await computeProposal(context, keyOf(id))
    const { assignmentProposal } = await graph.ask(
      `query ($id: ID!) { assignmentProposal(id: $id) { id state persons leftOverPersons movedPersons leftOver burden leastBurden optimal
        lines(first: 50) { nodes { id persons households reason way group { id reference } facility { id name } movedFrom { id } } } } }`,
      { viewer: secretariat, variables: { id } },
    )
    return assignmentProposal
  }
  return { secretariat, assignmentCaseId, enter, propose }
}

const people = (persons: number, needs: string[] = ['OLDER_PERSON'], equipment: string[] = []) => ({
  persons,
  needs,
  equipment,
})
const decide = (line: { id: string }, more: object = {}) => ({
  assignmentLineId: line.id,
  verdict: 'ACCEPTED',
  ...more,
})

describe('a proposal', () => {
  it('puts people into the nearest places there are, with a proof that can be checked, and places nobody', async () => {
    const there = await assignmentWorld(graph, [
      { places: 3, byNeed: { OLDER_PERSON: 3 }, north: 1 },
      { places: 9, byNeed: { OLDER_PERSON: 4, MEDICAL_CARE: 2 }, north: 8, equipment: ['自家発電機'] },
    ])
    const [near, far] = there.facilities
    const { enter, propose } = await begun(there)
    await enter([people(1), people(1, [])])
    await enter([people(1)], { households: 2 })
    await enter([people(1, ['MEDICAL_CARE'], ['自家発電機'])])
    await enter([people(1, ['PREGNANCY'])])
    const proposal = await propose()
    expect(proposal).toMatchObject({ state: 'READY', persons: 6, leftOverPersons: 1, optimal: true })
    expect(
      proposal.lines.nodes
        .map(({ group, persons, facility, reason }: LineAnswer) =>
          [group.reference, persons, facility?.id ?? reason].join(' '),
        )
        .toSorted(),
    ).toEqual(
      [
        `A-1 2 ${near?.gid}`,
        `A-2 1 ${near?.gid}`,
        `A-2 1 ${far?.gid}`,
        `A-3 1 ${far?.gid}`,
        'A-4 1 NEED',
      ].toSorted(),
    )
    const stored = await db.assignmentProposal.findUniqueOrThrow({ where: { id: keyOf(proposal.id) } })
    const problem = problemOf(inputsShape.parse(stored.inputs))
    expect(
      check(problem, stored.placement as number[], stored.certificate as unknown as Certificate),
    ).toMatchObject({
      valid: true,
      optimal: true,
      score: { leftOver: 1, burden: proposal.burden },
    })
    expect(await db.assignmentDecision.count({ where: { caseId: stored.caseId } })).toBe(0)
    await expect(
      db.assignmentProposal.update({ where: { id: stored.id }, data: { burden: 0 } }),
    ).rejects.toThrow(/never changes/)
  })

  it('keeps locks and closed roads, and says so of whom it leaves over', async () => {
    const there = await assignmentWorld(graph, [
      { places: 5, north: 1 },
      { places: 5, north: 9 },
    ])
    const [near, far] = there.facilities
    const { secretariat, assignmentCaseId, enter, propose } = await begun(there)
    const here = await enter([people(1)])
    const nowhere = await enter([people(1)])
    await enter([people(2)], { municipalityId: there.away.gid })
    const lock = (group: { id: string; version: number }, more: object) =>
      send(secretariat, 'lockAssignmentGroup', {
        assignmentGroupId: group.id,
        version: group.version,
        notHere: [],
        ...more,
      })
    await lock(here, { here: far?.gid })
    await lock(nowhere, { notHere: [near?.gid, far?.gid] })
    const closure = await send(secretariat, 'reportRoadClosure', {
      assignmentCaseId,
      kind: 'BETWEEN_MUNICIPALITIES',
      municipalityId: there.away.gid,
      otherMunicipalityId: there.home.gid,
      sourceText: '県道路課',
    })
    const where = ({ lines }: { lines: { nodes: LineAnswer[] } }) =>
      lines.nodes.map(({ facility, reason }) => facility?.id ?? reason)
    expect(where(await propose())).toEqual([far?.gid, 'LOCKED', 'UNREACHABLE'])
    await send(secretariat, 'liftRoadClosure', {
      roadClosureId: closure.roadClosure.id,
      version: closure.roadClosure.version,
    })
    expect(where(await propose())).toEqual([far?.gid, 'LOCKED', near?.gid])
  })

  it('tells what if a shelter is lost: who moves, who is left over; and is not decided on', async () => {
    const there = await assignmentWorld(graph, [
      { places: 2, north: 1 },
      { places: 3, north: 9 },
    ])
    const [near, far] = there.facilities
    const { secretariat, enter, propose } = await begun(there)
    await enter([people(1)], { households: 4 })
    const base = await propose()
    expect(base).toMatchObject({ leftOverPersons: 0, optimal: true })
    const whatIf = await propose({ lostFacilityId: near?.gid, baseId: base.id })
    expect(base.movedPersons).toBeNull()
    expect(whatIf).toMatchObject({ state: 'READY', leftOverPersons: 1, movedPersons: 1, optimal: true })
    expect(
      whatIf.lines.nodes
        .map(({ movedFrom, facility, persons }: LineAnswer) =>
          [movedFrom?.id ?? 'stays', facility?.id ?? 'nowhere', persons].join(' '),
        )
        .toSorted(),
    ).toEqual([`${near?.gid} ${far?.gid} 1`, `${near?.gid} nowhere 1`, `stays ${far?.gid} 2`].toSorted())
    const [line] = whatIf.lines.nodes
    expect(await send(secretariat, 'decideAssignment', decide(line))).toMatchObject({
      code: 'ONLY_A_WHAT_IF',
    })
  })
})

describe('deciding', () => {
  it('places people line by line, as proposed or otherwise with a reason, once', async () => {
    const there = await assignmentWorld(graph, [
      { places: 2, north: 1 },
      { places: 3, north: 9 },
    ])
    const [near, far] = there.facilities
    const { secretariat, enter, propose } = await begun(there)
    await enter([people(1)])
    await enter([people(1)])
    const { lines } = await propose()
    const [first, second] = lines.nodes
    const otherwise = decide(second, { verdict: 'OVERRIDDEN', facilityId: far?.gid })
    expect(await send(secretariat, 'decideAssignment', otherwise)).toMatchObject({
      issues: [{ path: ['reason'], code: 'REQUIRED' }],
    })
    expect(await send(secretariat, 'decideAssignment', decide(first))).toMatchObject({
      __typename: 'DecideAssignmentPayload',
    })
    // Its own decisions do not make a proposal stale.
    expect(
      await send(there.as('liaison'), 'decideAssignment', { ...otherwise, reason: '家族が近くにいる' }),
    ).toMatchObject({ __typename: 'DecideAssignmentPayload' })
    expect(await send(secretariat, 'decideAssignment', decide(first))).toMatchObject({ code: 'LINE_DECIDED' })
    const rows = await db.assignmentDecision.findMany({
      where: { case: { eventId: there.eventId } },
      orderBy: { id: 'asc' },
    })
    expect(rows.map(({ verdict, facilityId, reason }) => [verdict, facilityId, reason])).toEqual([
      ['ACCEPTED', near?.id, null],
      ['OVERRIDDEN', far?.id, '家族が近くにいる'],
    ])
    // Who is placed waits no more, and takes a place in what is proposed next.
    await enter([people(1)], { households: 3 })
    const next = await propose()
    expect(next).toMatchObject({ persons: 3, leftOverPersons: 0 })
    expect(next.lines.nodes.filter(({ facility }: LineAnswer) => facility?.id === near?.gid)).toMatchObject([
      { persons: 1 },
    ])
  })

  it('refuses more than a shelter has room for, in all or by kind, unless it is said why', async () => {
    const there = await assignmentWorld(graph, [
      { places: 3, byNeed: { OLDER_PERSON: 2 }, north: 1 },
      { places: 9, north: 9 },
    ])
    const [near] = there.facilities
    const { secretariat, enter, propose } = await begun(there)
    await enter([people(2)])
    await enter([people(1)])
    const { lines } = await propose()
    const rows: LineAnswer[] = lines.nodes
    const inside = rows.find(({ facility }) => facility?.id === near?.gid)
    const outside = rows.find(({ facility }) => facility?.id !== near?.gid)
    if (!inside || !outside) throw new Error('both shelters are proposed')
    expect(await send(secretariat, 'decideAssignment', decide(inside))).toMatchObject({
      __typename: 'DecideAssignmentPayload',
    })
    // One place is free, but none for an older person.
    const otherwise = decide(outside, { verdict: 'OVERRIDDEN', facilityId: near?.gid, reason: '家族と一緒' })
    expect(await send(secretariat, 'decideAssignment', otherwise)).toMatchObject({
      issues: [{ path: ['overfullReason'], code: 'OVERFULL' }],
    })
    expect(
      await send(secretariat, 'decideAssignment', { ...otherwise, overfullReason: '施設長が了承' }),
    ).toMatchObject({ __typename: 'DecideAssignmentPayload' })
    const kept = await db.assignmentDecision.findMany({
      where: { case: { eventId: there.eventId } },
      orderBy: { id: 'asc' },
    })
    expect(kept.map(({ overfullReason }) => overfullReason)).toEqual([null, '施設長が了承'])
  })

  it('refuses locks beyond the room of a shelter, those that are there counted, unless it is said why', async () => {
    const there = await assignmentWorld(graph, [
      { places: 2, north: 1 },
      { places: 9, north: 9 },
    ])
    const [near] = there.facilities
    const { secretariat, enter, propose } = await begun(there)
    const one = await enter([people(1)])
    const two = await enter([people(2)])
    const lock = (group: { id: string; version: number }, more: object = {}) =>
      send(secretariat, 'lockAssignmentGroup', {
        assignmentGroupId: group.id,
        version: group.version,
        here: near?.gid,
        notHere: [],
        ...more,
      })
    expect(await lock(one, { overfullReason: '書いても残らない' })).toMatchObject({
      __typename: 'LockAssignmentGroupPayload',
    })
    expect(await lock(two)).toMatchObject({ issues: [{ path: ['overfullReason'], code: 'OVERFULL' }] })
    expect(await lock(two, { overfullReason: '施設長が了承' })).toMatchObject({
      __typename: 'LockAssignmentGroupPayload',
    })
    const kept = await db.assignmentGroup.findMany({
      where: { case: { eventId: there.eventId } },
      orderBy: { enteredAt: 'asc' },
      select: { reference: true, lockOverfullReason: true },
    })
    expect(kept.toSorted((a, b) => (a.reference < b.reference ? -1 : 1))).toEqual([
      { reference: 'A-1', lockOverfullReason: null },
      { reference: 'A-2', lockOverfullReason: '施設長が了承' },
    ])
    // What was decided so stands in the proposal: both are there, nobody else is, and why is not asked again.
    await enter([people(1)])
    const proposal = await propose()
    expect(proposal).toMatchObject({ leftOverPersons: 0, optimal: true })
    expect(proposal.lines.nodes.map(({ facility }: LineAnswer) => facility?.id)).toEqual([
      near?.gid,
      near?.gid,
      there.facilities[1]?.gid,
    ])
    for (const line of proposal.lines.nodes.slice(0, 2))
      expect(await send(secretariat, 'decideAssignment', decide(line))).toMatchObject({
        __typename: 'DecideAssignmentPayload',
      })
    const decisions = await db.assignmentDecision.findMany({
      where: { case: { eventId: there.eventId } },
      orderBy: { id: 'asc' },
    })
    expect(decisions.map(({ overfullReason }) => overfullReason)).toEqual([null, '施設長が了承'])
  })

  it.each<[string, (there: AssignmentWorld, act: Awaited<ReturnType<typeof begun>>) => Promise<unknown>]>([
    ['somebody waits who did not', (_there, { enter }) => enter([people(1)])],
    [
      'a road is closed',
      (there, { secretariat, assignmentCaseId }) =>
        send(secretariat, 'reportRoadClosure', {
          assignmentCaseId,
          kind: 'FACILITY_CUT_OFF',
          facilityId: there.facilities[1]?.gid,
          sourceText: '施設からの電話',
        }),
    ],
    [
      'a shelter is full',
      (there) =>
        db.shelterOpening.updateMany({
          where: { eventId: there.eventId, facilityId: there.facilities[1]?.id ?? '' },
          data: { state: 'FULL' },
        }),
    ],
    [
      'a shelter has other places',
      (there) =>
        db.welfareShelter.updateMany({
          where: { facilityId: there.facilities[1]?.id ?? '' },
          data: { nightPlaces: 1 },
        }),
    ],
  ])('refuses a proposal that is stale because %s', async (_name, change) => {
    const there = await assignmentWorld(graph, [
      { places: 2, north: 1 },
      { places: 3, north: 9 },
    ])
    const act = await begun(there)
    await act.enter([people(1)])
    const { lines } = await act.propose()
    await change(there, act)
    expect(await send(act.secretariat, 'decideAssignment', decide(lines.nodes[0]))).toMatchObject({
      code: 'PROPOSAL_STALE',
    })
  })
})

describe('who may', () => {
  it('only coordinators act, only officers and the liaison look', async () => {
    const there = await assignmentWorld(graph, [{ places: 2 }])
    const { assignmentCaseId, enter, propose } = await begun(there)
    await enter([people(1)])
    const { lines } = await propose()
    const entry = {
      assignmentCaseId,
      reference: 'B-1',
      households: 1,
      urgency: 'FIRST',
      municipalityId: there.home.gid,
      members: [people(1)],
    }
    const answers: Record<string, unknown[]> = {}
    for (const [name, viewer] of Object.entries(there.viewers)) {
      const data = await graph.ask(
        `query ($eventId: ID!) { assignmentCase(eventId: $eventId) { groups(first: 5) { nodes { reference } } proposals(first: 5) { nodes { lines(first: 5) { nodes { persons } } } } }
          assignmentEvent(eventId: $eventId) { name mayCoordinate } }`,
        { viewer, variables: { eventId: there.event } },
      )
      const added = await send(viewer, 'addAssignmentGroup', {
        ...entry,
        reference: `B-${name.slice(0, 20)}`,
      })
      answers[name] = [
        data?.assignmentCase?.groups.nodes.length > 0,
        data?.assignmentEvent?.mayCoordinate ?? null,
        added.refused ?? added.code ?? 'done',
      ]
    }
    expect(answers).toEqual({
      secretariat: [true, true, 'done'],
      liaison: [true, true, 'done'],
      chair: [true, false, 'ONLY_COORDINATORS_ASSIGN'],
      auditor: [true, false, 'ONLY_COORDINATORS_ASSIGN'],
      member: [false, null, 'NOT_FOUND'],
      operator: [false, null, 'NOT_FOUND'],
      'secretariat elsewhere': [false, null, 'NOT_FOUND'],
    })
    expect(await send(there.as('auditor'), 'decideAssignment', decide(lines.nodes[0]))).toEqual({
      refused: 'ONLY_COORDINATORS_ASSIGN',
    })
    await db.disasterEvent.update({ where: { id: there.eventId }, data: { closedAt: TODAY } })
    expect(await send(there.as('secretariat'), 'requestAssignmentProposal', { assignmentCaseId })).toEqual({
      refused: 'EVENT_IS_CLOSED',
    })
  })
})
