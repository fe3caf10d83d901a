import type { FacilityFilterInput } from '../../generated/graphql.ts'
import { conditionsOf, readSearch, type RegistrySearch } from './search.ts'

/** A search as it is kept: without pages, and without where the device happens to be. */
export function filterOf(search: RegistrySearch): FacilityFilterInput {
  const { c, ...others } = search
  const { near, ...conditions } = c ?? {}
  const kept = conditionsOf({
    ...others,
    c: near && !('here' in near) ? { ...conditions, near } : conditions,
  })
  return JSON.parse(JSON.stringify(kept)) as FacilityFilterInput
}

/** The address of a kept search; the point of a distance has no name any more. */
export function searchOf(filter: FacilityFilterInput, pointName: string): RegistrySearch {
  const { near, ...conditions } = filter.conditions ?? {}
  return readSearch({
    q: filter.text,
    m: filter.municipalityCodes,
    s: filter.serviceKinds,
    f: filter.freshness,
    w: filter.welfareShelter ?? undefined,
    only: filter.sample === true ? 'sample' : filter.sample === false ? 'real' : undefined,
    c: { ...conditions, ...(near ? { near: { ...near, name: pointName } } : {}) },
  })
}
