import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { graphql } from '../../generated/gql.ts'
import { formatMoment } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { FORMS } from '../../features/outputs/forms.ts'
import { useOutputsText } from '../../locales/outputs.ts'
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { Notice } from '../../ui/Notice/Notice.tsx'
import { PageHead } from '../../ui/Page/Page.tsx'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'

const OutputsPage_query = graphql(`
  query OutputsPage($id: ID!) {
    eventOutput(eventId: $id, form: MINISTRY_SYSTEM) {
      eventName
      network
      drill
    }
    outputFilings(eventId: $id, first: 100) {
      nodes {
        id
        form
        filedAt
      }
    }
  }
`)

const route = getRouteApi('/disasters/$eventId/outputs')

/** 届出・報告の様式: every form that is made of an event, and when it was last handed in. */
export function OutputsPage() {
  const text = useOutputsText()
  const language = useLanguage()
  const { eventId } = route.useParams()
  const [result, readAgain] = useQuery({ query: OutputsPage_query, variables: { id: eventId } })
  return (
    <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })}>
      {({ eventOutput, outputFilings }) =>
        eventOutput ? (
          <>
            <PageHead
              title={`${eventOutput.eventName} ${text.title}`}
              kicker={eventOutput.network}
              lead={<p>{text.lead}</p>}
            />
            {eventOutput.drill && <Notice>{text.drillNote}</Notice>}
            <Table caption={text.title} captionHidden>
              <thead>
                <tr>
                  <Head>{text.columns.form}</Head>
                  <Head>{text.columns.filed}</Head>
                </tr>
              </thead>
              <tbody>
                {FORMS.map((form) => {
                  const filed = outputFilings.nodes.find((one) => one.form === form)
                  return (
                    <tr key={form}>
                      <th scope="row">
                        <Link to="/disasters/$eventId/outputs/$form" params={{ eventId, form }}>
                          {text.forms[form]}
                        </Link>
                      </th>
                      <Cell label={text.columns.filed}>
                        {filed ? formatMoment(filed.filedAt, language) : text.notFiled}
                      </Cell>
                    </tr>
                  )
                })}
              </tbody>
            </Table>
          </>
        ) : (
          <EmptyState title={text.noEvent}>
            <p>{text.noEventBody}</p>
          </EmptyState>
        )
      }
    </Loaded>
  )
}
