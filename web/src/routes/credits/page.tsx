import { useQuery } from 'urql'
import { graphql } from '../../generated/gql.ts'
import type { CreditsPageQuery } from '../../generated/graphql.ts'
import { formatDate } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useAboutText } from '../../locales/about.ts'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { PageHead, Prose } from '../../ui/Page/Page.tsx'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'

const CreditsPageDocument = graphql(`
  query CreditsPage {
    dataSources(first: 100) {
      nodes {
        id
        title
        issuer
        licence
        asOf
        rowCount
      }
    }
  }
`)

/** Where the facts come from, and what was invented. */
export function CreditsPage() {
  const text = useAboutText().credits
  const language = useLanguage()
  const [result, readAgain] = useQuery({ query: CreditsPageDocument })
  return (
    <>
      <PageHead title={text.title} lead={<p>{text.lead}</p>} />
      <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })}>
        {({ dataSources }) => (
          <Table caption={text.title} captionHidden>
            <thead>
              <tr>
                <Head>{text.columns.title}</Head>
                <Head>{text.columns.issuer}</Head>
                <Head>{text.columns.licence}</Head>
                <Head>{text.columns.asOf}</Head>
                <Head numeric>{text.columns.rows}</Head>
              </tr>
            </thead>
            <tbody>
              {together(dataSources.nodes).map(({ id, title, issuer, licence, asOf, rowCount }) => (
                <tr key={id}>
                  <th scope="row">{title}</th>
                  <Cell label={text.columns.issuer}>{issuer}</Cell>
                  <Cell label={text.columns.licence}>{licence}</Cell>
                  <Cell label={text.columns.asOf}>{formatDate(asOf, language)}</Cell>
                  <Cell label={text.columns.rows} numeric>
                    {rowCount.toLocaleString(language)}
                  </Cell>
                </tr>
              ))}
            </tbody>
          </Table>
        )}
      </Loaded>
      <Prose>
        <p className="mt-8">{text.asPublished}</p>
        <h2>{text.jmaTitle}</h2>
        <p>{text.jma}</p>
        <h2>{text.mapTitle}</h2>
        <p>{text.map}</p>
        <h2>{text.sampleTitle}</h2>
        <p>{text.sample}</p>
        <h2>{text.designTitle}</h2>
        <p>{text.design}</p>
      </Prose>
    </>
  )
}

type Source = CreditsPageQuery['dataSources']['nodes'][number]

/** Files of one release as one line: readers ask whose facts they are, not in how many files they came. */
function together(sources: readonly Source[]): Source[] {
  const releases = Map.groupBy(sources, ({ title, issuer, licence, asOf }) =>
    [title, issuer, licence, asOf].join(),
  )
  return [...releases.values()].flatMap(([first, ...rest]) =>
    first ? [{ ...first, rowCount: rest.reduce((sum, { rowCount }) => sum + rowCount, first.rowCount) }] : [],
  )
}
