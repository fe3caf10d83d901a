import type { Prisma } from '../../../generated/prisma/client.ts'
import { allow, any, deny, type Verdict } from '../../../kernel/verdict.ts'
import { actsAs, isSystem, type RoleName, type Viewer } from '../../../kernel/viewer.ts'

/** Who prepares and runs meetings of a network. */
const RUNS: readonly RoleName[] = ['PLATFORM_SECRETARIAT', 'PLATFORM_CHAIR']
const OFFICERS: readonly RoleName[] = [...RUNS, 'PLATFORM_AUDITOR']
/** Who speaks for a corporation in a network. */
const SPEAKS: readonly RoleName[] = ['CORPORATION_ADMIN', 'FACILITY_DIRECTOR']

interface OfPlatform {
  readonly platformId: string
}

const nobody = { id: { in: [] } }

/** Meetings are seen by whoever sees the network; drafts by its officers alone. */
export function visibleTo(viewer: Viewer): Prisma.MeetingWhereInput {
  if (actsAs(viewer, 'SYSTEM_OPERATOR')) return {}
  const seen: Prisma.MeetingWhereInput = {
    platformId: { in: [...viewer.platformIds] },
    noticeSentAt: { not: null },
  }
  const { acting } = viewer
  if (!acting?.platformId || !actsAs(viewer, ...OFFICERS)) return seen
  return { OR: [seen, { platformId: acting.platformId }] }
}

/** Series are seen by whoever sees the network. */
export const seriesVisibleTo = (viewer: Viewer): Prisma.MeetingSeriesWhereInput =>
  actsAs(viewer, 'SYSTEM_OPERATOR') ? {} : { platformId: { in: [...viewer.platformIds] } }

/** The agenda is seen with its meeting; what waits in the backlog of a series, by the officers. */
export function itemsVisibleTo(viewer: Viewer): Prisma.AgendaItemWhereInput {
  const { acting } = viewer
  const withMeeting: Prisma.AgendaItemWhereInput = { meeting: { is: visibleTo(viewer) } }
  if (!acting?.platformId || !actsAs(viewer, ...OFFICERS)) return withMeeting
  return { OR: [withMeeting, { meetingId: null, series: { is: { platformId: acting.platformId } } }] }
}

/** The roll is seen with its meeting. */
export const votersVisibleTo = (viewer: Viewer): Prisma.MeetingVoterWhereInput => ({
  meeting: { is: visibleTo(viewer) },
})

export const changesVisibleTo = (viewer: Viewer): Prisma.AttendanceChangeWhereInput => ({
  meeting: { is: visibleTo(viewer) },
})

export const exclusionsVisibleTo = (viewer: Viewer): Prisma.ItemExclusionWhereInput => ({
  item: { is: itemsVisibleTo(viewer) },
})

export const questionsVisibleTo = (viewer: Viewer): Prisma.ItemQuestionWhereInput => ({
  item: { is: itemsVisibleTo(viewer) },
})

/**
 * Papers are seen with their item: by the network’s officers, and by the people of its members once they are for members
 * and have a file.
 */
export function papersVisibleTo(viewer: Viewer): Prisma.AgendaPaperWhereInput {
  const { acting } = viewer
  const item = { is: itemsVisibleTo(viewer) }
  if (acting?.platformId && actsAs(viewer, ...OFFICERS))
    return { item, document: { is: { platformId: acting.platformId } } }
  if (!acting?.corporationId) return nobody
  return { item, document: { is: { audience: 'MEMBERS', latestNumber: { gt: 0 }, deletedAt: null } } }
}

/** Papers are laid before a meeting by the secretariat, which keeps the shelf they stand on. */
export function layPapers(viewer: Viewer, { platformId }: OfPlatform): Verdict {
  if (!actsAs(viewer, 'PLATFORM_SECRETARIAT')) return deny('ONLY_THE_SECRETARIAT_KEEPS')
  return viewer.acting?.platformId === platformId ? allow : deny('NOT_YOUR_NETWORK')
}

/** The network whose officer the viewer acts as, so that it sees who has opened which paper; null for everybody else. */
export const officersNetwork = (viewer: Viewer): string | null =>
  actsAs(viewer, ...OFFICERS) ? (viewer.acting?.platformId ?? null) : null

/** Invited bodies are the secretariat's and chair's to see. */
export function guestsVisibleTo(viewer: Viewer): Prisma.MeetingGuestWhereInput {
  const { acting } = viewer
  if (!acting?.platformId || !actsAs(viewer, ...OFFICERS)) return nobody
  return { meeting: { is: { platformId: acting.platformId } } }
}

/** The corporation the viewer speaks for in its networks, if any. */
export const corporationSpokenFor = (viewer: Viewer): string | null =>
  actsAs(viewer, ...SPEAKS) ? (viewer.acting?.corporationId ?? null) : null

