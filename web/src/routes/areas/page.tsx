import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { AreaTable } from '../../features/registry/AreaTable.tsx'
import { graphql } from '../../generated/gql.ts'
import { useFacilityEditText } from '../../locales/facility-edit.ts'
import { Choices } from '../../ui/Choices/Choices.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { PageHead } from '../../ui/Page/Page.tsx'

const AreasPage_query = graphql(`
  query AreasPage($confirmed: Boolean) {
    communityAreas(first: 100, confirmed: $confirmed) {
      nodes {
        id
        ...AreaTable_communityArea
      }
    }
  }
`)

const route = getRouteApi('/admin/areas')

/** 区域と学区: master data that facilities name and the operator confirms. */
export function AreasPage() {
  const text = useFacilityEditText().areas
  const { unconfirmed } = route.useSearch()
  const variables = { confirmed: unconfirmed ? false : undefined }
  const [result, readAgain] = useQuery({ query: AreasPage_query, variables })
  return (
    <>
      <PageHead title={text.title} lead={<p>{text.lead}</p>} />
      <Choices label={text.show}>
        <Link to="/admin/areas" aria-current={!unconfirmed || undefined}>
          {text.all}
        </Link>
        <Link to="/admin/areas" search={{ unconfirmed: true }} aria-current={unconfirmed}>
          {text.onlyUnconfirmed}
        </Link>
      </Choices>
      <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })} lines={12}>
        {({ communityAreas }) => <AreaTable areas={communityAreas.nodes} />}
      </Loaded>
    </>
  )
}
