import { accessChangesOn, carryTerm, type Term } from './succession.ts'

/** What a merger or dissolution would do, before it is done. */
export interface PreviewLine {
  readonly what:
    | 'FACILITIES'
    | 'OFFICES'
    | 'CONTACTS'
    | 'ROLES'
    | 'MEMBERSHIPS'
    | 'INVITATIONS'
    | 'HANDOVERS'
    | 'LIMITS'
    | 'MANDATES'
    | 'TOKENS'
  /** How many go to the successor. */
  readonly goes: number
  /** How many the successor has already, so that nothing is added. */
  readonly there: number
  /** How many end. */
  readonly ends: number
  /** Names of facilities or networks; never of people. */
  readonly names: readonly string[]
}

/** A role or membership, with what tells it from others of its kind: person and role, or network. */
export interface KeyedTerm extends Term {
  readonly key: string
  /** A name that may be shown; null for people. */
  readonly name: string | null
}

/** What the two corporations have. */
export interface Holdings {
  readonly facilities: readonly string[]
  readonly offices: number
  readonly contacts: number
  readonly invitations: number
  readonly handovers: number
  readonly limits: number
  readonly mandates: number
  readonly tokens: number
  readonly roles: readonly KeyedTerm[]
  readonly successorRoles: readonly KeyedTerm[]
  readonly memberships: readonly KeyedTerm[]
  readonly successorMemberships: readonly KeyedTerm[]
}

/** Says line by line what goes where and what ends; by the same rules by which it is done. */
export function previewOf(
  given: Holdings,
  { onDate, today, hasSuccessor }: { onDate: Date; today: Date; hasSuccessor: boolean },
): PreviewLine[] {
  const moved = (what: PreviewLine['what'], count: number, names: readonly string[] = []): PreviewLine => ({
    what,
    goes: hasSuccessor ? count : 0,
    there: 0,
    ends: hasSuccessor ? 0 : count,
    names,
  })
  const ended = (what: PreviewLine['what'], count: number): PreviewLine => ({
    what,
    goes: 0,
    there: 0,
    ends: count,
    names: [],
  })
  const lines = [
    moved('FACILITIES', given.facilities.length, given.facilities),
    moved('OFFICES', given.offices),
    hasSuccessor ? moved('CONTACTS', given.contacts) : ended('CONTACTS', 0),
    carried('ROLES', given.roles, given.successorRoles, accessChangesOn(onDate, today), hasSuccessor),
    carried('MEMBERSHIPS', given.memberships, given.successorMemberships, onDate, hasSuccessor),
    moved('INVITATIONS', given.invitations),
    moved('HANDOVERS', given.handovers),
    ended('LIMITS', given.limits),
    ended('MANDATES', given.mandates),
    ended('TOKENS', given.tokens),
  ]
  return lines.filter(({ goes, there, ends }) => goes + there + ends > 0)
}

function carried(
  what: PreviewLine['what'],
  terms: readonly KeyedTerm[],
  held: readonly KeyedTerm[],
  onDate: Date,
  hasSuccessor: boolean,
): PreviewLine {
  const concerned = terms.filter(({ endsOn }) => endsOn === null || endsOn >= onDate)
  const going = concerned.filter(
    (term) =>
      carryTerm(
        term,
        held.filter(({ key }) => key === term.key),
        onDate,
      ).gained.length > 0,
  )
  return {
    what,
    goes: hasSuccessor ? going.length : 0,
    there: hasSuccessor ? concerned.length - going.length : 0,
    ends: hasSuccessor ? 0 : concerned.length,
    names: concerned.flatMap(({ name }) => name ?? []),
  }
}
