import type { Prisma } from '../../../generated/prisma/client.ts'
import type { TieStatus } from '../../../generated/prisma/enums.ts'
import { allow, deny, type Verdict } from '../../../kernel/verdict.ts'
import { actsAs, type RoleName, type Viewer } from '../../../kernel/viewer.ts'
import { OPEN_STAGES } from '../rules/stages.ts'

const OFFICERS: readonly RoleName[] = ['PLATFORM_SECRETARIAT', 'PLATFORM_CHAIR', 'PLATFORM_AUDITOR']

/** What the members of a network see of each other. */
const SHOWN: TieStatus[] = ['STANDING']
/** What its officers see besides. */
const SHOWN_TO_OFFICERS: TieStatus[] = ['STANDING', 'OBJECTED', 'SUPERSEDED']

/** The corporation the viewer speaks for: acting for itself, not for one of its facilities. */
export const partyOf = (viewer: Viewer): string | null =>
  viewer.acting?.kind === 'CORPORATION' ? viewer.acting.corporationId : null

/** The network whose officer the viewer acts as. */
const officeOf = (viewer: Viewer): string | null =>
  actsAs(viewer, ...OFFICERS) ? (viewer.acting?.platformId ?? null) : null

/** What a viewer may see, in the words of both languages it is asked in: Prisma's and SQL's. */
export interface TieSight {
  /** Sees every tie that is not confidential. */
  readonly all: boolean
  /** Every tie of this corporation. */
  readonly partyId: string | null
  /** Standing ties of this corporation that are not confidential: for people of its facilities. */
  readonly facilityOf: string | null
  /** Standing ties within these networks. */
  readonly platformIds: readonly string[]
  /** Also objected ones within this network. */
  readonly officeId: string | null
}

export const sightOf = (viewer: Viewer): TieSight => ({
  all: actsAs(viewer, 'SYSTEM_OPERATOR'),
  partyId: partyOf(viewer),
  facilityOf: viewer.acting?.kind === 'FACILITY' ? viewer.acting.corporationId : null,
  platformIds: viewer.platformIds,
  officeId: officeOf(viewer),
})

/**
 * Who sees a tie. From 理事会参加 upward: whoever acts for one of the parties, nobody else. Below: the parties, once it
 * stands also the people of their facilities and the members of the network it stands in, its officers, and the operator.
 */
export function visibleTo(viewer: Viewer): Prisma.CollaborationTieWhereInput {
  const { all, partyId, facilityOf, platformIds, officeId } = sightOf(viewer)
  const open: Prisma.CollaborationTieWhereInput = { stage: { in: OPEN_STAGES } }
  if (all) return open
  return {
    OR: [
      { AND: [open, { platformId: { in: [...platformIds] } }, { status: { in: SHOWN } }] },
      ...(officeId ? [{ AND: [open, { platformId: officeId }, { status: { in: SHOWN_TO_OFFICERS } }] }] : []),
      ...(facilityOf
        ? [{ AND: [open, { status: { in: SHOWN } }, { parties: { some: { corporationId: facilityOf } } }] }]
        : []),
      ...(partyId ? [{ parties: { some: { corporationId: partyId } } }] : []),
    ],
  }
}

/** The same as SQL on the alias `t`, for what counts and exports. `param` puts a value into the statement. */
export function visibleSql(viewer: Viewer, param: (value: unknown) => string): string {
  const { all, partyId, facilityOf, platformIds, officeId } = sightOf(viewer)
  const open = `t.stage = ANY (${param(OPEN_STAGES)}::collaboration_stage[])`
  if (all) return open
  const hasParty = (corporationId: string) =>
    `EXISTS (SELECT FROM collaboration_tie_party AS own WHERE own.tie_id = t.id AND own.corporation_id = ${param(corporationId)}::uuid)`
  const status = (shown: TieStatus[]) => `t.status = ANY (${param(shown)}::tie_status[])`
  return `(${[
    `(${open} AND t.platform_id = ANY (${param(platformIds)}::uuid[]) AND ${status(SHOWN)})`,
    ...(officeId
      ? [`(${open} AND t.platform_id = ${param(officeId)}::uuid AND ${status(SHOWN_TO_OFFICERS)})`]
      : []),
    ...(facilityOf ? [`(${open} AND ${status(SHOWN)} AND ${hasParty(facilityOf)})`] : []),
    ...(partyId ? [hasParty(partyId)] : []),
  ].join(' OR ')})`
}

/** Parties are seen with their tie. */
export const partiesVisibleTo = (viewer: Viewer): Prisma.CollaborationTiePartyWhereInput => ({
  tie: { is: visibleTo(viewer) },
})

/** Terms, papers and history: the parties, the network's officers, and the operator where nothing is confidential. */
function papersOf(viewer: Viewer): Prisma.CollaborationTieWhereInput {
  const { all, partyId, officeId } = sightOf(viewer)
  const open: Prisma.CollaborationTieWhereInput = { stage: { in: OPEN_STAGES } }
  if (all) return open
  if (officeId) return { AND: [open, { platformId: officeId }, { status: { in: SHOWN_TO_OFFICERS } }] }
  return partyId ? { parties: { some: { corporationId: partyId } } } : { id: { in: [] } }
}

