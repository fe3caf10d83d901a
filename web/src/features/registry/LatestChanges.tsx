import { graphql } from '../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { useHistoryText } from '../../locales/history.ts'
import { useRegistryText } from '../../locales/registry.ts'
import { Link } from '../../ui/Link/Link.tsx'
import { RevisionTable } from './RevisionTable.tsx'

export const LatestChanges_facility = graphql(`
  fragment LatestChanges_facility on Facility {
    id
    history(first: 3) {
      totalCount
      nodes {
        id
        ...RevisionTable_registryRevision
      }
    }
  }
`)

/** The last few changes of a facility, and the way to all of them. */
export function LatestChanges({ facility }: { facility: FragmentType<typeof LatestChanges_facility> }) {
  const { id, history } = readFragment(LatestChanges_facility, facility)
  const text = useRegistryText().facility
  const none = useHistoryText().none
  if (history.nodes.length === 0) return <p>{none}</p>
  return (
    <>
      <RevisionTable revisions={history.nodes} />
      <p className="mt-4">
        <Link to="/facilities/$facilityId/history" params={{ facilityId: id }}>
          {text.allChanges(history.totalCount)}
        </Link>
      </p>
    </>
  )
}
