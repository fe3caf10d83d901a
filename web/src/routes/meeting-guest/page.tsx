import { useState } from 'react'
import { useQuery } from 'urql'
import { GuestAnswerForm } from '../../features/meetings/guest/GuestAnswerForm.tsx'
import { GuestPapers } from '../../features/meetings/guest/GuestPapers.tsx'
import { guestSecret } from '../../features/meetings/guest/guest-secret.ts'
import { graphql } from '../../generated/gql.ts'
import { announce } from '../../lib/announce.ts'
import { formatMoment } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useMeetingGuestText } from '../../locales/meeting-guest.ts'
import { DefinitionList, Fact } from '../../ui/DefinitionList/DefinitionList.tsx'
import { ExternalLink } from '../../ui/ExternalLink/ExternalLink.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { Notice } from '../../ui/Notice/Notice.tsx'
import { PageHead, Section } from '../../ui/Page/Page.tsx'

const MeetingGuestPage_query = graphql(`
  query MeetingGuestPage($token: String!) {
    guestInvitation(token: $token) {
      state
      name
      network
      title
      startsAt
      place
      onlineUrl
      items
      papers {
        item
        versionId
        title
        fileName
        size
        openedAt
      }
      answer
      people
      message
      sample
    }
  }
`)

/** What an invited body without an account sees by its link, and its answer. */
export function MeetingGuestPage() {
  const text = useMeetingGuestText()
  const language = useLanguage()
  const [token] = useState(guestSecret)
  const [result, readAgain] = useQuery({
    query: MeetingGuestPage_query,
    variables: { token: token ?? '' },
    pause: !token,
    requestPolicy: 'network-only',
  })
  if (!token) return <PageHead title={text.unknown} lead={<p>{text.unknownBody}</p>} />
  const retry = () => readAgain({ requestPolicy: 'network-only' })
  return (
    <Loaded result={result} retry={retry}>
      {({ guestInvitation: found }) =>
        found ? (
          <>
            <PageHead title={text.title} sample={found.sample} lead={<p>{text.lead(found.network)}</p>} />
            <DefinitionList>
              <Fact name={text.body}>{found.name}</Fact>
              <Fact name={text.meeting}>{found.title}</Fact>
              <Fact name={text.starts}>{formatMoment(found.startsAt, language)}</Fact>
              {found.place && <Fact name={text.place}>{found.place}</Fact>}
              {found.onlineUrl && (
                <Fact name={text.online}>
                  <ExternalLink href={found.onlineUrl}>{found.onlineUrl}</ExternalLink>
                </Fact>
              )}
            </DefinitionList>
            <Section title={text.agenda}>
              {found.papers.length > 0 && <p className="prose-sub">{text.papersLead}</p>}
              <ol className="list-decimal pl-6">
                {found.items.map((title, n) => (
                  // oxlint-disable-next-line react/no-array-index-key -- a title may stand on the agenda twice
                  <li key={n}>
                    {title}
                    <GuestPapers
                      token={token}
                      of={title}
                      papers={found.papers.filter(({ item }) => item === n + 1)}
                      onOpened={retry}
                    />
                  </li>
                ))}
              </ol>
            </Section>
            {found.state === 'OPEN' ? (
              <Section title={text.answer}>
                {found.answer && (
                  <Notice>
                    <p>{text.answeredAs(text.answers[found.answer])}</p>
                  </Notice>
                )}
                <p className="prose-sub">{text.until(formatMoment(found.startsAt, language))}</p>
                <GuestAnswerForm
                  token={token}
                  before={found}
                  online={found.onlineUrl !== null}
                  onDone={() => {
                    announce(text.answered)
                    retry()
                  }}
                />
              </Section>
            ) : (
              <Notice kind="bad">
                <p>{text.states[found.state]}</p>
              </Notice>
            )}
          </>
        ) : (
          <PageHead title={text.unknown} lead={<p>{text.unknownBody}</p>} />
        )
      }
    </Loaded>
  )
}
