import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { corporation, facility } from '../../api/src/modules/registry/fixtures.ts'
import { platform } from '../../api/src/modules/platforms/fixtures.ts'
import { openTestGraph, TODAY } from '../support/graph.ts'
import { mergeRecords, previewMerge, standOf, undoMerge } from '../support/merging.ts'
import { somebody } from '../support/network-world.ts'
import { disaster } from '../support/outputs-world.ts'
import { viewerActingAs } from '../support/viewers.ts'

// Two records of one facility become one: whatever makes it a welfare shelter goes over, and comes back with the undo.

const graph = await openTestGraph()
const { db } = graph
const day = (text: string) => new Date(`${text}T00:00:00Z`)

/** Two records of one facility, guided by and guiding others, called in two events and once in the same. */
async function world() {
  const operator = viewerActingAs((await somebody(graph)).id, 'SYSTEM_OPERATOR')
  const { id: corporationId } = await corporation(db)
  const [kept, absorbed, other, third] = await Promise.all(
    [0, 1, 2, 3].map(() => facility(db, { corporationId })),
  )
  if (!kept || !absorbed || !other || !third) throw new Error('no facilities')
  const { id: platformId } = await platform(db)
  await db.mentoringLimit.create({ data: { platformId, facilities: 1, startsOn: day('2020-04-01') } })
  const event = await disaster(graph, platformId)
  const both = await disaster(graph, platformId, { name: '【訓練】両方を呼んだ訓練', drill: true })
  const item = await db.readinessItem.findFirstOrThrow()
  const at = TODAY

  await db.welfareShelter.create({
    data: { facilityId: kept.id, dayPlaces: 5, places: { create: [{ need: 'OLDER_PERSON', day: 5 }] } },
  })
  await db.welfareShelter.create({
    data: {
      facilityId: absorbed.id,
      dayPlaces: 9,
      nightPlaces: 4,
      acceptedPersons: '高齢者と家族',
      places: {
        create: [
          { need: 'OLDER_PERSON', day: 9 },
          { need: 'INFANT', night: 2 },
        ],
      },
    },
  })
  for (const [kind, withdrawn] of [
    ['DESIGNATED', false],
    ['AGREED', true],
  ] as const)
    await db.shelterFact.create({
      data: {
        facilityId: absorbed.id,
        kind,
        at,
        source: 'MUNICIPALITY',
        sourceText: '見本の告示',
        recordedAt: at,
        ...(withdrawn && { withdrawnAt: at, withdrawnReason: '見本の誤り' }),
      },
    })
  await db.readinessAnswer.create({
    data: { facilityId: absorbed.id, itemId: item.id, answer: 'YES', source: 'FACILITY', answeredAt: at },
  })
  await db.readinessComment.create({
    data: { facilityId: absorbed.id, itemId: item.id, text: '見本の助言', at, actingName: '見本' },
  })
  for (const { id: facilityId } of [kept, absorbed])
    await db.readinessDraft.create({
      data: { facilityId, itemId: item.id, eventId: both.id, answer: 'YES', evidence: '見本', draftedAt: at },
    })
  const guided = (mentorFacilityId: string, menteeFacilityId: string) =>
    db.mentorship.create({
      data: { platformId, mentorFacilityId, menteeFacilityId, startedOn: day('2026-04-01') },
    })
  // Both records guide somebody, and the network's limit is one each.
  await guided(kept.id, other.id)
  await guided(absorbed.id, third.id)
  for (const [eventId, facilityId, buddyFacilityId] of [
    [event.id, absorbed.id, kept.id],
    [event.id, other.id, absorbed.id],
    [both.id, kept.id, absorbed.id],
    [both.id, absorbed.id, other.id],
  ] as const)
    await db.calledFacility.create({ data: { eventId, facilityId, buddyFacilityId, calledAt: at } })
  for (const [eventId, facilityId] of [
    [event.id, absorbed.id],
    [both.id, kept.id],
    [both.id, absorbed.id],
  ] as const)
    await db.shelterOpening.create({ data: { eventId, facilityId, requestedAt: at } })
  await db.facilityDevice.create({
    data: {
      facilityId: absorbed.id,
      name: '事務室の電話',
      secretHash: new Uint8Array(Buffer.from(randomUUID())),
      pinHash: 'x',
      enrolledAt: at,
    },
  })
  await db.outputFiling.create({
    data: { eventId: event.id, facilityId: absorbed.id, form: 'MINISTRY_SYSTEM', filedAt: at },
  })
  return { operator, kept: kept.id, absorbed: absorbed.id, other: other.id, third: third.id, event, both }
}

