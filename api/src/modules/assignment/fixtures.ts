import type { CareNeed } from '../../generated/prisma/enums.ts'
import { dateOf, dayInJapan } from '../../kernel/clock.ts'
import { runCommand, type Command } from '../../kernel/command.ts'
import type { Db } from '../../kernel/db.ts'
import { globalId } from '../../kernel/ids.ts'
import type { Chapter } from '../../kernel/sample-year.ts'
import { guest, systemViewer, type Viewer } from '../../kernel/viewer.ts'
import { addAssignmentGroup } from './commands/add-assignment-group.ts'
import { lockAssignmentGroup } from './commands/lock-assignment-group.ts'
import { openAssignmentCase } from './commands/open-assignment-case.ts'
import { reportRoadClosure } from './commands/report-road-closure.ts'
import { requestAssignmentProposal } from './commands/request-assignment-proposal.ts'
import { settleAssignmentProposal } from './commands/settle-assignment-proposal.ts'
import { inputsShape, problemOf } from './proposal-inputs.ts'
import { answer } from './solving/answer.ts'

type Entry = readonly [
  needs: readonly string[],
  persons: number,
  companions: number,
  households: number,
  urgency: 'NORMAL' | 'SOON' | 'FIRST',
]

/** Who waits in the drill: by code, never by name. */
const ENTRIES: readonly Entry[] = [
  [['OLDER_PERSON'], 1, 1, 2, 'NORMAL'],
  [['OLDER_PERSON'], 1, 0, 3, 'NORMAL'],
  [['MEDICAL_CARE'], 1, 1, 1, 'FIRST'],
  [['DISABILITY'], 1, 2, 1, 'SOON'],
  [['INFANT'], 1, 1, 1, 'SOON'],
  [['PREGNANCY'], 1, 0, 1, 'SOON'],
  [['OLDER_PERSON', 'INTERNAL_DISORDER'], 1, 0, 1, 'NORMAL'],
  [['OLDER_PERSON'], 2, 3, 1, 'NORMAL'],
  [['DISABILITY'], 4, 8, 1, 'NORMAL'],
]

/** Kinds of need that the sample shelters of the drill take, with places by night; invented, as they themselves are. */
const KINDS: readonly (readonly [nightPlaces: number, Partial<Record<CareNeed, number>>])[] = [
  [16, { OLDER_PERSON: 8, DISABILITY: 3 }],
  [14, { PREGNANCY: 4, INFANT: 6, OLDER_PERSON: 2 }],
  [15, { OLDER_PERSON: 6, MEDICAL_CARE: 2, INTERNAL_DISORDER: 3 }],
  [20, { OLDER_PERSON: 8, DISABILITY: 6, INTERNAL_DISORDER: 2 }],
]

async function giveKinds(
  db: Db,
  openings: readonly { readonly facilityId: string; readonly state: string }[],
) {
  for (const [n, { facilityId }] of openings.filter(({ state }) => state === 'OPEN').entries()) {
    const [nightPlaces, kinds] = KINDS[n % KINDS.length] ?? [0, {}]
    const places = { nightPlaces, dayPlaces: nightPlaces }
    await db.welfareShelter.createMany({ data: [{ facilityId, ...places }], skipDuplicates: true })
    await db.welfareShelter.updateMany({ where: { facilityId, nightPlaces: null }, data: places })
    const { id } = await db.welfareShelter.findUniqueOrThrow({ where: { facilityId }, select: { id: true } })
    await db.welfareShelterPlaces.createMany({
      data: Object.entries(kinds).map(([need, night]) => ({
        welfareShelterId: id,
        need: need as CareNeed,
        day: night,
        night,
      })),
      skipDuplicates: true,
    })
  }
}

