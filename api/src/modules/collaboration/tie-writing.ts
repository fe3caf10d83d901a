import type { Prisma } from '../../generated/prisma/client.ts'
import type {
  CollaborationStage,
  TieAct,
  TieAnswer,
  TieEvidenceKind,
  TiePartyRole,
  TieStatus,
} from '../../generated/prisma/enums.ts'
import { dateOf, dayInJapan } from '../../kernel/clock.ts'
import type { Tx } from '../../kernel/db.ts'
import type { Audience, EmitOptions } from '../../kernel/events.ts'
import { globalId, newId } from '../../kernel/ids.ts'
import { RuleProblem, ValidationProblem } from '../../kernel/problems.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import * as policy from './policy/ties.ts'
import { isConfidential, judgeTie, lastDayOfAmended, TERMS_OF } from './rules/stages.ts'

// What the commands of a tie share: loading it, judging what was typed, writing it down, and who hears of it.

const WITH_PARTIES = { parties: { orderBy: { position: 'asc' } } } satisfies Prisma.CollaborationTieInclude

export type LoadedTie = Prisma.CollaborationTieGetPayload<{ include: typeof WITH_PARTIES }>

/**
 * What a command's policy and audit know of a tie. The audit adds the bodies that are named at the top, so the network
 * of what is confidential or not agreed yet is not among them.
 */
export interface TieSubject {
  readonly tie: LoadedTie
  readonly parties: LoadedTie['parties']
}

/** A tie as far as the viewer may see it. */
export async function loadTie(tx: Tx, id: string, viewer: Viewer): Promise<TieSubject | null> {
  const tie = await tx.collaborationTie.findFirst({
    where: { AND: [{ id }, policy.visibleTo(viewer)] },
    include: WITH_PARTIES,
  })
  return tie && { tie, parties: tie.parties }
}

/** The viewer's own corporation among those that are party still. */
export const ownPart = ({ parties }: TieSubject, viewer: Viewer): LoadedTie['parties'][number] | undefined =>
  parties.find(({ corporationId, endsOn }) => endsOn === null && corporationId === policy.partyOf(viewer))

/** Whether an answer is open to the viewer's corporation. */
export const answers = (subject: TieSubject, viewer: Viewer): boolean =>
  OPEN_ANSWERS.has(ownPart(subject, viewer)?.answer ?? 'AGREED')

const OPEN_ANSWERS: ReadonlySet<TieAnswer> = new Set(['WAITING', 'RECORDED', 'OBJECTED'])

/**
 * Who may read in the audit that something was done: each party, and the network once it may know. The commands let the
 * audit name no tie, open or confidential, so that its reader cannot tell which corporations are in talks with each other.
 */
export const audienceOfTie = ({ tie, parties }: TieSubject): Audience[] => bodiesOfTie(tie, parties)

function bodiesOfTie(
  {
    status,
    stage,
    platformId,
  }: {
    readonly status: TieStatus
    readonly stage: CollaborationStage
    readonly platformId: string | null
  },
  parties: readonly { readonly corporationId: string }[],
): Audience[] {
  const networkKnows = !isConfidential(stage) && (status === 'STANDING' || status === 'OBJECTED')
  return [
    ...parties.map(({ corporationId }) => `corporation:${corporationId}` as const),
    ...(platformId && networkKnows ? [`platform:${platformId}` as const] : []),
  ]
}

/** Who hears of what was done with a tie. Of a confidential one: its parties' administrators, and no screen learns its id. */
export async function hearersOf(
  tx: Tx,
  tie: {
    readonly id: string
    readonly stage: CollaborationStage
    readonly status: TieStatus
    readonly platformId: string | null
  },
  parties: readonly { readonly corporationId: string }[],
  now: Date,
): Promise<EmitOptions> {
  if (!isConfidential(tie.stage))
    return { audience: bodiesOfTie(tie, parties), entities: [globalId('CollaborationTie', tie.id)] }
  const administrators = await administratorsOf(
    tx,
    parties.map(({ corporationId }) => corporationId),
    now,
  )
  return { audience: administrators.map(({ userId }) => `user:${userId}` as const) }
}

