import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { ChosenNetwork } from '../../features/platforms/ChosenNetwork.tsx'
import { AddTemplateAct, BeginAct, LimitAct } from '../../features/readiness/NetworkActs.tsx'
import { percentOf } from '../../features/readiness/ScoreBar.tsx'
import { Templates } from '../../features/readiness/Templates.tsx'
import { graphql } from '../../generated/gql.ts'
import { formatDate, formatDay } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useViewer } from '../../lib/viewer.ts'
import { useNetworkText } from '../../locales/network.ts'
import { useReadinessText } from '../../locales/readiness.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs/Breadcrumbs.tsx'
import { DefinitionList, Fact } from '../../ui/DefinitionList/DefinitionList.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { PageHead, Section } from '../../ui/Page/Page.tsx'
import { PrintButton } from '../../ui/PrintButton/PrintButton.tsx'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'
import '../../features/readiness/readiness.css'

const MentoringPage_query = graphql(`
  query MentoringPage($platformId: ID!) {
    platform(id: $platformId) {
      id
      name
      sample
      mentoringTemplates(first: 100) {
        nodes {
          id
          ...Templates_template
        }
      }
    }
    readinessItems(first: 100) {
      nodes {
        id
        key
        title
      }
    }
    mentoringOverview(platformId: $platformId) {
      underWay
      designated
      dropped
      medianDaysToDesignation
      limit
      stages {
        stage
        there
        dropped
        medianDays
      }
      mentors {
        facilityId
        name
        guides
      }
      others {
        facilityId
        name
      }
      lines {
        mentorshipId
        mentorId
        mentorName
        menteeId
        menteeName
        stage
        startedOn
        days
        cityTalkOn
        endedOn
        droppedBecause
        nextVisitOn
        lower
        upper
        unknownShare
        hardOpen
      }
    }
  }
`)

const route = getRouteApi('/network/mentoring')

/** 指定に向けた相談: who guides whom in a network, how far they are, and how long it takes. */
export function MentoringPage() {
  const { id } = route.useSearch()
  return <ChosenNetwork id={id}>{(chosen) => <Overview platformId={chosen} />}</ChosenNetwork>
}