export const papersVisibleTo = (viewer: Viewer): Prisma.CollaborationTiePapersWhereInput => ({
  tie: { is: papersOf(viewer) },
})
export const evidenceVisibleTo = (viewer: Viewer): Prisma.CollaborationTieEvidenceWhereInput => ({
  papers: { is: papersVisibleTo(viewer) },
})
export const facilitiesVisibleTo = (viewer: Viewer): Prisma.CollaborationTieFacilityWhereInput => ({
  papers: { is: papersVisibleTo(viewer) },
})
export const changesVisibleTo = (viewer: Viewer): Prisma.CollaborationTieChangeWhereInput => ({
  tie: { is: papersOf(viewer) },
})

/** What a hub offers is seen by whoever sees its network. */
export const servicesVisibleTo = (viewer: Viewer): Prisma.CollaborationServiceWhereInput =>
  actsAs(viewer, 'SYSTEM_OPERATOR') ? {} : { platformId: { in: [...viewer.platformIds] } }

/** Who speaks for a corporation: its administrator. */
export function speakForCorporation(viewer: Viewer): Verdict {
  if (!viewer.acting) return deny('CHOOSE_ACTING')
  return partyOf(viewer) && actsAs(viewer, 'CORPORATION_ADMIN') ? allow : deny('ONLY_CORPORATION_ADMINS_TIE')
}

/** Who may record a tie of others: the secretariat of the network it stands in. */
export function record(viewer: Viewer, { platformId }: { readonly platformId: string | null }): Verdict {
  if (!actsAs(viewer, 'PLATFORM_SECRETARIAT')) return deny('ONLY_THE_SECRETARIAT_RECORDS_TIES')
  return platformId !== null && viewer.acting?.platformId === platformId ? allow : deny('NOT_YOUR_NETWORK')
}

export interface TieRef {
  readonly status: TieStatus
  readonly platformId: string | null
  readonly proposedById: string | null
  /** Last day; null = until further notice. */
  readonly validTo: Date | null
}

const ANSWERABLE: ReadonlySet<TieStatus> = new Set(['PROPOSED', 'STANDING', 'OBJECTED'])
const IN_FORCE: ReadonlySet<TieStatus> = new Set(['STANDING', 'OBJECTED'])

/** Who may agree: a party that has not, also to what was recorded of it. `answers` = the viewer's corporation is such a party. */
export function agree(viewer: Viewer, { status }: TieRef, answers: boolean): Verdict {
  const verdict = speakForCorporation(viewer)
  if (!verdict.allowed) return verdict
  return answers && ANSWERABLE.has(status) ? allow : deny('NOTHING_TO_ANSWER')
}

/** Who may decline: a party of which it was asked, while it is only proposed. */
export function decline(viewer: Viewer, { status }: TieRef, answers: boolean): Verdict {
  const verdict = speakForCorporation(viewer)
  if (!verdict.allowed) return verdict
  return answers && status === 'PROPOSED' ? allow : deny('NOTHING_TO_ANSWER')
}

/** Who may object: a party of which the secretariat has recorded it. */
export function object(viewer: Viewer, { status, proposedById }: TieRef, isParty: boolean): Verdict {
  const verdict = speakForCorporation(viewer)
  if (!verdict.allowed) return verdict
  if (!isParty) return deny('NOT_A_PARTY')
  return proposedById === null && IN_FORCE.has(status) ? allow : deny('NOTHING_RECORDED')
}

/** Who may take a proposal back: who made it. */
export function withdraw(viewer: Viewer, { status, proposedById }: TieRef): Verdict {
  const verdict = speakForCorporation(viewer)
  if (!verdict.allowed) return verdict
  if (proposedById !== partyOf(viewer)) return deny('NOT_YOUR_PROPOSAL')
  return status === 'PROPOSED' ? allow : deny('PROPOSAL_ANSWERED')
}

/** Who may change or end what stands: each party, and of what it recorded the secretariat. */
export function change(viewer: Viewer, tie: TieRef, isParty: boolean): Verdict {
  const isRecorder = tie.proposedById === null && record(viewer, tie).allowed
  if (!isRecorder) {
    const verdict = speakForCorporation(viewer)
    if (!verdict.allowed) return verdict
    if (!isParty) return deny('NOT_A_PARTY')
  }
  const isOver = tie.validTo !== null && tie.validTo < viewer.today
  return IN_FORCE.has(tie.status) && !isOver ? allow : deny('TIE_DOES_NOT_STAND')
}

/** Who may write a hub's catalogue: the hub's administrator, and the network's secretariat. */
export function offer(
  viewer: Viewer,
  { platformId, providerId }: { readonly platformId: string; readonly providerId: string },
): Verdict {
  if (record(viewer, { platformId }).allowed) return allow
  const verdict = speakForCorporation(viewer)
  if (!verdict.allowed) return verdict
  return partyOf(viewer) === providerId ? allow : deny('ONLY_THE_HUB_OFFERS')
}
