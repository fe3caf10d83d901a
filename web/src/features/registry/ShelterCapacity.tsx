import { graphql } from '../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { useRegistryText } from '../../locales/registry.ts'

const ShelterCapacity_shelter = graphql(`
  fragment ShelterCapacity_shelter on Shelter {
    id
    capacity
    capacityText
  }
`)

/** 想定収容人数: the number where there is one, and the municipality's words where they say more. */
export function ShelterCapacity({ shelter }: { shelter: FragmentType<typeof ShelterCapacity_shelter> }) {
  const { capacity, capacityText } = readFragment(ShelterCapacity_shelter, shelter)
  const text = useRegistryText()
  if (capacity === null) return capacityText ?? text.facility.notGiven
  // A number, with one character for what it counts.
  const saysMore = capacityText !== null && !/^[\d.,]+\s*\p{L}?$/u.test(capacityText)
  return (
    <>
      {text.facility.persons(capacity)}
      {saysMore && <span className="block prose-note">{capacityText}</span>}
    </>
  )
}