/** In the drill that is on: who waits for a place, a closed road, and a proposal that waits for a decision. */
export const assignment: Chapter = {
  title: '見本の行き先の案（訓練）',
  async write({ db, now }) {
    if ((await db.assignmentProposal.count()) > 0) return
    const event = await db.disasterEvent.findFirst({
      where: {
        drill: true,
        closedAt: null,
        platform: { sample: true },
        openings: { some: { state: 'OPEN' } },
      },
      orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
      include: {
        platform: { select: { name: true } },
        openings: {
          orderBy: { id: 'asc' },
          include: { facility: { select: { sample: true, municipalityCode: true } } },
        },
      },
    })
    const secretary =
      event &&
      (await db.roleAssignment.findFirst({
        where: { role: 'PLATFORM_SECRETARIAT', platformId: event.platformId },
        select: { userId: true },
      }))
    if (!event || !secretary) return
    const { platformId } = event
    const seat = {
      key: `PLATFORM:${platformId}`,
      kind: 'PLATFORM' as const,
      id: platformId,
      name: event.platform.name,
      corporationId: null,
      facilityId: null,
      platformId,
      municipalityCode: null,
      roles: ['PLATFORM_SECRETARIAT' as const],
    }
    const viewer: Viewer = {
      ...guest,
      userId: secretary.userId,
      secondFactor: true,
      seats: [seat],
      acting: seat,
      platformIds: [platformId],
      today: dateOf(dayInJapan(now)),
    }
    const context = { db, viewer, clock: { now: () => now }, requestId: null }
    const run = async (command: Command, input: object): Promise<Record<string, unknown>> =>
      runCommand(command, input, context)
    // It has begun where a shelter seeks a place for people of its book.
    const begun = await db.assignmentCase.findUnique({ where: { eventId: event.id }, select: { id: true } })
    const { assignmentCaseId: caseId } = begun
      ? { assignmentCaseId: begun.id }
      : await run(openAssignmentCase, { disasterEventId: globalId('DisasterEvent', event.id) })
    const assignmentCaseId = globalId('AssignmentCase', String(caseId))
    await giveKinds(
      db,
      event.openings.filter(({ facility }) => facility.sample),
    )
    const codes = [...new Set(event.openings.map(({ facility }) => facility.municipalityCode))].toSorted()
    const municipality = (at: number) => globalId('Municipality', codes[at % codes.length] ?? '')
    const groups: string[] = []
    for (const [n, [needs, persons, companions, households, urgency]] of ENTRIES.entries()) {
      const { assignmentGroupId } = await run(addAssignmentGroup, {
        assignmentCaseId,
        reference: `見本-${String(n + 1).padStart(2, '0')}`,
        households,
        urgency,
        municipalityId: municipality(n),
        members: [
          { persons, needs, equipment: [] },
          ...(companions > 0 ? [{ persons: companions, needs: [], equipment: [] }] : []),
        ],
      })
      groups.push(String(assignmentGroupId))
    }
    if (codes.length > 2) {
      await run(reportRoadClosure, {
        assignmentCaseId,
        kind: 'BETWEEN_MUNICIPALITIES',
        municipalityId: municipality(0),
        otherMunicipalityId: municipality(1),
        sourceText: '訓練の想定',
      })
    }
    const open = event.openings.filter(({ state }) => state === 'OPEN')
    await run(lockAssignmentGroup, {
      assignmentGroupId: globalId('AssignmentGroup', groups[5] ?? ''),
      version: 1,
      notHere: open.slice(0, 1).map(({ facilityId }) => globalId('Facility', facilityId)),
    })
    const { assignmentProposalId } = await run(requestAssignmentProposal, { assignmentCaseId })
    const proposalId = String(assignmentProposalId)
    const { inputs } = await db.assignmentProposal.findUniqueOrThrow({ where: { id: proposalId } })
    const found = answer(problemOf(inputsShape.parse(inputs)))
    await runCommand(
      settleAssignmentProposal,
      { proposalId, solved: { ...found, placement: [...found.placement] } },
      { ...context, viewer: systemViewer },
    )
  },
}
