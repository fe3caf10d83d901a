/** A corporation's part in a tie, when the corporation ends. */
interface Held {
  /** First day of the tie. */
  readonly validFrom: Date
  /** First day of this part, if the corporation itself followed another. */
  readonly startsOn: Date | null
  /** Every party has agreed. */
  readonly stands: boolean
  readonly parties: readonly { readonly corporationId: string; readonly endsOn: Date | null }[]
}

export interface PartyAfter {
  /** REPLACE = the part has not begun and is the successor's; FOLLOW = it ends and the successor's begins; END = it ends. */
  readonly party: 'REPLACE' | 'FOLLOW' | 'END'
  /** Whether the tie goes on, ends on the eve, or never comes to stand. */
  readonly tie: 'GOES_ON' | 'END' | 'NEVER'
}

/** What becomes of a corporation's part in a tie when the corporation ends on the eve of a day. */
export function partyAfter(
  { corporationId, successorId, onDate }: { corporationId: string; successorId: string | null; onDate: Date },
  { validFrom, startsOn, stands, parties }: Held,
): PartyAfter {
  const others = parties.filter((party) => party.endsOn === null && party.corporationId !== corporationId)
  const follows = successorId !== null && !parties.some((party) => party.corporationId === successorId)
  if (others.length + (follows ? 1 : 0) < 2)
    return { party: 'END', tie: stands && validFrom < onDate ? 'END' : 'NEVER' }
  if (!follows) return { party: 'END', tie: 'GOES_ON' }
  const begun = (startsOn ?? validFrom) < onDate
  return { party: begun ? 'FOLLOW' : 'REPLACE', tie: 'GOES_ON' }
}
