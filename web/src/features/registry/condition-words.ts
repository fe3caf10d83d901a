import type { useRegistryText } from '../../locales/registry.ts'
import type { useSearchText } from '../../locales/search.ts'
import type { FurtherConditions } from './search.ts'

interface Words {
  /** The condition as people read it. */
  readonly text: string
  /** What is left when it is taken off. */
  readonly without: FurtherConditions
}

/** Further conditions in words, for chips and for paper. */
export function furtherWords(
  conditions: FurtherConditions,
  { more, near: distance, chips }: ReturnType<typeof useSearchText>,
  { corporation }: ReturnType<typeof useRegistryText>,
): Words[] {
  const {
    corporationKinds,
    shelterRoles,
    equipment,
    lendableRooms,
    lendableVehicles,
    qualifications,
    areas,
    statuses,
    near,
  } = conditions
  const { capacityFrom, capacityTo, capacityOrUnknown, ...withoutCapacity } = conditions
  const without = (key: keyof FurtherConditions): FurtherConditions => ({ ...conditions, [key]: undefined })
  const each = <K extends 'corporationKinds' | 'shelterRoles' | 'qualifications' | 'statuses'>(
    key: K,
    list: readonly NonNullable<FurtherConditions[K]>[number][] | null | undefined,
    text: (one: NonNullable<FurtherConditions[K]>[number]) => string,
  ): Words[] =>
    (list ?? []).map((one) => ({
      text: text(one),
      without: { ...conditions, [key]: (list ?? []).filter((other) => other !== one) },
    }))
  return [
    ...(near
      ? [
          {
            text: distance.within('here' in near ? distance.hereName : near.name, near.km),
            without: without('near'),
          },
        ]
      : []),
    ...each('shelterRoles', shelterRoles, (role) => more.shelterRoles[role]),
    ...(equipment ?? []).map(({ item, possession }) => ({
      text: chips.with(item, more.possession[possession]),
      without: { ...conditions, equipment: (equipment ?? []).filter((other) => other.item !== item) },
    })),
    ...(lendableRooms
      ? [{ text: chips.with(more.rooms, more.possession[lendableRooms]), without: without('lendableRooms') }]
      : []),
    ...(lendableVehicles
      ? [
          {
            text: chips.with(more.vehicles, more.possession[lendableVehicles]),
            without: without('lendableVehicles'),
          },
        ]
      : []),
    ...each('qualifications', qualifications, chips.qualification),
    ...(areas?.length ? [{ text: chips.areas(areas.length), without: without('areas') }] : []),
    ...(capacityFrom || capacityTo
      ? [
          {
            text: chips.capacity(
              String(capacityFrom ?? ''),
              String(capacityTo ?? ''),
              capacityOrUnknown ? chips.orUnknown : '',
            ),
            without: withoutCapacity,
          },
        ]
      : []),
    ...each('corporationKinds', corporationKinds, (kind) => corporation.kinds[kind]),
    ...each('statuses', statuses, (status) => more.statuses[status]),
  ]
}
