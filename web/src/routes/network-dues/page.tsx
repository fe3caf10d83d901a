import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { ChargeDues } from '../../features/platforms/ChargeDues.tsx'
import { ChosenNetwork } from '../../features/platforms/ChosenNetwork.tsx'
import { yearsToChoose, type DuesSearch } from '../../features/platforms/dues-search.ts'
import { DuesTable } from '../../features/platforms/DuesTable.tsx'
import { graphql } from '../../generated/gql.ts'
import { fiscalYear } from '../../lib/dates.ts'
import { useToday } from '../../lib/today.ts'
import { useDuesText } from '../../locales/dues.ts'
import { useNetworkText } from '../../locales/network.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs/Breadcrumbs.tsx'
import { Choices } from '../../ui/Choices/Choices.tsx'
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx'
import { Count, Figure, Figures } from '../../ui/Figures/Figures.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { PageHead, Section } from '../../ui/Page/Page.tsx'
import { Pager } from '../../ui/Pager/Pager.tsx'
import { PrintButton } from '../../ui/PrintButton/PrintButton.tsx'

const NetworkDues_query = graphql(`
  query NetworkDuesPage($id: ID!, $year: Int!, $open: Boolean, $after: String) {
    platform(id: $id) {
      id
      name
      sample
      viewerCan {
        run {
          allowed
        }
      }
    }
    networkStanding(platformId: $id) {
      classes {
        code
        name
      }
    }
    duesStanding(platformId: $id, fiscalYear: $year) {
      fiscalYears
      charged
      chargedYen
      paid
      paidYen
      open
      openYen
      overdue
      waived
    }
    membershipDues(platformId: $id, fiscalYear: $year, openOnly: $open, first: 100, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        ...DuesTable_dues
      }
    }
  }
`)

const route = getRouteApi('/network/dues')

/** 会費: what the members pay for a fiscal year, and how it stands. */
export function NetworkDuesPage() {
  const { id } = route.useSearch()
  return <ChosenNetwork id={id}>{(chosen) => <Dues platformId={chosen} />}</ChosenNetwork>
}

function Dues({ platformId }: { platformId: string }) {
  const text = useDuesText()
  const networkText = useNetworkText()
  const search: DuesSearch = route.useSearch()
  const now = fiscalYear(useToday())
  const year = search.year ?? now
  const [result, readAgain] = useQuery({
    query: NetworkDues_query,
    variables: { id: platformId, year, open: search.open, after: search.after },
  })
  const again = () => readAgain({ requestPolicy: 'network-only' })
  return (
    <>
      <Breadcrumbs current={text.title}>
        <Link to="/network" search={{ id: platformId }}>
          {networkText.title}
        </Link>
        <Link to="/network/members" search={{ id: platformId }}>
          {text.toMembers}
        </Link>
      </Breadcrumbs>
      <Loaded result={result} retry={again} lines={20}>
        {({ platform, networkStanding, duesStanding: standing, membershipDues: dues }) => {
          const keeps = platform?.viewerCan.run.allowed ?? false
          const classes = networkStanding?.classes ?? []
          if (!standing) return <PageHead title={text.title} lead={<p>{text.nobody}</p>} />
          return (
            <>
              <PageHead
                title={text.title}
                kicker={platform?.name}
                sample={platform?.sample ?? false}
                lead={<p>{keeps ? text.lead : text.ownLead}</p>}
                actions={<PrintButton />}
              />
              <Choices label={text.years}>
                {yearsToChoose(standing.fiscalYears, now, keeps).map((one) => (
                  <Link
                    key={one}
                    to="/network/dues"
                    search={{ id: platformId, year: one }}
                    activeOptions={{ exact: true }}
                    aria-current={one === year || undefined}
                  >
                    {text.year(one)}
                  </Link>
                ))}
              </Choices>
              {standing.charged > 1 && (
                <Figures>
                  <Figure label={text.figures.charged} note={text.yen(standing.chargedYen)}>
                    <Count unit={text.unit}>{standing.charged}</Count>
                  </Figure>
                  <Figure label={text.figures.paid} note={text.yen(standing.paidYen)}>
                    <Count unit={text.unit}>{standing.paid}</Count>
                  </Figure>
                  <Figure
                    label={text.figures.open}
                    note={
                      standing.overdue > 0
                        ? `${text.yen(standing.openYen)}　${text.overdue(standing.overdue)}`
                        : text.yen(standing.openYen)
                    }
                  >
                    <Count unit={text.unit}>{standing.open}</Count>
                  </Figure>
                  <Figure label={text.figures.waived}>
                    <Count unit={text.unit}>{standing.waived}</Count>
                  </Figure>
                </Figures>
              )}
              <Section
                title={text.listTitle(year)}
                tools={
                  standing.charged > 0 && (
                    <a
                      className="yui-no-print"
                      href={`/api/export/dues.csv?platform=${encodeURIComponent(platformId)}&year=${year}`}
                      download
                    >
                      {text.csv}
                    </a>
                  )
                }
              >
                {standing.charged > 1 && (
                  <Choices label={text.show}>
                    <Link
                      to="/network/dues"
                      search={{ id: platformId, year }}
                      activeOptions={{ exact: true }}
                      aria-current={!search.open || undefined}
                    >
                      {text.all}
                    </Link>
                    <Link
                      to="/network/dues"
                      search={{ id: platformId, year, open: true }}
                      activeOptions={{ exact: true }}
                      aria-current={search.open || undefined}
                    >
                      {text.openOnly}
                    </Link>
                  </Choices>
                )}
                {dues.nodes.length === 0 ? (
                  <EmptyState title={standing.charged > 0 ? text.noneOpen : text.none}>
                    {standing.charged === 0 && <p>{text.noneBody}</p>}
                  </EmptyState>
                ) : (
                  <>
                    <DuesTable
                      caption={text.listTitle(year)}
                      dues={dues.nodes}
                      classes={classes}
                      onConflict={again}
                    />
                    {(dues.pageInfo.hasNextPage || search.after) && (
                      <Pager label={text.pages} position={text.position(dues.nodes.length, dues.totalCount)}>
                        {search.after && (
                          <Link
                            to="/network/dues"
                            search={{ id: platformId, year, ...(search.open && { open: true }) }}
                          >
                            {text.first}
                          </Link>
                        )}
                        {dues.pageInfo.hasNextPage && (
                          <Link
                            to="/network/dues"
                            search={{
                              id: platformId,
                              year,
                              ...(search.open && { open: true }),
                              after: dues.pageInfo.endCursor ?? undefined,
                            }}
                          >
                            {text.next}
                          </Link>
                        )}
                      </Pager>
                    )}
                  </>
                )}
              </Section>
              {keeps && classes.length > 0 && (
                <ChargeDues key={year} platformId={platformId} year={year} classes={classes} onDone={again} />
              )}
            </>
          )
        }}
      </Loaded>
    </>
  )
}
