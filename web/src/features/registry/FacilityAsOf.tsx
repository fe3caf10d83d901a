import { useQuery } from 'urql'
import { graphql } from '../../generated/gql.ts'
import type { RegistryRecord } from '../../generated/graphql.ts'
import { useHistoryText } from '../../locales/history.ts'
import { useRegistryText } from '../../locales/registry.ts'
import { Chunk } from '../../ui/Chunk/Chunk.tsx'
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { StandingRecords } from './StandingRecords.tsx'

const Standing = graphql(`
  query FacilityAsOf($id: ID!, $asOf: Date!) {
    facility(id: $id) {
      id
      standing(asOf: $asOf, first: 100) {
        nodes {
          id
          record
          ...StandingRecords_registryRevision
        }
      }
    }
  }
`)

const BLOCKS: readonly (readonly [
  'BASIC' | 'CONTACTS' | 'EQUIPMENT' | 'SERVICES' | 'RESOURCES' | 'STAFF' | 'shelters',
  RegistryRecord,
])[] = [
  ['BASIC', 'FACILITY'],
  ['CONTACTS', 'FACILITY_CONTACT'],
  ['EQUIPMENT', 'FACILITY_EQUIPMENT'],
  ['SERVICES', 'SERVICE_OFFICE'],
  ['RESOURCES', 'FACILITY_RESOURCE'],
  ['STAFF', 'FACILITY_QUALIFICATION'],
  ['shelters', 'SHELTER'],
]

/** The blocks of a facility as they were registered at the end of a day. */
export function FacilityAsOf({ facilityId, asOf }: { facilityId: string; asOf: string }) {
  const text = useHistoryText().asOf
  const words = useRegistryText().facility
  const [result, readAgain] = useQuery({ query: Standing, variables: { id: facilityId, asOf } })
  return (
    <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })} lines={20}>
      {({ facility }) => {
        const revisions = facility?.standing.nodes ?? []
        if (!revisions.some(({ record }) => record === 'FACILITY'))
          return (
            <EmptyState title={text.nothing}>
              <p>{text.nothingBody}</p>
            </EmptyState>
          )
        return BLOCKS.map(([block, record]) => (
          <Chunk key={block} title={block === 'shelters' ? words.shelters : words.blocks[block]}>
            <StandingRecords revisions={revisions} records={[record]} />
          </Chunk>
        ))
      }}
    </Loaded>
  )
}