/** Administrators of corporations, as of today. */
export function administratorsOf(tx: Tx, corporationIds: readonly string[], now: Date) {
  const today = dateOf(dayInJapan(now))
  return tx.roleAssignment.findMany({
    where: {
      role: 'CORPORATION_ADMIN',
      corporationId: { in: [...corporationIds] },
      startsOn: { lte: today },
      OR: [{ endsOn: null }, { endsOn: { gte: today } }],
    },
    select: { userId: true, corporationId: true },
    orderBy: { id: 'asc' },
  })
}

/** Writes down who did what. */
export const noted = (
  tx: Tx,
  tieId: string,
  act: TieAct,
  { viewer, now, note }: { viewer: Viewer; now: Date; note?: string | null | undefined },
) =>
  tx.collaborationTieChange.create({
    data: {
      tieId,
      act,
      at: now,
      byUserId: viewer.userId,
      actingName: viewer.acting?.name ?? null,
      note: note ?? null,
    },
  })

type Terms = Readonly<Partial<Record<(typeof TERMS_OF)[CollaborationStage], object | undefined>>>

/** What every writing of a tie says, as its command took it. */
export interface Contents extends Terms {
  readonly subject: string
  readonly validFrom: Date
  readonly validTo?: Date | undefined
  readonly evidence?:
    | readonly {
        readonly kind: TieEvidenceKind
        readonly reference: string
        readonly datedOn?: Date | undefined
      }[]
    | undefined
  readonly facilityIds?: readonly string[] | undefined
  readonly serviceId?: string | undefined
}

interface NewTie {
  readonly stage: CollaborationStage
  readonly platformId: string | null
  /** Null: the network's secretariat records it. */
  readonly proposedById: string | null
  readonly parties: readonly { readonly corporationId: string; readonly role: TiePartyRole }[]
  readonly amendsId?: string
}

/** Judges and writes a tie: a proposal that its proposer has agreed to, or a record that stands at once. */
export async function writeTie(
  tx: Tx,
  made: NewTie,
  contents: Contents,
  { viewer, now }: { viewer: Viewer; now: Date },
): Promise<{ id: string; status: TieStatus }> {
  const { stage, platformId, proposedById, parties, amendsId } = made
  const isRecorded = proposedById === null
  const given = Object.fromEntries(
    Object.values(TERMS_OF)
      .filter((place) => contents[place] !== undefined)
      .map((place) => [place, asStored(contents[place]) as Record<string, unknown>]),
  )
  const validFrom = isoDay(contents.validFrom)
  const facilityIds = [...new Set(contents.facilityIds)]
  const issues = judgeTie({
    stage,
    validFrom,
    validTo: contents.validTo ? isoDay(contents.validTo) : null,
    roles: parties.map(({ role }) => role),
    evidence: contents.evidence ?? [],
    facilities: facilityIds.length,
    isRecorded,
    terms: given,
    creditorMonths: stage === 'MERGER' ? await creditorMonths(tx, contents.validFrom) : null,
  })
  if (issues.length > 0) throw new ValidationProblem(issues)
  await checkFacilities(tx, facilityIds, parties)
  await checkService(tx, contents.serviceId, platformId, parties)

  const id = newId(now)
  const status: TieStatus = isRecorded ? 'STANDING' : 'PROPOSED'
  await tx.collaborationTie.create({
    data: {
      id,
      stage,
      status,
      subject: contents.subject,
      platformId,
      serviceId: contents.serviceId ?? null,
      validFrom: contents.validFrom,
      validTo: contents.validTo ?? null,
      evidenceKind: contents.evidence?.[0]?.kind ?? null,
      amendsId: amendsId ?? null,
      proposedById,
      agreedAt: isRecorded ? now : null,
      parties: {
        create: parties.map((party, position) => ({
          ...party,
          position,
          ...firstAnswer(party.corporationId),
        })),
      },
    },
  })
  await tx.collaborationTiePapers.create({
    data: {
      tieId: id,
      stage,
      terms: given[TERMS_OF[stage]] as Prisma.InputJsonObject,
      evidence: {
        create: (contents.evidence ?? []).map(({ kind, reference, datedOn }, position) => ({
          kind,
          reference,
          datedOn: datedOn ?? null,
          position,
        })),
      },
      facilities: { create: facilityIds.map((facilityId) => ({ facilityId })) },
    },
  })
  return { id, status }

  function firstAnswer(corporationId: string) {
    if (isRecorded) return { answer: 'RECORDED' as const }
    return corporationId === proposedById
      ? { answer: 'AGREED' as const, answeredAt: now, answeredByUserId: viewer.userId }
      : { answer: 'WAITING' as const }
  }
}

