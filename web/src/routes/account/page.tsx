import { useQuery } from 'urql'
import { AuthenticatorApp } from '../../features/identity/AuthenticatorApp.tsx'
import { PasskeyList } from '../../features/identity/PasskeyList.tsx'
import { PasswordForm } from '../../features/identity/PasswordForm.tsx'
import { RenameForm } from '../../features/identity/RenameForm.tsx'
import { SessionTable } from '../../features/identity/SessionTable.tsx'
import { SignInFirst } from '../../features/identity/SignInFirst.tsx'
import { graphql } from '../../generated/gql.ts'
import type { AccountPageQuery } from '../../generated/graphql.ts'
import { switchLanguage, useLanguage } from '../../lib/language.ts'
import { useViewer } from '../../lib/viewer.ts'
import { useAccountText } from '../../locales/account.ts'
import { useBulletinText } from '../../locales/bulletin.ts'
import { useShellText } from '../../locales/shell.ts'
import { Button, Buttons } from '../../ui/Button/Button.tsx'
import { DefinitionList, Fact } from '../../ui/DefinitionList/DefinitionList.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { PageHead, Section } from '../../ui/Page/Page.tsx'

const AccountPage_query = graphql(`
  query AccountPage {
    me {
      id
      name
      email
      sample
      authenticatorApp
      ...PasskeyList_user
      ...SessionTable_user
    }
  }
`)

/** The own account: name, ways to sign in, sessions, language. */
export function AccountPage() {
  const [result, readAgain] = useQuery({ query: AccountPage_query })
  return (
    <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })} lines={20}>
      {({ me }) => (me ? <Account me={me} /> : <SignInFirst />)}
    </Loaded>
  )
}

function Account({ me }: { me: NonNullable<AccountPageQuery['me']> }) {
  const text = useAccountText()
  const roles: Readonly<Record<string, string>> = useShellText().roles
  const noticesText = useBulletinText().notices
  const seats = useViewer()?.seats ?? []
  const language = useLanguage()
  return (
    <>
      <PageHead title={text.title} lead={<p>{text.lead}</p>} sample={me.sample} />
      <DefinitionList>
        <Fact name={text.email}>{me.email}</Fact>
        <Fact name={text.roles}>
          {seats.length === 0
            ? text.noRoles
            : seats.map(({ key, name, roles: held }) => (
                <span key={key} className="block">
                  {name}　{held.map((role) => roles[role]).join('・')}
                </span>
              ))}
        </Fact>
      </DefinitionList>
      <Section title={text.name}>
        <RenameForm name={me.name} />
      </Section>
      <Section title={text.app.title} id="second-factor">
        <AuthenticatorApp enrolled={me.authenticatorApp ?? false} />
      </Section>
      <Section title={text.passkeys.title}>
        <PasskeyList user={me} />
      </Section>
      <Section title={text.password.title}>
        <PasswordForm />
      </Section>
      <Section title={text.sessions.title}>
        <SessionTable user={me} />
      </Section>
      <Section title={text.language.title}>
        <Buttons>
          <Button lang="ja" aria-pressed={language === 'ja'} onClick={() => void switchLanguage('ja')}>
            {text.language.japanese}
          </Button>
          <Button lang="en" aria-pressed={language === 'en'} onClick={() => void switchLanguage('en')}>
            {text.language.english}
          </Button>
        </Buttons>
      </Section>
      <Section title={noticesText.title} id="notices">
        <p>{noticesText.lead}</p>
        <Link to="/account/notices">{noticesText.link}</Link>
      </Section>
      <Section title={text.tokens.title}>
        <p>{text.tokens.lead}</p>
        <Link to="/tokens">{text.tokens.link}</Link>
      </Section>
    </>
  )
}
