import { useQuery } from 'urql'
import { graphql } from '../../generated/gql.ts'
import { useSearchText } from '../../locales/search.ts'
import { Link } from '../../ui/Link/Link.tsx'
import { Notice } from '../../ui/Notice/Notice.tsx'

const OfficeOfNumber_query = graphql(`
  query OfficeOfNumber($officeNumber: String!) {
    serviceOffices(officeNumber: $officeNumber, first: 20) {
      nodes {
        id
        name
        serviceKind {
          id
          name
        }
        facility {
          id
        }
      }
    }
  }
`)

/** What stands behind a 事業所番号 that somebody typed: one number may carry several services. */
export function OfficeOfNumber({ officeNumber }: { officeNumber: string }) {
  const text = useSearchText().office
  const [{ data }] = useQuery({ query: OfficeOfNumber_query, variables: { officeNumber } })
  if (!data) return null
  const offices = data.serviceOffices.nodes
  if (offices.length === 0) return <Notice>{text.none(officeNumber)}</Notice>
  return (
    <Notice>
      <p className="prose-strong">{text.title(officeNumber)}</p>
      <ul>
        {offices.map(({ id, name, serviceKind, facility }) => (
          <li key={id}>
            {serviceKind.name}：
            <Link to="/facilities/$facilityId" params={{ facilityId: facility.id }}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
