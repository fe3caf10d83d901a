import { describe, expect, it } from 'vitest'
import { parseGlobalId, globalId } from '../../api/src/kernel/ids.ts'
import { createLog } from '../../api/src/kernel/log.ts'
import type { Viewer } from '../../api/src/kernel/viewer.ts'
import { computeProposal } from '../../api/src/modules/assignment/computing.ts'
import type { Entry, Sought } from '../../api/src/modules/intake/rules/entries.ts'
import { fold } from '../../api/src/modules/intake/rules/fold.ts'
import * as write from '../../api/src/modules/intake/rules/writing.ts'
import { openTestGraph, TODAY } from '../support/graph.ts'
import { described, intakeWorld, pen, readAll, sendEntries } from '../support/intake-world.ts'
import { send } from '../support/send.ts'

// People of a shelter who have to move: from the mark in its book to the place they leave for.

const graph = await openTestGraph()
const { db } = graph

const PLACE: Sought = { urgency: 'SOON', needs: [], equipment: [] }

/** A shelter with a mother, her child and four who were only counted, a second one with room, and a desk to write at. */
async function night() {
  const there = await intakeWorld(graph)
  const { one, other } = there
  await db.welfareShelter.create({ data: { facilityId: one.facilityId, nightPlaces: 50 } })
  await db.welfareShelter.create({ data: { facilityId: other.facilityId, nightPlaces: 4 } })
  await db.facilityEquipment.create({
    data: { facilityId: other.facilityId, item: '自家発電機', state: 'YES', position: 0 },
  })
  const desk = pen()
  const written: Entry[] = []
  const say = async (entries: readonly Entry[], viewer: Viewer = one.staff) => {
    const sent = await sendEntries(graph, one.id, entries, viewer)
    expect(sent.payload.refusedBecause).toEqual([])
    written.push(...entries)
  }
  const mother = described(desk, { NAME: '見本 母', NEEDS: 'PREGNANCY' })
  const child = described(desk, { NAME: '見本 子', NEEDS: 'INFANT' }, mother)
  const heads = write.countHeads(desk, fold([...mother, ...child]), {
    people: 4,
    need: 'OLDER_PERSON',
    stay: 'NIGHT',
  })
  await say([...mother, ...child, heads])
  const waiting = async (viewer = there.secretariat) =>
    (
      await graph.ask(
        `query ($eventId: ID!) { assignmentCase(eventId: $eventId) { id groups(first: 20) { nodes { id reference urgency version
          sourceOpening { facility { name } } followsGroup { reference }
          decisions(first: 5) { nodes { facility { name } } } members(first: 5) { nodes { persons needs equipment } } } } } }`,
        { viewer, variables: { eventId: globalId('DisasterEvent', there.eventId) } },
      )
    ).assignmentCase
  const places = async (viewer = one.staff) =>
    (
      await graph.ask(
        `query ($id: ID!) { intakeBook(openingId: $id) { equipment
          places { referralKeys reference shelter openingId decidedAt takenOffBecause } } }`,
        { viewer, variables: { id: one.id } },
      )
    ).intakeBook
  const propose = async () => {
    const { id: assignmentCaseId } = await waiting()
    const { payload } = await send(
      graph,
      'requestAssignmentProposal',
      { assignmentCaseId },
      { viewer: there.secretariat, payload: 'assignmentProposal { id }' },
    )
    const key = parseGlobalId(payload.assignmentProposal.id)?.id ?? ''
    await computeProposal({ db, clock: { now: () => TODAY }, log: createLog('silent'), mailer: null }, key)
    return db.assignmentLine.findMany({ where: { proposalId: key }, orderBy: { position: 'asc' } })
  }
  const decide = (lineId: string | undefined) =>
    send(
      graph,
      'decideAssignment',
      { assignmentLineId: globalId('AssignmentLine', lineId ?? ''), verdict: 'ACCEPTED' },
      { viewer: there.secretariat, payload: 'assignmentDecision { id }' },
    )
  const ids = [mother[0]?.id ?? '', child[0]?.id ?? '']
  return { ...there, desk, written, say, heads, ids, waiting, places, propose, decide }
}

