import type { Tx } from '../../../kernel/db.ts'
import {
  pairCorporations,
  pairFacilities,
  pairListedShelters,
  pairSheltersWithFacilities,
} from './find-pairs.ts'
import { loadCorporations } from './load-corporations.ts'
import { loadFacilities, loadShelters, municipalitiesToMatch } from './load-places.ts'
import {
  linkShelters,
  shareCapacities,
  standingProposals,
  writeProposals,
  type MatchCounts,
} from './write-proposals.ts'

/**
 * Compares everything that could be one: municipality by municipality, so that memory holds one at a time, and by shared
 * keys within it. Writes only what differs from what stands; a repetition writes nothing. An import may name the
 * municipalities it has touched.
 */
export async function matchEverything(
  tx: Tx,
  now: Date,
  touched: ReadonlySet<string> | null = null,
): Promise<MatchCounts> {
  const counts: MatchCounts = {
    linked: 0,
    asked: 0,
    proposalsCreated: 0,
    proposalsChanged: 0,
    proposalsRemoved: 0,
    sheltersChanged: 0,
  }
  for (const municipality of await municipalitiesToMatch(tx)) {
    if (touched && !touched.has(municipality.code)) continue
    const facilities = await loadFacilities(tx, municipality)
    const shelters = await loadShelters(tx, municipality)
    const standing = await standingProposals(tx, {
      municipalityCode: municipality.code,
      kind: { not: 'CORPORATION_CORPORATION' },
    })
    const listed = pairListedShelters(shelters, standing)
    const found = [
      ...pairSheltersWithFacilities(shelters, facilities, standing),
      ...listed,
      ...pairFacilities(facilities, standing),
    ]
    await writeProposals(tx, found, standing, now, counts)
    await linkShelters(tx, shelters, found, now, counts)
    const decided = [...standing.values()].filter(
      ({ kind, state }) => kind === 'SHELTER_SHELTER' && state === 'SAME',
    )
    const certain = [
      ...listed.filter(({ state }) => state === 'LINKED').map(({ ids }) => ids),
      ...decided.map(({ pairKey }) => pairKey.split(' ') as [string, string]),
    ]
    await shareCapacities(tx, shelters, certain, now, counts)
  }
  const standing = await standingProposals(tx, { kind: 'CORPORATION_CORPORATION' })
  await writeProposals(tx, pairCorporations(await loadCorporations(tx), standing), standing, now, counts)
  return counts
}
