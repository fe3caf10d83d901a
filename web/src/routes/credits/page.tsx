import { useAboutText } from '../../locales/about.ts'
import { PageHead, Prose } from '../../ui/Page/Page.tsx'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'

/** Where the facts come from, and what was invented. */
export function CreditsPage() {
  const text = useAboutText().credits
  return (
    <>
      <PageHead title={text.title} lead={<p>{text.lead}</p>} />
      <Table caption={text.title} captionHidden>
        <thead>
          <tr>
            <Head>{text.columns.name}</Head>
            <Head>{text.columns.issuer}</Head>
            <Head>{text.columns.licence}</Head>
            <Head>{text.columns.use}</Head>
          </tr>
        </thead>
        <tbody>
          {text.sources.map(({ name, issuer, licence, use }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <Cell label={text.columns.issuer}>{issuer}</Cell>
              <Cell label={text.columns.licence}>{licence}</Cell>
              <Cell label={text.columns.use}>{use}</Cell>
            </tr>
          ))}
        </tbody>
      </Table>
      <Prose>
        <p>{text.asPublished}</p>
        <h2>{text.sampleTitle}</h2>
        <p>{text.sample}</p>
        <h2>{text.designTitle}</h2>
        <p>{text.design}</p>
      </Prose>
    </>
  )
}
