import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { weightName } from '../../features/alerts/weight.ts'
import { FileButton } from '../../features/bulletin/FileButton.tsx'
import { graphql } from '../../generated/gql.ts'
import { formatMoment } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useAlertsText } from '../../locales/alerts.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs/Breadcrumbs.tsx'
import { DefinitionList, Fact } from '../../ui/DefinitionList/DefinitionList.tsx'
import { Disclosure } from '../../ui/Disclosure/Disclosure.tsx'
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { PageHead, Section } from '../../ui/Page/Page.tsx'
import { PrintButton } from '../../ui/PrintButton/PrintButton.tsx'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'

const AlertPage_query = graphql(`
  query AlertPage($id: ID!) {
    alertMessage(id: $id) {
      id
      reading
      problem
      status
      infoType
      controlTitle
      title
      headline
      office
      reportedAt
      standing
      exact
      rawText
      areas(first: 100) {
        totalCount
        nodes {
          id
          name
          municipalityCode
          phenomenon
          signal
          rank
          change
        }
      }
    }
  }
`)

const route = getRouteApi('/alerts/$messageId')

/** One message of the 気象庁: what was read in it, and the text as it came in. */
export function AlertPage() {
  const text = useAlertsText()
  const { message: words } = text
  const language = useLanguage()
  const { messageId } = route.useParams()
  const [result, readAgain] = useQuery({ query: AlertPage_query, variables: { id: messageId } })
  return (
    <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })}>
      {({ alertMessage: message }) => {
        if (!message)
          return (
            <EmptyState title={text.none}>
              <p>{text.noneBody}</p>
            </EmptyState>
          )
        const isRead = message.reading !== 'UNREADABLE'
        const drill = message.status === 'NORMAL' ? '' : text.drill
        const title = `${drill}${isRead ? message.title || text.unknownKind : text.unreadable}`
        const { areas } = message
        return (
          <>
            <Breadcrumbs current={title}>
              <Link to="/alerts">{text.title}</Link>
            </Breadcrumbs>
            <PageHead
              title={title}
              lead={message.headline && <p className="whitespace-pre-line">{message.headline}</p>}
              actions={<PrintButton />}
            />
            <Section title={words.facts}>
              <DefinitionList>
                <Fact name={words.reading}>
                  {isRead
                    ? message.reading === 'READ'
                      ? words.read
                      : text.unknownKind
                    : (text.problems[message.problem as keyof typeof text.problems] ?? text.problems.OTHER)}
                </Fact>
                {isRead && (
                  <>
                    <Fact name={words.kind}>{message.controlTitle}</Fact>
                    <Fact name={words.status}>{words.statuses[message.status]}</Fact>
                    <Fact name={words.infoType}>{words.infoTypes[message.infoType]}</Fact>
                    <Fact name={words.office}>{message.office}</Fact>
                    <Fact name={words.at}>
                      {message.reportedAt ? formatMoment(message.reportedAt, language) : text.noWeight}
                    </Fact>
                    <Fact name={text.columns.standing}>{text.standings[message.standing]}</Fact>
                  </>
                )}
              </DefinitionList>
            </Section>
            {isRead && (
              <Section title={words.areas}>
                {areas.nodes.length === 0 ? (
                  <p>{words.noAreas}</p>
                ) : (
                  <Table caption={words.areas} captionHidden>
                    <thead>
                      <tr>
                        <Head>{words.areaColumns.name}</Head>
                        <Head>{words.areaColumns.code}</Head>
                        <Head>{words.areaColumns.what}</Head>
                        <Head>{text.columns.weight}</Head>
                        <Head>{words.areaColumns.change}</Head>
                      </tr>
                    </thead>
                    <tbody>
                      {areas.nodes.map((area) => (
                        <tr key={area.id}>
                          <th scope="row">{area.name}</th>
                          <Cell label={words.areaColumns.code}>{area.municipalityCode ?? words.noCode}</Cell>
                          <Cell label={words.areaColumns.what}>{area.phenomenon}</Cell>
                          <Cell label={text.columns.weight}>{weightName(text, area)}</Cell>
                          <Cell label={words.areaColumns.change}>{area.change || text.noWeight}</Cell>
                        </tr>
                      ))}
                    </tbody>
                  </Table>
                )}
                {areas.totalCount > areas.nodes.length && (
                  <p className="prose-note">{words.moreAreas(areas.nodes.length, areas.totalCount)}</p>
                )}
              </Section>
            )}
            <Section title={words.raw}>
              {!message.exact && <p className="prose-note">{words.inexact}</p>}
              <Disclosure summary={words.raw} open={!isRead}>
                <pre className="whitespace-pre-wrap break-all">{message.rawText}</pre>
              </Disclosure>
              <FileButton address={`/api/alerts/${message.id}.xml`} name={`${drill}${words.raw}.xml`}>
                {words.download}
              </FileButton>
              <p className="prose-note">{text.source}</p>
            </Section>
          </>
        )
      }}
    </Loaded>
  )
}
