import { useState } from 'react'
import { useQuery } from 'urql'
import { SignInFirst } from '../../features/identity/SignInFirst.tsx'
import { TokenForm } from '../../features/identity/TokenForm.tsx'
import { TokenTable } from '../../features/identity/TokenTable.tsx'
import { graphql } from '../../generated/gql.ts'
import { useViewer } from '../../lib/viewer.ts'
import { useAccountText } from '../../locales/account.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs/Breadcrumbs.tsx'
import { Button } from '../../ui/Button/Button.tsx'
import { Link, LinkButton } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { Notice } from '../../ui/Notice/Notice.tsx'
import { PageHead, Section } from '../../ui/Page/Page.tsx'

const TokensPage_query = graphql(`
  query TokensPage {
    scopes {
      name
    }
    me {
      id
      ...TokenTable_user
    }
  }
`)

/** Keys for programs: the own ones, and making one. */
export function TokensPage() {
  const text = useAccountText()
  const { tokens } = text
  const [result, readAgain] = useQuery({ query: TokensPage_query })
  const secondFactor = useViewer()?.secondFactor ?? false
  const [made, setMade] = useState<string>()
  const read = () => readAgain({ requestPolicy: 'network-only' })
  return (
    <>
      <Breadcrumbs current={tokens.title}>
        <Link to="/account">{text.title}</Link>
      </Breadcrumbs>
      <PageHead title={tokens.title} lead={<p>{tokens.lead}</p>} />
      <Loaded result={result} retry={read}>
        {({ me, scopes }) =>
          me ? (
            <>
              {made && (
                <Notice kind="done">
                  <p>
                    <b className="prose-strong">{tokens.once}</b>
                    <br />
                    {tokens.onceBody}
                  </p>
                  <p className="font-mono break-all" aria-label={tokens.token}>
                    {made}
                  </p>
                  <Button onClick={() => setMade(undefined)}>{tokens.done}</Button>
                </Notice>
              )}
              <TokenTable user={me} />
              <Section title={tokens.create}>
                {secondFactor ? (
                  <TokenForm
                    scopes={scopes.map(({ name }) => name)}
                    onDone={(token) => {
                      setMade(token)
                      read()
                    }}
                  />
                ) : (
                  <>
                    <p>{tokens.needsSecondFactor}</p>
                    <LinkButton to="/account" hash="second-factor">
                      {text.app.setUp}
                    </LinkButton>
                  </>
                )}
              </Section>
            </>
          ) : (
            <SignInFirst />
          )
        }
      </Loaded>
    </>
  )
}
