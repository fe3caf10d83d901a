import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { useQuery } from 'urql'
import { AcceptInvitation } from '../../features/identity/AcceptInvitation.tsx'
import { forgetInvitation, invitationSecret } from '../../features/identity/device.ts'
import { RoleTerm } from '../../features/identity/RoleTerm.tsx'
import { graphql } from '../../generated/gql.ts'
import { announce } from '../../lib/announce.ts'
import { formatMoment } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { sessionChanged } from '../../lib/session.ts'
import { useShellText } from '../../locales/shell.ts'
import { useSignInText } from '../../locales/sign-in.ts'
import { DefinitionList, Fact } from '../../ui/DefinitionList/DefinitionList.tsx'
import { LinkButton } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { Notice } from '../../ui/Notice/Notice.tsx'
import { PageHead } from '../../ui/Page/Page.tsx'

const InvitePage_query = graphql(`
  query InvitePage($token: String!) {
    invitationOffer(token: $token) {
      state
      role
      bodyName
      inviterName
      startsOn
      endsOn
      expiresAt
      ...AcceptInvitation_offer
    }
  }
`)

/** What the link of a mail offers, and accepting it. */
export function InvitePage() {
  const text = useSignInText()
  const roles: Readonly<Record<string, string>> = useShellText().roles
  const language = useLanguage()
  const { history } = useRouter()
  const [token] = useState(invitationSecret)
  const [result, readAgain] = useQuery({
    query: InvitePage_query,
    variables: { token: token ?? '' },
    pause: !token,
  })
  const { invite } = text
  if (!token) return <PageHead title={invite.unknown} lead={<p>{invite.unknownBody}</p>} />

  const done = () => {
    forgetInvitation()
    announce(invite.accepted)
    sessionChanged()
    history.push('/')
  }
  return (
    <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })}>
      {({ invitationOffer: offer }) =>
        offer ? (
          <>
            <PageHead title={invite.title} lead={<p>{invite.lead(offer.inviterName)}</p>} />
            <DefinitionList>
              <Fact name={invite.body}>{offer.bodyName}</Fact>
              <Fact name={invite.role}>{roles[offer.role]}</Fact>
              <Fact name={invite.term}>
                <RoleTerm startsOn={offer.startsOn} endsOn={offer.endsOn} />
              </Fact>
              <Fact name={invite.expires}>{formatMoment(offer.expiresAt, language)}</Fact>
            </DefinitionList>
            {offer.state === 'OPEN' ? (
              <AcceptInvitation offer={offer} token={token} onDone={done} />
            ) : (
              <>
                <Notice kind="bad">
                  <p>{invite.states[offer.state]}</p>
                </Notice>
                <LinkButton to="/login">{invite.signIn}</LinkButton>
              </>
            )}
          </>
        ) : (
          <PageHead title={invite.unknown} lead={<p>{invite.unknownBody}</p>} />
        )
      }
    </Loaded>
  )
}
