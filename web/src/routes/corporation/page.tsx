import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { AsOfBand } from '../../features/registry/AsOfBand.tsx'
import { AsOfForm } from '../../features/registry/AsOfForm.tsx'
import { AuthorityFacts } from '../../features/registry/AuthorityFacts.tsx'
import { ConfirmCorporation } from '../../features/registry/ConfirmCorporation.tsx'
import { CorporationAsOf } from '../../features/registry/CorporationAsOf.tsx'
import { CorporationContacts } from '../../features/registry/CorporationContacts.tsx'
import { CorporationFacts } from '../../features/registry/CorporationFacts.tsx'
import { CorporationHistory } from '../../features/registry/CorporationHistory.tsx'
import { EndingNotice } from '../../features/registry/EndingNotice.tsx'
import { FacilityTable } from '../../features/registry/FacilityTable.tsx'
import { MandateTable } from '../../features/registry/mandates/MandateTable.tsx'
import { LimitTable } from '../../features/registry/LimitTable.tsx'
import { OutlineMap } from '../../features/registry/OutlineMap.tsx'
import { Predecessors } from '../../features/registry/Predecessors.tsx'
import { MistakeNotice } from '../../features/registry/mistakes/MistakeNotice.tsx'
import { PublicPageLink } from '../../features/registry/PublicPageLink.tsx'
import { ShelterRoles } from '../../features/registry/ShelterRoles.tsx'
import { graphql } from '../../generated/gql.ts'
import type { CorporationBlock, CorporationPageQuery } from '../../generated/graphql.ts'
import { useCorporationText } from '../../locales/corporation.ts'
import { useFacilityEditText } from '../../locales/facility-edit.ts'
import { useHistoryText } from '../../locales/history.ts'
import { useMandatesText } from '../../locales/mandates.ts'
import { useRegistryText } from '../../locales/registry.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs/Breadcrumbs.tsx'
import { Chunk } from '../../ui/Chunk/Chunk.tsx'
import { Link, LinkButton } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { AsideBox, Columns, PageHead, Section } from '../../ui/Page/Page.tsx'
import { PrintButton } from '../../ui/PrintButton/PrintButton.tsx'

const CorporationPage_query = graphql(`
  query CorporationPage($id: ID!, $closed: Boolean) {
    viewer {
      signedIn
    }
    corporation(id: $id) {
      id
      name
      kind
      status
      sample
      corporateNumber
      entrustsViewer
      facilitiesViewerCan {
        register {
          allowed
        }
      }
      ...EndingNotice_corporation
      ...ConfirmCorporation_corporation
      ...CorporationFacts_corporation
      ...AuthorityFacts_corporation
      ...CorporationContacts_corporation
      ...LimitTable_corporation
      ...CorporationHistory_corporation
      ...Predecessors_corporation
      ...MandateTable_corporation
      mistakeReportCount
      mandatesGiven(first: 100) {
        totalCount
      }
      procurementLimits(first: 20) {
        totalCount
      }
      facilities(first: 100, closed: $closed) {
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
    masterFacts(first: 20) {
      nodes {
        id
        confirmed
      }
    }
    corporationPermissions(corporationId: $id) {
      confirm {
        allowed
      }
      confirmContacts {
        allowed
      }
      confirmLimits {
        allowed
      }
      edit {
        allowed
      }
      editContacts {
        allowed
      }
      correctAuthority {
        allowed
      }
      editLimits {
        allowed
      }
      entrust {
        allowed
      }
      recordSuccession {
        allowed
      }
      undoSuccession {
        allowed
      }
    }
  }
`)

const route = getRouteApi('/corporations/$corporationId')

/** One corporation block by block, with its facilities as list and map, and those that are shelters. */
export function CorporationPage() {
  const text = useRegistryText().corporation
  const { corporationId } = route.useParams()
  const { closed } = route.useSearch()
  const [result, readAgain] = useQuery({
    query: CorporationPage_query,
    variables: { id: corporationId, closed: closed ?? null },
  })
  const again = () => readAgain({ requestPolicy: 'network-only' })
  return (
    <Loaded result={result} retry={again} lines={20}>
      {(data) =>
        data.corporation ? (
          <Corporation {...data} corporation={data.corporation} closed={closed ?? false} onUndone={again} />
        ) : (
          <PageHead title={text.notFound} />
        )
      }
    </Loaded>
  )
}

interface CorporationProps extends Pick<
  CorporationPageQuery,
  'viewer' | 'corporationPermissions' | 'masterFacts'
> {
  corporation: NonNullable<CorporationPageQuery['corporation']>
  closed: boolean
  onUndone: () => void
}

