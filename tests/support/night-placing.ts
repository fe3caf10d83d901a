import type { Db } from '../../api/src/kernel/db.ts'
import { globalId, parseGlobalId } from '../../api/src/kernel/ids.ts'
import { createLog } from '../../api/src/kernel/log.ts'
import type { Viewer } from '../../api/src/kernel/viewer.ts'
import { computeProposal } from '../../api/src/modules/assignment/computing.ts'
import { nth } from './disaster-world.ts'
import type { Sent } from './send.ts'

interface Placing {
  readonly db: Db
  /** Sends a mutation that must be done; answers its payload. */
  readonly act: (name: string, input: object, viewer: Viewer, payload?: string) => Promise<Sent['payload']>
  readonly secretariat: Viewer
  readonly event: string
  /** The shelter to which people are locked, and one that nobody reaches for a while. */
  readonly here: string
  readonly cutOff: string
  /** A shelter seeks a place for somebody of its book. */
  readonly seek: () => Promise<void>
  readonly now: () => Date
}

/** Every command of the assignment of one event: who waits, what road is closed, a proposal, a decision. */
export async function placePeople({ db, act, secretariat, event, here, cutOff, seek, now }: Placing) {
  const begun = await act(
    'openAssignmentCase',
    { disasterEventId: event },
    secretariat,
    'assignmentCase { id }',
  )
  const assignmentCaseId: string = begun.assignmentCase.id
  const municipalityId = globalId('Municipality', '062014')
  const group = async (reference: string) =>
    (
      await act(
        'addAssignmentGroup',
        {
          assignmentCaseId,
          reference,
          households: 1,
          urgency: 'NORMAL',
          municipalityId,
          members: [{ persons: 1, needs: ['OLDER_PERSON'], equipment: [] }],
        },
        secretariat,
        'assignmentGroup { id version }',
      )
    ).assignmentGroup as { id: string; version: number }
  const [waiting, gone] = [await group('A-1'), await group('A-2')]
  await act(
    'lockAssignmentGroup',
    { assignmentGroupId: waiting.id, version: waiting.version, here: here, notHere: [] },
    secretariat,
  )
  await act(
    'withdrawAssignmentGroup',
    { assignmentGroupId: gone.id, version: gone.version, reason: '親族の家へ移った' },
    secretariat,
  )
  const closure = await act(
    'reportRoadClosure',
    { assignmentCaseId, kind: 'FACILITY_CUT_OFF', facilityId: cutOff, sourceText: '県道路課 21時' },
    secretariat,
    'roadClosure { id version }',
  )
  await act(
    'liftRoadClosure',
    { roadClosureId: closure.roadClosure.id, version: closure.roadClosure.version },
    secretariat,
  )
  await seek()
  const proposal = await act(
    'requestAssignmentProposal',
    { assignmentCaseId },
    secretariat,
    'assignmentProposal { id }',
  )
  const key = parseGlobalId(proposal.assignmentProposal.id)?.id ?? ''
  await computeProposal({ db, clock: { now: () => now() }, log: createLog('silent'), mailer: null }, key)
  const lines = await db.assignmentLine.findMany({
    where: { proposalId: key },
    orderBy: { position: 'asc' },
  })
  for (const { id } of [nth(lines, 0), nth(lines, 1)])
    await act(
      'decideAssignment',
      { assignmentLineId: globalId('AssignmentLine', id), verdict: 'ACCEPTED' },
      secretariat,
    )
  return { assignmentCaseId, proposalId: String(proposal.assignmentProposal.id), waiting: waiting.id }
}
