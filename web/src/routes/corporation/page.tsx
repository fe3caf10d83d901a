import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { AsOfBand } from '../../features/registry/AsOfBand.tsx'
import { AsOfForm } from '../../features/registry/AsOfForm.tsx'
import { CorporationAsOf } from '../../features/registry/CorporationAsOf.tsx'
import { CorporationFacts } from '../../features/registry/CorporationFacts.tsx'
import { FacilityTable } from '../../features/registry/FacilityTable.tsx'
import { OutlineMap } from '../../features/registry/OutlineMap.tsx'
import { ShelterRoles } from '../../features/registry/ShelterRoles.tsx'
import { graphql } from '../../generated/gql.ts'
import type { CorporationPageQuery } from '../../generated/graphql.ts'
import { useFacilityEditText } from '../../locales/facility-edit.ts'
import { useHistoryText } from '../../locales/history.ts'
import { useRegistryText } from '../../locales/registry.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs/Breadcrumbs.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { AsideBox, Columns, PageHead, Section } from '../../ui/Page/Page.tsx'
import { PrintButton } from '../../ui/PrintButton/PrintButton.tsx'

const CorporationPage_query = graphql(`
  query CorporationPage($id: ID!) {
    corporation(id: $id) {
      id
      name
      kind
      sample
      corporateNumber
      facilitiesViewerCan {
        register {
          allowed
        }
      }
      ...CorporationFacts_corporation
      facilities(first: 100) {
        totalCount
        nodes {
          id
          welfareShelterCount
          municipality {
            id
            code
          }
          ...FacilityTable_facility
          ...ShelterRoles_facility
        }
      }
    }
  }
`)

const route = getRouteApi('/corporations/$corporationId')

/** One corporation with its facilities, as list and map, and those that are shelters. */
export function CorporationPage() {
  const text = useRegistryText().corporation
  const { corporationId } = route.useParams()
  const [result, readAgain] = useQuery({ query: CorporationPage_query, variables: { id: corporationId } })
  return (
    <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })} lines={20}>
      {({ corporation }) =>
        corporation ? <Corporation corporation={corporation} /> : <PageHead title={text.notFound} />
      }
    </Loaded>
  )
}

function Corporation({ corporation }: { corporation: NonNullable<CorporationPageQuery['corporation']> }) {
  const text = useRegistryText()
  const { id, name, kind, sample, corporateNumber, facilities } = corporation
  const history = useHistoryText()
  const edit = useFacilityEditText()
  const navigate = useNavigate()
  const { asOf } = route.useSearch()
  const { nodes, totalCount } = facilities
  const perMunicipality = Map.groupBy(nodes, ({ municipality }) => municipality.code)
  const counts = new Map([...perMunicipality].map(([code, members]) => [code, members.length]))
  const left = totalCount - nodes.length
  return (
    <>
      <Breadcrumbs current={name}>
        <Link to="/registry">{text.search.title}</Link>
      </Breadcrumbs>
      <PageHead
        title={name}
        kicker={text.corporation.kinds[kind]}
        sample={sample}
        actions={<PrintButton />}
      />
      {asOf && (
        <>
          <AsOfBand asOf={asOf}>
            <Link to="/corporations/$corporationId" params={{ corporationId: id }}>
              {history.asOf.today}
            </Link>
          </AsOfBand>
          <CorporationAsOf corporationId={id} asOf={asOf} />
        </>
      )}
      {!asOf && (
        <Columns kind="aside">
          <div>
            <Section title={text.corporation.facts}>
              <CorporationFacts corporation={corporation} />
            </Section>
            <Section title={text.corporation.facilities(totalCount)}>
              {nodes.length === 0 ? (
                <p>{text.corporation.noFacilities}</p>
              ) : (
                <FacilityTable
                  caption={text.corporation.facilitiesCaption}
                  facilities={nodes}
                  ofOneCorporation
                />
              )}
              {corporation.facilitiesViewerCan.register.allowed && (
                <p className="yui-no-print mt-4">
                  <Link to="/facilities/new" search={{ corporation: id }}>
                    {edit.register.link}
                  </Link>
                </p>
              )}
              {left > 0 && (
                <p className="mt-4">
                  {text.corporation.more(left)}{' '}
                  <Link to="/registry" search={{ q: corporateNumber ?? name }}>
                    {text.corporation.seeAll}
                  </Link>
                </p>
              )}
            </Section>
            <ShelterRoles title={text.corporation.shelters} facilities={nodes} />
          </div>
          <div>
            <AsideBox title={text.corporation.map}>
              <OutlineMap counts={counts} />
            </AsideBox>
          </div>
        </Columns>
      )}
      <AsOfForm
        key={asOf}
        asOf={asOf}
        onChoose={(day) =>
          void navigate({
            to: '/corporations/$corporationId',
            params: { corporationId: id },
            search: { asOf: day },
          })
        }
      />
      <p className="yui-no-print mt-6">
        <Link to="/corporations/$corporationId/history" params={{ corporationId: id }}>
          {history.see}
        </Link>
      </p>
    </>
  )
}
