import { graphql } from '../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { useChangesText } from '../../locales/changes.ts'
import { Link } from '../../ui/Link/Link.tsx'
import { SampleBadge } from '../../ui/SampleBadge/SampleBadge.tsx'
import { RevisionTable, type RevisionTable_registryRevision } from '../registry/RevisionTable.tsx'

const ChangedFacility = graphql(`
  fragment ChangedFacility on Facility {
    id
    name
    sample
    corporation {
      id
      name
    }
    changesIn(since: $since, until: $until, first: 6) {
      totalCount
      nodes {
        id
        ...RevisionTable_registryRevision
      }
    }
  }
`)

const ChangedCorporation = graphql(`
  fragment ChangedCorporation on Corporation {
    id
    name
    sample
    changesIn(since: $since, until: $until, first: 6) {
      totalCount
      nodes {
        id
        ...RevisionTable_registryRevision
      }
    }
  }
`)

/** A facility or a corporation with what changed. */
export type Place =
  | { facility: FragmentType<typeof ChangedFacility> }
  | { corporation: FragmentType<typeof ChangedCorporation> }

/** Facilities or corporations, each with its changes below its name. */
export function ChangedPlaces({ places }: { places: readonly Place[] }) {
  return places.map((place) =>
    'facility' in place ? (
      <Facility key={readFragment(ChangedFacility, place.facility).id} {...place} />
    ) : (
      <Corporation key={readFragment(ChangedCorporation, place.corporation).id} {...place} />
    ),
  )
}

function Facility({ facility }: { facility: FragmentType<typeof ChangedFacility> }) {
  const { id, name, sample, corporation, changesIn } = readFragment(ChangedFacility, facility)
  return (
    <article className="mt-6">
      <h3>
        <Link to="/facilities/$facilityId" params={{ facilityId: id }}>
          {name}
        </Link>
        {sample && <SampleBadge />}
      </h3>
      {corporation && <p className="prose-sub">{corporation.name}</p>}
      <Changes changes={changesIn} />
    </article>
  )
}

function Corporation({ corporation }: { corporation: FragmentType<typeof ChangedCorporation> }) {
  const { id, name, sample, changesIn } = readFragment(ChangedCorporation, corporation)
  return (
    <article className="mt-6">
      <h3>
        <Link to="/corporations/$corporationId" params={{ corporationId: id }}>
          {name}
        </Link>
        {sample && <SampleBadge />}
      </h3>
      <Changes changes={changesIn} />
    </article>
  )
}

interface ChangesProps {
  changes: {
    totalCount: number
    nodes: readonly FragmentType<typeof RevisionTable_registryRevision>[]
  }
}

function Changes({ changes: { totalCount, nodes } }: ChangesProps) {
  const text = useChangesText()
  const more = totalCount - nodes.length
  return (
    <>
      <RevisionTable revisions={nodes} />
      {more > 0 && <p className="prose-note">{text.more(more)}</p>}
    </>
  )
}
