import { useQuery } from 'urql'
import { graphql } from '../../generated/gql.ts'
import { formatMoment } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { failureOf } from '../../lib/problems.ts'
import { usePeopleText } from '../../locales/people.ts'
import { DefinitionList, Fact } from '../../ui/DefinitionList/DefinitionList.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { PageHead } from '../../ui/Page/Page.tsx'

const MailboxPage_query = graphql(`
  query MailboxPage {
    developmentMailbox(first: 50) {
      nodes {
        id
        to
        subject
        body
        createdAt
      }
    }
  }
`)

/** What would have been sent by mail, where no mail server is set. */
export function MailboxPage() {
  const text = usePeopleText().mailbox
  const language = useLanguage()
  const [result, readAgain] = useQuery({ query: MailboxPage_query, requestPolicy: 'network-only' })
  const closed = result.error && ['FORBIDDEN', 'SIGNED_OUT'].includes(failureOf(result.error).kind)
  if (closed) return <PageHead title={text.title} lead={<p>{text.closed}</p>} />
  return (
    <>
      <PageHead title={text.title} lead={<p>{text.lead}</p>} />
      <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })}>
        {({ developmentMailbox: { nodes } }) =>
          nodes.length === 0 ? (
            <p>{text.none}</p>
          ) : (
            nodes.map(({ id, to, subject, body, createdAt }) => (
              <article key={id} className="yui-section">
                <h2>{subject}</h2>
                <DefinitionList>
                  <Fact name={text.to}>{to}</Fact>
                  <Fact name={text.at}>{formatMoment(createdAt, language)}</Fact>
                </DefinitionList>
                <MailText body={body} />
              </article>
            ))
          )
        }
      </Loaded>
    </>
  )
}

const LINK = /(https?:\/\/\S+)/

/** The text as it would arrive, with its links. */
function MailText({ body }: { body: string }) {
  return (
    <p className="mt-4 max-w-none whitespace-pre-wrap break-words">
      {body.split(LINK).map((part, place) =>
        LINK.test(part) ? (
          // eslint-disable-next-line react/no-array-index-key -- the text never changes
          <a key={place} href={part}>
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </p>
  )
}