/** What of the shelters hangs at a record. */
async function holdings(facilityId: string) {
  const where = { where: { facilityId } }
  const called = await db.calledFacility.findMany({
    where: { facilityId },
    select: { buddyFacilityId: true, event: { select: { name: true } } },
  })
  return {
    facts: await db.shelterFact.count(where),
    answers: await db.readinessAnswer.count(where),
    comments: await db.readinessComment.count(where),
    drafts: await db.readinessDraft.count(where),
    guides: await db.mentorship.count({ where: { mentorFacilityId: facilityId } }),
    called: called.length,
    openings: await db.shelterOpening.count(where),
    devices: await db.facilityDevice.count(where),
    filings: await db.outputFiling.count(where),
    needs: (
      await db.welfareShelterPlaces.findMany({
        where: { welfareShelter: { is: { facilityId } } },
        select: { need: true },
        orderBy: { need: 'asc' },
      })
    ).map(({ need }) => need),
  }
}

it('goes over to the record that is kept, and what both have stays where it is, as it was said before', async () => {
  const { operator, kept, absorbed, other, event, both } = await world()
  const { data } = await previewMerge(graph, 'Facility', kept, absorbed, operator)
  expect(data.mergePreview.stays).toEqual(
    expect.arrayContaining([
      { code: 'SHELTER_OFFER_TWICE', what: '' },
      { code: 'OPENING_TWICE', what: both.name },
      { code: 'CALLED_TWICE', what: both.name },
    ]),
  )
  const before = [await holdings(kept), await holdings(absorbed), await standOf(graph, [kept, absorbed])]
  const sent = await mergeRecords(graph, 'Facility', kept, absorbed, { operator })
  expect(sent.typename).toBe('MergeFacilitiesPayload')
  expect(await holdings(kept)).toEqual({
    facts: 2,
    answers: 1,
    comments: 1,
    drafts: 1,
    guides: 2,
    called: 2,
    openings: 2,
    devices: 1,
    filings: 1,
    needs: ['OLDER_PERSON', 'INFANT'],
  })
  expect(await holdings(absorbed)).toMatchObject({ facts: 0, drafts: 1, called: 1, openings: 1, devices: 0 })
  // What the kept record said of its places stands; what it did not say is taken.
  expect(await db.welfareShelter.findUnique({ where: { facilityId: kept } })).toMatchObject({
    dayPlaces: 5,
    nightPlaces: 4,
    acceptedPersons: '高齢者と家族',
  })
  // Nobody is their own neighbour.
  const neighbours = await db.calledFacility.findMany({
    where: { eventId: { in: [event.id, both.id] } },
    select: { eventId: true, facilityId: true, buddyFacilityId: true },
  })
  expect(neighbours).toEqual(
    expect.arrayContaining([
      { eventId: event.id, facilityId: kept, buddyFacilityId: null },
      { eventId: event.id, facilityId: other, buddyFacilityId: kept },
      { eventId: both.id, facilityId: kept, buddyFacilityId: null },
      { eventId: both.id, facilityId: absorbed, buddyFacilityId: other },
    ]),
  )
  const undone = await undoMerge(graph, sent.payload.registryMerge.id, operator)
  expect(undone.typename).toBe('UndoMergePayload')
  expect([await holdings(kept), await holdings(absorbed), await standOf(graph, [kept, absorbed])]).toEqual(
    before,
  )
})

it('is not taken back once somebody has built on it', async () => {
  const { operator, kept, absorbed } = await world()
  const sent = await mergeRecords(graph, 'Facility', kept, absorbed, { operator })
  await db.welfareShelter.update({ where: { facilityId: kept }, data: { nightPlaces: 12 } })
  expect(await undoMerge(graph, sent.payload.registryMerge.id, operator)).toMatchObject({
    code: 'MERGE_BUILT_ON',
  })
})
