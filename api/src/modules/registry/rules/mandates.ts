import type { MandatePermission } from '../../../generated/prisma/enums.ts'
import { RuleProblem, type Issue } from '../../../kernel/problems.ts'

// planned ──first day──▶ held ──last day is over──▶ ended
//    └──────────────────────┴──endMandate, or with membership or corporation──▶ ended at once

/** Everything that can be entrusted, in the order in which it is shown. */
export const MANDATE_PERMISSIONS: readonly MandatePermission[] = [
  'CONFIRM_FACTS',
  'EDIT_FACTS',
  'SEE_ALL_CONTACTS',
]

/** What a secretariat does for the members of its network by its own right, so that it need not be entrusted with it. */
const SECRETARIATS_OWN: ReadonlySet<MandatePermission> = new Set(['EDIT_FACTS', 'SEE_ALL_CONTACTS'])

/** How a mandate stands. */
export type MandateState = 'PLANNED' | 'HELD' | 'ENDED'

interface Term {
  readonly startsOn: Date
  readonly endsOn: Date | null
  readonly endedAt: Date | null
}

/** How a mandate stands on a day. */
export function mandateStateOf({ startsOn, endsOn, endedAt }: Term, today: Date): MandateState {
  if (endedAt !== null || (endsOn !== null && endsOn < today)) return 'ENDED'
  return startsOn > today ? 'PLANNED' : 'HELD'
}

/** What is wrong with the days: nothing can be entrusted for a day that is over, as if somebody had been allowed to. */
export function termFaults(
  { startsOn, endsOn }: Pick<Term, 'startsOn' | 'endsOn'>,
  today: Date,
): readonly Issue[] {
  if (startsOn < today)
    return [{ path: ['startsOn'], code: 'DAY_IS_OVER', message: 'must be today or later' }]
  return endsOn !== null && endsOn < startsOn
    ? [{ path: ['endsOn'], code: 'ENDS_BEFORE_START', message: 'must not lie before the first day' }]
    : []
}

interface Corporation {
  readonly id: string
  readonly status: string
  readonly sample: boolean
}

/** Who is entrusted: a network with the corporation among its members, or another corporation. */
export interface Holder {
  readonly corporation: Corporation | null
  readonly platform: { readonly id: string; readonly ofMember: boolean } | null
}

/** Refuses a holder who cannot be entrusted with that. */
export function checkHolder(
  giver: Corporation,
  { corporation, platform }: Holder,
  permissions: readonly MandatePermission[],
): void {
  if ((corporation === null) === (platform === null))
    throw new RuleProblem('MANDATE_NEEDS_ONE_HOLDER', 'Name one network or one corporation.')
  if (platform) {
    if (!platform.ofMember)
      throw new RuleProblem(
        'MANDATE_HOLDER_NOT_YOUR_NETWORK',
        'The corporation is no member of this network.',
      )
    if (permissions.some((permission) => SECRETARIATS_OWN.has(permission)))
      throw new RuleProblem(
        'MANDATE_SECRETARIAT_MAY_ALREADY',
        'A secretariat corrects its members’ facts and sees their contacts by its own right.',
      )
  }
  if (corporation) {
    if (corporation.id === giver.id)
      throw new RuleProblem('MANDATE_HOLDER_IS_ITSELF', 'A corporation cannot entrust itself.')
    if (corporation.status !== 'ACTIVE')
      throw new RuleProblem('MANDATE_HOLDER_HAS_ENDED', 'The corporation has merged or was dissolved.')
    if (corporation.sample !== giver.sample)
      throw new RuleProblem('MANDATE_SAMPLE_WITH_REAL', 'Invented corporations entrust invented ones only.')
  }
}

/** One piece of work that is open now and that the holder can do by the mandate alone. */
export interface MandateWork {
  /**
   * REQUEST: a secretariat waits for an answer; DUE: a block is stale or soon will be; UNCONFIRMED: the holder corrected a
   * block that nobody has confirmed since.
   */
  readonly kind: 'REQUEST' | 'DUE' | 'UNCONFIRMED'
  /** Null for the corporation's own facts. */
  readonly facilityId: string | null
  readonly facilityName: string | null
  readonly block: string
  /** Day of the request, of the correction, or until which the block is fresh; null if it never was confirmed. */
  readonly on: string | null
  readonly network: string | null
  /** People of the facility itself who can do it afterwards; null for the corporation's own facts. */
  readonly ownPeople: number | null
}

/** What ending a mandate would mean. */
export interface MandatePreview {
  readonly work: readonly MandateWork[]
  /** Contacts that the holder would see no longer. */
  readonly hiddenContacts: number
  /** The holder keeps other mandates that without this one no longer reach the contacts. */
  readonly contactsOutOfReach: boolean
  /** What was confirmed by it, and stays so. */
  readonly confirmed: number
}