function Corporation({
  viewer,
  corporation,
  corporationPermissions,
  masterFacts,
  closed,
  onUndone,
}: CorporationProps) {
  const text = useRegistryText()
  const own = useCorporationText()
  const history = useHistoryText()
  const edit = useFacilityEditText()
  const mandatesText = useMandatesText()
  const navigate = useNavigate()
  const { asOf } = route.useSearch()
  const { id, name, kind, status, sample, corporateNumber, facilities, procurementLimits } = corporation
  const { entrustsViewer, mandatesGiven } = corporation
  const { nodes, totalCount } = facilities
  const perMunicipality = Map.groupBy(nodes, ({ municipality }) => municipality.code)
  const counts = new Map([...perMunicipality].map(([code, members]) => [code, members.length]))
  const left = totalCount - nodes.length

  const standing = status === 'ACTIVE'
  // What has ended is history: nobody confirms or edits it.
  const may = (action: Exclude<keyof NonNullable<typeof corporationPermissions>, '__typename'>) => {
    const verdict = corporationPermissions?.[action]
    return standing && typeof verdict === 'object' && verdict.allowed
  }
  const actions = {
    BASIC: ['confirm', 'edit'],
    CONTACTS: ['confirmContacts', 'editContacts'],
    PROCUREMENT: ['confirmLimits', 'editLimits'],
  } as const
  const confirmation = (block: CorporationBlock) => (
    <ConfirmCorporation
      corporation={corporation}
      block={block}
      mayConfirm={may(actions[block][0])}
      mayEdit={may(actions[block][1])}
      entrustedBy={entrustsViewer ? name : undefined}
    />
  )
  const showsLimits = standing && (procurementLimits.totalCount > 0 || may('editLimits'))
  return (
    <>
      <Breadcrumbs current={name}>
        <Link to="/registry">{text.search.title}</Link>
      </Breadcrumbs>
      <PageHead
        title={name}
        kicker={
          standing
            ? text.corporation.kinds[kind]
            : `${text.corporation.kinds[kind]}（${own.ending.ended[status]}）`
        }
        sample={sample}
        lead={
          entrustsViewer && standing ? (
            <p className="prose-strong">{text.facility.entrustedLead(name)}</p>
          ) : undefined
        }
        actions={
          <>
            {may('recordSuccession') && (
              <LinkButton kind="text" to="/corporations/$corporationId/ending" params={{ corporationId: id }}>
                {own.ending.link}
              </LinkButton>
            )}
            <PrintButton />
          </>
        }
      />
      {!asOf && <MistakeNotice count={corporation.mistakeReportCount} />}
      {asOf ? (
        <>
          <AsOfBand asOf={asOf}>
            <Link to="/corporations/$corporationId" params={{ corporationId: id }}>
              {history.asOf.today}
            </Link>
          </AsOfBand>
          <CorporationAsOf corporationId={id} asOf={asOf} />
        </>
      ) : (
        <>
          <EndingNotice
            corporation={corporation}
            mayUndo={corporationPermissions?.undoSuccession.allowed ?? false}
            onUndone={onUndone}
          />
          <Chunk title={own.blocks.BASIC} id="basic" aside={confirmation('BASIC')}>
            <CorporationFacts corporation={corporation} />
            <PublicPageLink kind="corporations" id={id} />
            <Predecessors corporation={corporation} />
          </Chunk>
          {standing && (
            <>
              <Chunk title={own.authority.title} id="authority">
                <AuthorityFacts
                  corporation={corporation}
                  mayEdit={may('correctAuthority')}
                  listsUnconfirmed={masterFacts.nodes.some(({ confirmed }) => !confirmed)}
                />
              </Chunk>
              <Chunk title={own.blocks.CONTACTS} id="contacts" aside={confirmation('CONTACTS')}>
                <CorporationContacts corporation={corporation} signedIn={viewer.signedIn} />
              </Chunk>
            </>
          )}
          {showsLimits && (
            <Chunk title={own.blocks.PROCUREMENT} id="procurement" aside={confirmation('PROCUREMENT')}>
              <LimitTable corporation={corporation} />
            </Chunk>
          )}
          {(may('entrust') || mandatesGiven.totalCount > 0) && (
            <Chunk
              title={mandatesText.title}
              id="mandates"
              aside={
                may('entrust') && (
                  <>
                    <p className="prose-note">{mandatesText.lead}</p>
                    <div className="yui-no-print mt-3">
                      <LinkButton to="/corporations/$corporationId/entrust" params={{ corporationId: id }}>
                        {mandatesText.give}
                      </LinkButton>
                    </div>
                  </>
                )
              }
            >
              <MandateTable corporation={corporation} />
            </Chunk>
          )}
          <Columns kind="aside">
            <div>
              <Section
                title={text.corporation.facilities(totalCount) + (closed ? own.withClosed : '')}
                tools={
                  <Link
                    className="yui-no-print"
                    to="/corporations/$corporationId"
                    params={{ corporationId: id }}
                    search={closed ? {} : { closed: true }}
                    resetScroll={false}
                  >
                    {closed ? own.hideClosed : own.showClosed}
                  </Link>
                }
              >
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
              {nodes.length > 0 && (
                <AsideBox title={text.corporation.map}>
                  <OutlineMap counts={counts} />
                </AsideBox>
              )}
            </div>
          </Columns>
          <div className="mt-12">
            <Chunk title={text.facility.history} id="history">
              <CorporationHistory corporation={corporation} />
              <p className="yui-no-print mt-6">
                <Link to="/corporations/$corporationId/history" params={{ corporationId: id }}>
                  {history.see}
                </Link>
              </p>
            </Chunk>
          </div>
        </>
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
    </>
  )
}