function Overview({ platformId }: { platformId: string }) {
  const texts = useReadinessText()
  const text = texts.overview
  const network = useNetworkText()
  const language = useLanguage()
  const keeps = useViewer()?.acting?.roles.includes('PLATFORM_SECRETARIAT') ?? false
  const [result, readAgain] = useQuery({ query: MentoringPage_query, variables: { platformId } })
  const again = () => readAgain({ requestPolicy: 'network-only' })
  return (
    <Loaded result={result} retry={again} lines={20}>
      {({ platform, mentoringOverview: overview, readinessItems }) => {
        if (!platform || !overview) return <PageHead title={text.title} lead={<p>{text.hidden}</p>} />
        const { limit } = overview
        return (
          <>
            <Breadcrumbs current={text.title}>
              <Link to="/network" search={{ id: platformId }}>
                {network.title}
              </Link>
            </Breadcrumbs>
            <PageHead
              title={text.title}
              kicker={platform.name}
              sample={platform.sample}
              lead={<p>{text.lead}</p>}
              actions={
                <>
                  {keeps && (
                    <BeginAct
                      platformId={platformId}
                      mentors={overview.mentors.filter(({ guides }) => limit === null || guides < limit)}
                      others={overview.others}
                      onDone={again}
                    />
                  )}
                  <PrintButton />
                </>
              }
            />
            <DefinitionList>
              <Fact name={text.underWay}>
                {overview.underWay}
                {text.cases}
              </Fact>
              <Fact name={text.designated}>
                {overview.designated}
                {text.cases}
              </Fact>
              <Fact name={text.dropped}>
                {overview.dropped}
                {text.cases}
              </Fact>
              <Fact name={text.median}>
                {overview.medianDaysToDesignation === null
                  ? text.noMedian
                  : `${overview.medianDaysToDesignation}${text.days}`}
              </Fact>
            </DefinitionList>
            <Section title={text.list}>
              {overview.lines.length === 0 ? (
                <p>{text.none}</p>
              ) : (
                <Table caption={text.listCaption} captionHidden>
                  <thead>
                    <tr>
                      <Head>{text.columns.mentee}</Head>
                      <Head>{text.columns.mentor}</Head>
                      <Head>{text.columns.stage}</Head>
                      <Head>{text.columns.since}</Head>
                      <Head>{text.columns.readiness}</Head>
                      <Head>{text.columns.next}</Head>
                    </tr>
                  </thead>
                  <tbody>
                    {overview.lines.map((line) => (
                      <tr key={line.mentorshipId}>
                        <th scope="row">
                          <Link to="/readiness/$facilityId" params={{ facilityId: line.menteeId }}>
                            {line.menteeName}
                          </Link>
                        </th>
                        <Cell label={text.columns.mentor}>{line.mentorName}</Cell>
                        <Cell label={text.columns.stage}>{texts.mentoring.stages[line.stage]}</Cell>
                        <Cell label={text.columns.since}>
                          {formatDate(line.startedOn, language)}
                          <span className="yui-row-note">{text.daysSince(line.days)}</span>
                        </Cell>
                        <Cell label={text.columns.readiness}>
                          {text.score(
                            percentOf(line.lower),
                            percentOf(line.upper),
                            percentOf(line.unknownShare),
                          )}
                          {line.hardOpen > 0 && (
                            <span className="yui-row-note">{text.hardOpen(line.hardOpen)}</span>
                          )}
                        </Cell>
                        <Cell label={text.columns.next}>
                          {line.endedOn
                            ? line.droppedBecause === null
                              ? text.ended(formatDate(line.endedOn, language))
                              : text.given(formatDate(line.endedOn, language), line.droppedBecause)
                            : [
                                line.nextVisitOn && text.visit(formatDay(line.nextVisitOn, language)),
                                line.cityTalkOn && text.talk(formatDay(line.cityTalkOn, language)),
                              ]
                                .filter(Boolean)
                                .join('　') || '―'}
                        </Cell>
                      </tr>
                    ))}
                  </tbody>
                </Table>
              )}
            </Section>
            <Section title={text.pace}>
              <Table caption={text.paceCaption} captionHidden dense>
                <thead>
                  <tr>
                    <Head>{text.paceColumns.stage}</Head>
                    <Head numeric>{text.paceColumns.there}</Head>
                    <Head numeric>{text.paceColumns.dropped}</Head>
                    <Head numeric>{text.paceColumns.medianDays}</Head>
                  </tr>
                </thead>
                <tbody>
                  {overview.stages.map(({ stage, there, dropped, medianDays }) => (
                    <tr key={stage}>
                      <th scope="row">{texts.mentoring.stages[stage]}</th>
                      <Cell label={text.paceColumns.there} numeric>
                        {there}
                      </Cell>
                      <Cell label={text.paceColumns.dropped} numeric>
                        {dropped}
                      </Cell>
                      <Cell label={text.paceColumns.medianDays} numeric>
                        {medianDays ?? '―'}
                      </Cell>
                    </tr>
                  ))}
                </tbody>
              </Table>
            </Section>
            <Section
              title={text.load}
              tools={keeps && <LimitAct platformId={platformId} limit={limit} onDone={again} />}
            >
              <p className="prose-note mb-3">{limit === null ? text.noLimit : text.limit(limit)}</p>
              <Table caption={text.loadCaption} captionHidden dense>
                <thead>
                  <tr>
                    <Head>{text.loadColumns.facility}</Head>
                    <Head>{text.loadColumns.guides}</Head>
                  </tr>
                </thead>
                <tbody>
                  {overview.mentors.map(({ facilityId, name, guides }) => (
                    <tr key={facilityId}>
                      <th scope="row">
                        <Link to="/shelters/welfare/$facilityId" params={{ facilityId }}>
                          {name}
                        </Link>
                      </th>
                      <Cell label={text.loadColumns.guides}>
                        {limit === null ? text.loadOnly(guides) : text.loadOf(guides, limit)}
                        {limit !== null && guides >= limit && <b className="prose-strong">　{text.full}</b>}
                      </Cell>
                    </tr>
                  ))}
                </tbody>
              </Table>
            </Section>
            <Section
              title={text.templates}
              tools={
                keeps && (
                  <AddTemplateAct platformId={platformId} items={readinessItems.nodes} onDone={again} />
                )
              }
            >
              <Templates templates={platform.mentoringTemplates.nodes} onWithdrawn={again} />
            </Section>
          </>
        )
      }}
    </Loaded>
  )
}
