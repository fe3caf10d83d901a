/** What a shelter has free: in all, and by kind of need; null = no limit of its own; not given at all = takes every kind. */
export interface Room {
  readonly places: number
  readonly byNeed: Readonly<Record<string, number | null>> | null
}

/** Households that are alike: their persons, each with the kinds of need. */
export interface Coming {
  readonly households: number
  readonly members: readonly { readonly persons: number; readonly needs: readonly string[] }[]
}

/**
 * What a shelter would have too little of if all these came: PLACES, or kinds of need. A shelter whose room nobody has told,
 * or which is not open, has too few places; a kind that it does not take is one it has no place for.
 */
export function lacking(room: Room | undefined, coming: readonly Coming[]): string[] {
  const needed = new Map<string, number>()
  const add = (what: string, persons: number) => needed.set(what, (needed.get(what) ?? 0) + persons)
  for (const { households, members } of coming) {
    for (const { persons, needs } of members) {
      add('PLACES', households * persons)
      for (const need of new Set(needs)) add(need, households * persons)
    }
  }
  const freeFor = (what: string): number => {
    if (!room) return what === 'PLACES' ? 0 : Infinity
    if (what === 'PLACES') return room.places
    if (!room.byNeed) return Infinity
    const free = room.byNeed[what]
    return free === undefined ? 0 : (free ?? Infinity)
  }
  return [...needed].flatMap(([what, persons]) => (persons > freeFor(what) ? [what] : []))
}