/** Voters the viewer speaks for: its corporation, or an office it holds itself. */
export function spokenForBy(viewer: Viewer): Prisma.MeetingVoterWhereInput {
  const { userId } = viewer
  const corporationId = corporationSpokenFor(viewer)
  const own: Prisma.MeetingVoterWhereInput[] = []
  if (corporationId) own.push({ corporationId })
  if (userId) own.push({ officer: { is: { userId } } })
  return own.length === 0 ? nobody : { OR: own }
}

/** Who voted how is seen by all after the close; before it by the voter itself, or by all where the rulebook hides nothing. */
export const ballotsVisibleTo = (viewer: Viewer): Prisma.BallotWhereInput => ({
  item: { is: itemsVisibleTo(viewer) },
  OR: [
    { item: { is: { state: 'DECIDED' } } },
    { item: { is: { meeting: { is: { ballotsHidden: false } } } } },
    { voter: { is: spokenForBy(viewer) } },
    { castByVoter: { is: spokenForBy(viewer) } },
  ],
})

/** Lines of the roll the viewer answers and votes for today: as `spokenForBy`, but an office that has ended is nobody’s. */
export const answeredForBy = (viewer: Viewer): Prisma.MeetingVoterWhereInput => ({
  AND: [
    spokenForBy(viewer),
    { OR: [{ officerId: null }, { officer: { is: { OR: notEndedOn(viewer.today) } } }] },
  ],
})

/** What has no last day, or one that is not over yet. */
const notEndedOn = (today: Date) => [{ endsOn: null }, { endsOn: { gte: today } }]

/** An officer as the roll knows it. */
interface SeatedOfficer {
  readonly userId: string | null
  readonly endsOn: Date | null
}

/** Whose log-in speaks for an office on a day; '' where nobody has one for it, or its term is over: it is nobody’s then. */
export const holderOf = (officer: SeatedOfficer | null, today: Date): string =>
  officer === null || (officer.endsOn !== null && officer.endsOn < today) ? '' : (officer.userId ?? '')

/** Who may prepare and run the meetings of a network: its secretariat and its chair. */
export function runMeeting(viewer: Viewer, { platformId }: OfPlatform): Verdict {
  if (!actsAs(viewer, ...RUNS)) return deny('ONLY_SECRETARIAT_AND_CHAIR_RUN_MEETINGS')
  return viewer.acting?.platformId === platformId ? allow : deny('NOT_YOUR_NETWORK')
}

/** Whether the viewer runs the meetings of a network. */
export const mayRun = (viewer: Viewer, platform: OfPlatform): boolean => runMeeting(viewer, platform).allowed

/** A voter as its own people are concerned. */
interface VoterOfSomebody extends OfPlatform {
  readonly corporationId: string | null
  /** Log-in of the officer who is the voter; '' = an office that nobody speaks for; null = a corporation. */
  readonly officerUserId: string | null
}

/** Who may answer and vote for a voter: its own people. */
export function speakFor(viewer: Viewer, { corporationId, officerUserId }: VoterOfSomebody): Verdict {
  if (officerUserId !== null) return officerUserId === viewer.userId ? allow : deny('NOT_YOUR_OFFICE')
  if (!actsAs(viewer, ...SPEAKS)) return deny('ONLY_DIRECTORS_SPEAK_FOR_A_CORPORATION')
  return viewer.acting?.corporationId === corporationId ? allow : deny('NOT_YOUR_CORPORATION')
}

/** Who may record an answer or a vote: the voter’s own people, or the secretariat for what came by telephone, FAX or on paper. */
export const answerFor = (viewer: Viewer, voter: VoterOfSomebody): Verdict =>
  any(runMeeting(viewer, voter), speakFor(viewer, voter))

/** Who may ask about an item: whoever speaks for a member, and the auditor. */
export function askAbout(viewer: Viewer, { platformId }: OfPlatform): Verdict {
  if (!viewer.platformIds.includes(platformId)) return deny('NOT_YOUR_NETWORK')
  return actsAs(viewer, ...SPEAKS) ? allow : deny('ONLY_DIRECTORS_SPEAK_FOR_A_CORPORATION')
}

/** Who may object to a decision without a meeting: the auditor of the network. */
export function objectAsAuditor(viewer: Viewer, { platformId }: OfPlatform): Verdict {
  if (!actsAs(viewer, 'PLATFORM_AUDITOR')) return deny('ONLY_THE_AUDITOR_OBJECTS')
  return viewer.acting?.platformId === platformId ? allow : deny('NOT_YOUR_NETWORK')
}

/** Who may close a vote in writing whose time is over: whoever runs the network’s meetings, and the portal itself. */
export const closeVote = (viewer: Viewer, meeting: OfPlatform): Verdict =>
  isSystem(viewer) ? allow : runMeeting(viewer, meeting)

/** Who may remind those who have not answered: the portal itself, once a day. */
export const remind = (viewer: Viewer): Verdict => (isSystem(viewer) ? allow : deny('SYSTEM_ONLY'))