/** Ends or supersedes the tie that another one amends, now that the other stands. */
export async function replaceAmended(tx: Tx, amendsId: string | null, validFrom: Date): Promise<void> {
  if (amendsId === null) return
  const old = await tx.collaborationTie.findUniqueOrThrow({ where: { id: amendsId } })
  const last = lastDayOfAmended({ validFrom: isoDay(old.validFrom) }, isoDay(validFrom))
  const endsSooner = last !== null && (old.validTo === null || isoDay(old.validTo) > last)
  if (last !== null && !endsSooner) return
  await tx.collaborationTie.update({
    where: { id: amendsId },
    data: {
      ...(last === null ? { status: 'SUPERSEDED' as const } : { validTo: dateOf(last) }),
      version: { increment: 1 },
    },
  })
}

/** The members of a network on a day, of some corporations. */
export async function membersAmong(
  tx: Tx,
  platformIds: readonly string[],
  corporationIds: readonly string[],
  now: Date,
): Promise<Set<string>> {
  const today = dateOf(dayInJapan(now))
  const rows = await tx.platformMembership.findMany({
    where: {
      platformId: { in: [...platformIds] },
      corporationId: { in: [...corporationIds] },
      startsOn: { lte: today },
      OR: [{ endsOn: null }, { endsOn: { gte: today } }],
    },
    select: { corporationId: true },
  })
  return new Set(rows.map(({ corporationId }) => corporationId))
}

/** Refuses parties that are named twice, or of whom the network knows nothing. */
export function checkParties(
  parties: readonly { readonly corporationId: string }[],
  members: ReadonlySet<string>,
): void {
  const ids = parties.map(({ corporationId }) => corporationId)
  if (new Set(ids).size < ids.length) throw new RuleProblem('PARTY_TWICE', 'A party is named twice.')
  if (ids.some((id) => !members.has(id)))
    throw new RuleProblem('PARTY_IS_NO_MEMBER', 'A party is no member of the network.')
}

async function checkFacilities(
  tx: Tx,
  facilityIds: readonly string[],
  parties: NewTie['parties'],
): Promise<void> {
  if (facilityIds.length === 0) return
  const giver = parties.find(({ role }) => role === 'GIVING')?.corporationId ?? ''
  const count = await tx.facility.count({
    where: { id: { in: [...facilityIds] }, corporationId: giver, status: 'ACTIVE' },
  })
  if (count !== facilityIds.length)
    throw new RuleProblem('FACILITY_OF_ANOTHER', 'A facility is not the giving corporation’s.')
}

/** A contract about an offer is with the hub that makes it, in the network in which it is made. */
async function checkService(
  tx: Tx,
  serviceId: string | undefined,
  platformId: string | null,
  parties: NewTie['parties'],
): Promise<void> {
  if (serviceId === undefined) return
  const service = await tx.collaborationService.findUnique({ where: { id: serviceId } })
  const hub = parties.find(({ role }) => role === 'GIVING')?.corporationId
  if (!service || service.platformId !== platformId || service.providerId !== hub)
    throw new RuleProblem(
      'SERVICE_OF_ANOTHER_HUB',
      'The offer is not that of the giving party in this network.',
    )
}

async function creditorMonths(tx: Tx, on: Date): Promise<number | null> {
  const fact = await tx.masterFact.findFirst({
    where: {
      key: 'MERGER_CREDITOR_NOTICE',
      validFrom: { lte: on },
      OR: [{ validTo: null }, { validTo: { gte: on } }],
    },
    orderBy: { validFrom: 'desc' },
    select: { value: true },
  })
  const [entry] = (fact?.value ?? []) as { months?: number }[]
  return entry?.months ?? null
}

const isoDay = (day: Date): string => day.toISOString().slice(0, 10)

/** Days in JSON are written as days. */
function asStored(value: unknown): unknown {
  if (value instanceof Date) return isoDay(value)
  if (Array.isArray(value)) return value.map(asStored)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .map(([key, inner]) => [key, asStored(inner)]),
  )
}
