import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { FileButton } from '../../features/bulletin/FileButton.tsx'
import { FilingForm } from '../../features/outputs/FilingForm.tsx'
import { isForm } from '../../features/outputs/forms.ts'
import { graphql } from '../../generated/gql.ts'
import type { OutputForm } from '../../generated/graphql.ts'
import { formatMoment } from '../../lib/dates.ts'
import { globalId } from '../../lib/ids.ts'
import { useLanguage } from '../../lib/language.ts'
import { useViewer } from '../../lib/viewer.ts'
import { useOutputsText } from '../../locales/outputs.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs/Breadcrumbs.tsx'
import { DefinitionList, Fact } from '../../ui/DefinitionList/DefinitionList.tsx'
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { Notice } from '../../ui/Notice/Notice.tsx'
import { PageHead, Section } from '../../ui/Page/Page.tsx'
import { PrintButton } from '../../ui/PrintButton/PrintButton.tsx'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'

const OutputPage_query = graphql(`
  query OutputPage($id: ID!, $form: OutputForm!) {
    eventOutput(eventId: $id, form: $form) {
      title
      eventName
      network
      drill
      asOf
      basis
      confirmed
      sheets {
        facilityId
        facility
        fields {
          label
          value
        }
        missing {
          label
          reason
        }
      }
      leftOut {
        label
        reason
      }
      claim {
        code
        name
        confirmed
        lines
        yen
        withoutYen
        withoutEvidence
      }
      unclaimed {
        facility
        what
        at
      }
    }
    outputFilings(eventId: $id, form: $form, first: 20) {
      nodes {
        id
        filedAt
        note
        facility {
          id
          name
        }
      }
    }
  }
`)

const route = getRouteApi('/disasters/$eventId/outputs/$form')
const FILING = new Set(['PLATFORM_SECRETARIAT', 'FACILITY_DIRECTOR', 'FACILITY_STAFF'])

/** One form of an event, to be read, printed on A4 and taken as a file. */
export function OutputPage() {
  const text = useOutputsText()
  const { eventId, form } = route.useParams()
  return isForm(form) ? (
    <Output eventId={eventId} form={form} />
  ) : (
    <EmptyState title={text.noEvent}>
      <p>{text.noEventBody}</p>
    </EmptyState>
  )
}

