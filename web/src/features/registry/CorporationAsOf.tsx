import { useQuery } from 'urql'
import { graphql } from '../../generated/gql.ts'
import { useHistoryText } from '../../locales/history.ts'
import { useRegistryText } from '../../locales/registry.ts'
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx'
import { Lines } from '../../ui/Lines/Lines.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { Section } from '../../ui/Page/Page.tsx'
import { useRegistryFieldsText } from '../../locales/registry-fields.ts'
import { StandingRecords } from './StandingRecords.tsx'

const Standing = graphql(`
  query CorporationAsOf($id: ID!, $asOf: Date!) {
    corporation(id: $id) {
      id
      own: standing(asOf: $asOf, records: [CORPORATION, CORPORATION_CONTACT, PROCUREMENT_LIMIT], first: 100) {
        nodes {
          id
          record
          ...StandingRecords_registryRevision
        }
      }
      places: standing(asOf: $asOf, records: [FACILITY], first: 100) {
        totalCount
        nodes {
          id
          recordId
          title
        }
      }
    }
  }
`)

/** A corporation and the names of its facilities as they were registered at the end of a day. */
export function CorporationAsOf({ corporationId, asOf }: { corporationId: string; asOf: string }) {
  const text = useHistoryText().asOf
  const { records } = useRegistryFieldsText()
  const facts = useRegistryText().corporation.facts
  const [result, readAgain] = useQuery({ query: Standing, variables: { id: corporationId, asOf } })
  return (
    <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })} lines={20}>
      {({ corporation }) => {
        const own = corporation?.own.nodes ?? []
        if (!corporation || !own.some(({ record }) => record === 'CORPORATION'))
          return (
            <EmptyState title={text.nothing}>
              <p>{text.nothingBody}</p>
            </EmptyState>
          )
        return (
          <>
            <Section title={facts}>
              <StandingRecords revisions={own} records={['CORPORATION']} />
            </Section>
            {(['CORPORATION_CONTACT', 'PROCUREMENT_LIMIT'] as const).map(
              (kind) =>
                own.some(({ record }) => record === kind) && (
                  <Section key={kind} title={records[kind]}>
                    <StandingRecords revisions={own} records={[kind]} />
                  </Section>
                ),
            )}
            <Section title={text.facilities(corporation.places.totalCount)}>
              <Lines>
                {corporation.places.nodes.map(({ id, recordId, title }) => (
                  <li key={id}>
                    <Link to="/facilities/$facilityId" params={{ facilityId: recordId }} search={{ asOf }}>
                      {title}
                    </Link>
                  </li>
                ))}
              </Lines>
            </Section>
          </>
        )
      }}
    </Loaded>
  )
}