describe('people who have to move', () => {
  it('wait beside those typed by hand as numbers, are decided on, hear of it and leave in one step', async () => {
    const { one, other, desk, written, say, ids, heads, waiting, places, propose, decide, secretariat } =
      await night()
    expect(await waiting()).toBeNull()
    const family = write.refer(desk, { persons: ids, heads: null }, { ...PLACE, equipment: ['自家発電機'] })
    const alone = write.refer(desk, { persons: [], heads: { group: heads.id, people: 1 } }, PLACE)
    await say([family, alone])
    const { groups, id: assignmentCaseId } = await waiting()
    expect(groups.nodes).toMatchObject([
      {
        reference: `${one.name}-1`,
        urgency: 'SOON',
        sourceOpening: { facility: { name: one.name } },
        members: {
          nodes: [
            { persons: 1, needs: ['INFANT'], equipment: ['自家発電機'] },
            { persons: 1, needs: ['PREGNANCY'], equipment: [] },
          ],
        },
      },
      {
        reference: `${one.name}-2`,
        members: { nodes: [{ persons: 1, needs: ['OLDER_PERSON'], equipment: [] }] },
      },
    ])
    // One typed by hand stands in the same list and is computed with the others.
    const { municipalityCode } = await db.facility.findUniqueOrThrow({ where: { id: one.facilityId } })
    await send(
      graph,
      'addAssignmentGroup',
      {
        assignmentCaseId,
        reference: 'A-1',
        households: 1,
        urgency: 'NORMAL',
        municipalityId: globalId('Municipality', municipalityCode),
        members: [{ persons: 1, needs: ['OLDER_PERSON'], equipment: [] }],
      },
      { viewer: secretariat, payload: 'assignmentGroup { id }' },
    )
    const lines = await propose()
    // Nobody is sent where they have to leave, though it is the nearest; who was typed by hand may go there.
    expect(lines.map(({ facilityId, persons }) => [facilityId, persons])).toEqual([
      [other.facilityId, 2],
      [other.facilityId, 1],
      [expect.any(String), 1],
    ])
    expect((await decide(lines[0]?.id)).typename).toBe('DecideAssignmentPayload')
    expect(await places()).toMatchObject({
      equipment: ['自家発電機'],
      places: [
        { referralKeys: [family.id], shelter: other.name, openingId: other.id, takenOffBecause: null },
        { referralKeys: [alone.id], shelter: null, openingId: null, decidedAt: null },
      ],
    })
    const [told] = await db.eventLog.findMany({
      where: { name: 'assignment.ReferralAnswered.v1', audience: { has: `facility:${one.facilityId}` } },
    })
    expect(told?.payload).toMatchObject({ openingId: one.openingId, drill: true })

    const state = fold(written)
    const referral = state.referrals.find(({ id }) => id === family.id)
    if (!referral) throw new Error('nobody is to move')
    await say(write.moveTo(desk, referral, state, other.name))
    expect((await waiting()).groups.nodes.map(({ reference }: { reference: string }) => reference)).toEqual([
      `${one.name}-2`,
      'A-1',
    ])
    // They take their two places until the other shelter counts them: of four, two are left.
    const next = await propose()
    const there = next.filter(({ facilityId }) => facilityId === other.facilityId)
    expect(there.reduce((sum, { persons }) => sum + persons, 0)).toBeLessThanOrEqual(2)
    const group = await db.assignmentGroup.findFirstOrThrow({ where: { sourceKey: family.id } })
    expect([group.leftAt !== null, group.withdrawnAt]).toEqual([true, null])
  })

  it('wait anew when they are added to others after the decision, which stands for those it was made for', async () => {
    const { one, other, desk, written, say, ids, heads, waiting, places, propose, decide } = await night()
    const family = write.refer(desk, { persons: ids, heads: null }, PLACE)
    await say([family])
    const [line] = await propose()
    await decide(line?.id)
    const late = write.refer(
      desk,
      { persons: [], heads: { group: heads.id, people: 2 } },
      { ...PLACE, urgency: 'FIRST' },
      family.id,
    )
    await say([late])
    const { groups } = await waiting()
    expect(groups.nodes).toMatchObject([
      { reference: `${one.name}-1`, urgency: 'SOON', followsGroup: null, members: { nodes: [{}, {}] } },
      {
        reference: `${one.name}-2`,
        urgency: 'FIRST',
        followsGroup: { reference: `${one.name}-1` },
        decisions: { nodes: [] },
        members: { nodes: [{ persons: 2, needs: ['OLDER_PERSON'] }] },
      },
    ])
    expect(groups.nodes[0].decisions.nodes).toMatchObject([{ facility: { name: other.name } }])
    const found = async () =>
      (await graph.ask('{ todos { code params link } }', { viewer: one.staff })).todos.filter(
        ({ code }: { code: string }) => code === 'PLACE_WAS_FOUND',
      )
    expect(await found()).toMatchObject([
      { params: { count: '1' }, link: expect.stringMatching(`/intake/${one.id}$`) },
    ])
    // Only who was added is to be placed now.
    expect((await propose()).map(({ persons, facilityId }) => [persons, facilityId])).toEqual([
      [2, other.facilityId],
    ])
    expect((await places()).places).toMatchObject([
      { referralKeys: [family.id], shelter: other.name },
      { referralKeys: [late.id], shelter: null },
    ])
    // The desk lets the first go; the others stay on the list.
    const state = fold(written)
    const [referral] = state.referrals
    if (!referral) throw new Error('nobody is to move')
    await say(write.moveTo(desk, referral, state, other.name, [family.id]))
    expect((await waiting()).groups.nodes.map(({ reference }: { reference: string }) => reference)).toEqual([
      `${one.name}-2`,
    ])
    expect(await found()).toEqual([])
  })

  it('are asked for when another desk names them beside somebody who was decided on already', async () => {
    const { one, desk, written, say, ids, waiting, propose, decide } = await night()
    await say([write.refer(desk, { persons: ids, heads: null }, PLACE)])
    const [line] = await propose()
    await decide(line?.id)
    const aunt = described(desk, { NAME: '見本 叔母', NEEDS: 'DISABILITY' }, written)
    await say(aunt)
    await say([write.refer(pen(), { persons: [ids[0] ?? '', aunt[0]?.id ?? ''], heads: null }, PLACE)])
    expect((await waiting()).groups.nodes).toMatchObject([
      { members: { nodes: [{ persons: 1 }, { persons: 1 }] } },
      {
        reference: `${one.name}-2`,
        members: { nodes: [{ persons: 1, needs: ['DISABILITY'] }] },
      },
    ])
  })

  it('leave the list by themselves when they go otherwise or need no place, and come back with their wish', async () => {
    const { desk, written, say, ids, waiting } = await night()
    const references = async () =>
      (await waiting()).groups.nodes.map(({ reference }: { reference: string }) => reference.at(-1))
    const each = ids.map((id) => write.refer(desk, { persons: [id], heads: null }, PLACE))
    await say(each)
    expect(await references()).toEqual(['1', '2'])
    const [first, second] = fold(written).referrals.toSorted(
      (one, two) => each.findIndex(({ id }) => id === one.id) - each.findIndex(({ id }) => id === two.id),
    )
    const person = (id = '') => {
      const found = fold(written).persons.find((one) => one.id === id)
      if (!found) throw new Error('nobody is called that')
      return found
    }
    await say([write.checkOut(desk, person(first?.persons[0]), 'HOME', null)])
    expect(await references()).toEqual(['2'])
    await say([write.comeBack(desk, person(ids[0]))])
    expect(await references()).toEqual(['1', '2'])
    if (second) await say(write.endReferral(desk, second, null))
    expect(await references()).toEqual(['1'])
  })

  it('stay off the list when a coordinator has taken them off, and the shelter reads why', async () => {
    const { desk, say, ids, waiting, places, secretariat } = await night()
    await say([write.refer(desk, { persons: ids, heads: null }, PLACE)])
    const [group] = (await waiting()).groups.nodes
    await send(
      graph,
      'withdrawAssignmentGroup',
      { assignmentGroupId: group.id, version: group.version, reason: '県立病院が受け入れた' },
      { viewer: secretariat, payload: 'assignmentGroup { id }' },
    )
    await say(described(desk, { NAME: '見本 あと' }))
    expect((await waiting()).groups.nodes).toEqual([])
    expect((await places()).places).toMatchObject([{ takenOffBecause: '県立病院が受け入れた' }])
  })

  it('are one group when two desks name them, and no proposal stands that does not know of a change', async () => {
    const { one, desk, written, say, ids, waiting, propose, decide, secretariat } = await night()
    await say([write.refer(desk, { persons: ids, heads: null }, PLACE)])
    const [line] = await propose()
    const { groups: before } = await waiting()
    const back = {
      assignmentGroupId: before.nodes[0].id,
      version: before.nodes[0].version,
      here: globalId('Facility', one.facilityId),
      notHere: [],
    }
    expect(
      await send(graph, 'lockAssignmentGroup', back, {
        viewer: secretariat,
        payload: 'assignmentGroup { id }',
      }),
    ).toMatchObject({ code: 'THEY_HAVE_TO_LEAVE_IT' })
    const again = write.refer(pen(), { persons: [ids[0] ?? ''], heads: null }, { ...PLACE, urgency: 'FIRST' })
    await say([again])
    const { groups } = await waiting()
    expect(groups.nodes).toMatchObject([{ urgency: 'FIRST', members: { nodes: [{}, {}] } }])
    expect(await decide(line?.id)).toMatchObject({ code: 'PROPOSAL_STALE' })
    // Sent again, nothing changes.
    const kept = await db.assignmentGroup.findMany({ where: { sourceOpeningId: one.openingId } })
    await sendEntries(graph, one.id, written, one.staff)
    expect(await db.assignmentGroup.findMany({ where: { sourceOpeningId: one.openingId } })).toEqual(kept)
  })

  it('are seen as numbers by officers and the liaison, in the book by its staff, and by nobody else', async () => {
    const there = await night()
    const { one, other, desk, say, ids, waiting, places } = there
    await say([write.refer(desk, { persons: ids, heads: null }, PLACE)])
    const names = [
      'secretariat',
      'liaison',
      'chair',
      'auditor',
      'officer',
      'admin',
      'operator',
      'stranger',
    ] as const
    const seen = await Promise.all(
      names.map(async (name) => [name, (await waiting(there[name]))?.groups.nodes.length ?? null]),
    )
    expect(Object.fromEntries(seen)).toEqual({
      secretariat: 1,
      liaison: 1,
      chair: 1,
      auditor: 1,
      officer: null,
      admin: null,
      operator: null,
      stranger: null,
    })
    expect((await places(there.secretariat)).places).toEqual([])
    expect((await places(other.staff)).places).toEqual([])
    const refer = write.refer(pen(), { persons: ids, heads: null }, PLACE)
    for (const viewer of [there.secretariat, there.auditor, other.staff])
      expect((await sendEntries(graph, one.id, [refer], viewer)).typename).not.toBe(
        'SendIntakeEntriesPayload',
      )
    const shown = (await readAll(graph, one.id, one.staff))?.find(({ kind }) => kind === 'REFERRED')
    expect(shown?.value).toBe('SOON;;')
  })

  it('say what they need in words of the registry, so that no name leaves the book with it', async () => {
    const { one, desk, ids, waiting } = await night()
    const refer = write.refer(
      desk,
      { persons: ids, heads: null },
      { ...PLACE, equipment: ['見本 花子の酸素'] },
    )
    const { payload } = await sendEntries(graph, one.id, [refer], one.staff)
    expect(payload).toMatchObject({ accepted: [], refusedBecause: ['ENTRY_VALUE_WRONG'] })
    expect(await waiting()).toBeNull()
  })
})

describe('the database', () => {
  it('takes no group from a shelter of another event, and none that ended in two ways', async () => {
    const { desk, say, ids, eventId } = await night()
    const elsewhere = await intakeWorld(graph)
    await say([write.refer(desk, { persons: ids, heads: null }, PLACE)])
    const group = await db.assignmentGroup.findFirstOrThrow({ where: { case: { eventId } } })
    const change = (data: object) => db.assignmentGroup.update({ where: { id: group.id }, data })
    await expect(change({ sourceOpeningId: elsewhere.one.openingId })).rejects.toThrow(
      'a shelter of the event',
    )
    await expect(change({ sourceKey: null, sourceKeys: [] })).rejects.toThrow('assignment_group_source_whole')
    await expect(change({ leftAt: TODAY, withdrawnAt: TODAY, withdrawnBySource: true })).rejects.toThrow(
      'assignment_group_source_whole',
    )
    await expect(change({ sourceKeys: [] })).rejects.toThrow('assignment_group_source_keys')
    await expect(change({ withdrawnAt: TODAY })).rejects.toThrow('assignment_group_withdrawn_with_reason')
  })
})
