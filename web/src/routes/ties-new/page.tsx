import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { AmendForm } from '../../features/collaboration/AmendForm.tsx'
import type { NewTieSearch } from '../../features/collaboration/tie-search.ts'
import { TieForm } from '../../features/collaboration/TieForm.tsx'
import { ChosenNetwork } from '../../features/platforms/ChosenNetwork.tsx'
import { graphql } from '../../generated/gql.ts'
import { useViewer } from '../../lib/viewer.ts'
import { useTiesText } from '../../locales/ties.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs/Breadcrumbs.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { PageHead } from '../../ui/Page/Page.tsx'
import '../../features/collaboration/ties.css'

const NewTiePage_query = graphql(`
  query NewTiePage($id: ID!) {
    platform(id: $id) {
      id
      name
      services(first: 100) {
        nodes {
          id
          name
          provider {
            id
          }
        }
      }
    }
    collaborationPicture(platformId: $id) {
      ownCorporationId
      corporations {
        corporationId
        name
      }
    }
  }
`)

const NewTiePage_facilities = graphql(`
  query NewTiePageFacilities($id: ID!) {
    corporation(id: $id) {
      id
      facilities(first: 100) {
        nodes {
          id
          name
        }
      }
    }
  }
`)

const NewTiePage_amended = graphql(`
  query NewTiePageAmended($id: ID!) {
    collaborationTie(id: $id) {
      id
      viewerCan {
        change {
          allowed
        }
      }
      ...AmendForm_tie
    }
  }
`)

const route = getRouteApi('/network/ties/new')

/** 連携を申し込む, for a secretariat 会員の連携を記録する, or 内容を変える for a tie in the address. */
export function NewTiePage() {
  // Named, because the compiler gives up on inferring it through all routes of the portal.
  const search: NewTieSearch = route.useSearch()
  if (search.amend) return <Amending id={search.amend} />
  return (
    <ChosenNetwork id={search.id}>
      {(chosen) => <Proposing platformId={chosen} search={search} />}
    </ChosenNetwork>
  )
}

function Crumbs({ title, platformId }: { title: string; platformId?: string }) {
  const text = useTiesText()
  return (
    <Breadcrumbs current={title}>
      <Link to="/network/ties" search={platformId ? { id: platformId } : {}}>
        {text.title}
      </Link>
    </Breadcrumbs>
  )
}

function Proposing({ platformId, search }: { platformId: string; search: NewTieSearch }) {
  const text = useTiesText().form
  const viewer = useViewer()
  const roles = viewer?.acting?.roles ?? []
  const records = roles.includes('PLATFORM_SECRETARIAT')
  const proposes = roles.includes('CORPORATION_ADMIN')
  const [result, readAgain] = useQuery({ query: NewTiePage_query, variables: { id: platformId } })
  const ownId = result.data?.collaborationPicture?.ownCorporationId ?? ''
  const [{ data: own }] = useQuery({
    query: NewTiePage_facilities,
    variables: { id: ownId },
    pause: !proposes || ownId === '',
  })
  const title = records ? text.recordTitle : text.title
  if (viewer && !records && !proposes)
    return (
      <>
        <Crumbs title={title} platformId={platformId} />
        <PageHead title={title} lead={<p>{text.notAllowed}</p>} />
      </>
    )
  return (
    <>
      <Crumbs title={title} platformId={platformId} />
      <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })} lines={16}>
        {({ platform, collaborationPicture }) => {
          const service = platform?.services.nodes.find(({ id }) => id === search.service)
          return (
            <>
              <PageHead
                title={title}
                kicker={platform?.name}
                lead={<p>{records ? text.recordLead : text.lead}</p>}
              />
              <TieForm
                platformId={platformId}
                records={records}
                members={(collaborationPicture?.corporations ?? []).filter(
                  ({ corporationId }) => corporationId !== ownId,
                )}
                facilities={own?.corporation?.facilities.nodes ?? []}
                first={{
                  stage: search.stage ?? (service ? 'BUSINESS_ALLIANCE' : 'VOLUNTARY'),
                  ...(service && {
                    serviceId: service.id,
                    subject: service.name,
                    provider: service.provider.id,
                  }),
                }}
              />
            </>
          )
        }}
      </Loaded>
    </>
  )
}

function Amending({ id }: { id: string }) {
  const texts = useTiesText()
  const text = texts.form
  const [result, readAgain] = useQuery({ query: NewTiePage_amended, variables: { id } })
  const again = () => readAgain({ requestPolicy: 'network-only' })
  return (
    <>
      <Crumbs title={text.amendTitle} />
      <Loaded result={result} retry={again} lines={16}>
        {({ collaborationTie: tie }) =>
          tie?.viewerCan.change.allowed ? (
            <>
              <PageHead title={text.amendTitle} lead={<p>{text.amendLead}</p>} />
              <AmendForm tie={tie} onConflict={again} />
            </>
          ) : (
            <PageHead title={texts.tie.notFound} lead={<p>{texts.tie.notFoundBody}</p>} />
          )
        }
      </Loaded>
    </>
  )
}