function Output({ eventId, form }: { eventId: string; form: OutputForm }) {
  const text = useOutputsText()
  const language = useLanguage()
  const viewer = useViewer()
  const [result, readAgain] = useQuery({ query: OutputPage_query, variables: { id: eventId, form } })
  const again = () => readAgain({ requestPolicy: 'network-only' })
  const acting = viewer?.acting
  const facilityId =
    acting?.kind === 'FACILITY' ? globalId('Facility', acting.key.split(':')[1] ?? '') : undefined
  const files = form === 'HAVE' ? (['xml'] as const) : (['csv', 'xlsx'] as const)
  return (
    <Loaded result={result} retry={again}>
      {({ eventOutput: output, outputFilings }) => {
        if (!output)
          return (
            <EmptyState title={text.noEvent}>
              <p>{text.noEventBody}</p>
            </EmptyState>
          )
        const { sheets, claim, leftOut, drill } = output
        return (
          <>
            <Breadcrumbs current={output.title}>
              <Link to="/disasters/$eventId/outputs" params={{ eventId }}>
                {text.title}
              </Link>
            </Breadcrumbs>
            <PageHead
              title={output.title}
              kicker={output.eventName}
              actions={
                <>
                  <PrintButton />
                  {files.map((format) => (
                    <FileButton
                      key={format}
                      address={`/api/outputs/${eventId}/${form}.${format}`}
                      name={`${output.title}.${format}`}
                    >
                      {text[format]}
                    </FileButton>
                  ))}
                </>
              }
            />
            {drill && <Notice>{text.drillNote}</Notice>}
            <DefinitionList>
              <Fact name={text.network}>{output.network}</Fact>
              <Fact name={text.event}>{output.eventName}</Fact>
              <Fact name={text.asOf}>{formatMoment(output.asOf, language)}</Fact>
              <Fact name={text.basis}>
                {output.basis}
                {!output.confirmed && <strong>（{text.unconfirmed}）</strong>}
              </Fact>
            </DefinitionList>
            {sheets.length === 0 && <p>{form === 'PUBLIC_PAGE' ? text.publicNothing : text.nothing}</p>}
            {sheets.map(({ facilityId: key, facility, fields, missing }) => (
              <Section key={key} title={facility}>
                <DefinitionList>
                  {fields.map(({ label, value }) => (
                    <Fact key={label} name={label}>
                      <span className="whitespace-pre-line">{value ?? text.blank}</span>
                    </Fact>
                  ))}
                </DefinitionList>
                {missing.length > 0 && (
                  <>
                    <h3>{text.missing}</h3>
                    <ul>
                      {missing.map(({ label, reason }) => (
                        <li key={label}>
                          {label}：{reason}
                        </li>
                      ))}
                    </ul>
                  </>
                )}
              </Section>
            ))}
            {form === 'COST_CLAIM' && (
              <Section title={text.claim.caption}>
                {claim.length === 0 ? (
                  <p>{text.claim.noCosts}</p>
                ) : (
                  <Table caption={text.claim.caption} captionHidden>
                    <thead>
                      <tr>
                        <Head>{text.claim.columns.name}</Head>
                        <Head numeric>{text.claim.columns.lines}</Head>
                        <Head numeric>{text.claim.columns.yen}</Head>
                        <Head numeric>{text.claim.columns.withoutYen}</Head>
                        <Head numeric>{text.claim.columns.lacking}</Head>
                      </tr>
                    </thead>
                    <tbody>
                      {claim.map((line) => (
                        <tr key={line.code}>
                          <th scope="row">
                            {line.name}
                            {!line.confirmed && `（${text.unconfirmed}）`}
                          </th>
                          <Cell label={text.claim.columns.lines} numeric>
                            {text.claim.count(line.lines)}
                          </Cell>
                          <Cell label={text.claim.columns.yen} numeric>
                            {text.claim.yen(line.yen.toLocaleString(language))}
                          </Cell>
                          <Cell label={text.claim.columns.withoutYen} numeric>
                            {text.claim.count(line.withoutYen)}
                          </Cell>
                          <Cell label={text.claim.columns.lacking} numeric>
                            {text.claim.count(line.withoutEvidence)}
                          </Cell>
                        </tr>
                      ))}
                    </tbody>
                  </Table>
                )}
                <h3>{text.claim.unclaimed}</h3>
                {output.unclaimed.length === 0 && <p>{text.claim.nothingUnclaimed}</p>}
                <ul>
                  {output.unclaimed.map(({ facility, what, at }) => (
                    <li key={`${facility} ${what} ${at}`}>
                      {facility} {what} {formatMoment(at, language)}
                    </li>
                  ))}
                </ul>
              </Section>
            )}
            <Section title={text.leftOut}>
              <ul>
                {leftOut.map(({ label, reason }) => (
                  <li key={label}>
                    {label}：{reason}
                  </li>
                ))}
              </ul>
            </Section>
            <Section title={text.filing.title}>
              <p>{text.filing.lead}</p>
              {outputFilings.nodes.length === 0 && <p>{text.filing.none}</p>}
              <ul>
                {outputFilings.nodes.map(({ id, filedAt, facility, note }) => (
                  <li key={id}>
                    {text.filing.line(formatMoment(filedAt, language), facility?.name ?? text.filing.whole)}{' '}
                    {note}
                  </li>
                ))}
              </ul>
              {acting?.roles.some((role) => FILING.has(role)) && (
                <div className="yui-no-print">
                  <FilingForm eventId={eventId} facilityId={facilityId} form={form} onRecorded={again} />
                </div>
              )}
            </Section>
          </>
        )
      }}
    </Loaded>
  )
}
