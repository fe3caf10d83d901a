import { useEffect } from 'react'
import { useQuery } from 'urql'
import { graphql } from '../../generated/gql.ts'
import { announce } from '../../lib/announce.ts'
import { useShellText } from '../../locales/shell.ts'
import { useSignInText } from '../../locales/sign-in.ts'
import { Button } from '../../ui/Button/Button.tsx'
import { AsideBox } from '../../ui/Page/Page.tsx'

const Demo = graphql(`
  query DemoLogins {
    demoLogins {
      role
      name
      bodyName
      email
      password
      code
    }
  }
`)

const CODE_LIVES_MS = 30_000

interface DemoLoginsProps {
  /** Only the code of this person, for the second step. */
  email?: string
  onPick: (login: { email: string; password: string }) => void
}

/** People of the sample network to try the portal with; nothing where there is no sample data. */
export function DemoLogins({ email, onPick }: DemoLoginsProps) {
  const text = useSignInText().demo
  const roles: Readonly<Record<string, string>> = useShellText().roles
  const [{ data }, readAgain] = useQuery({ query: Demo })
  useEffect(() => {
    if (!email) return
    const timer = setInterval(() => readAgain({ requestPolicy: 'network-only' }), CODE_LIVES_MS / 6)
    return () => clearInterval(timer)
  }, [email, readAgain])

  const logins = data?.demoLogins ?? []
  if (logins.length === 0) return null
  const chosen = logins.find((login) => login.email === email)
  if (email)
    return chosen?.code ? (
      <AsideBox title={text.code(chosen.name)} network>
        <p className="text-2xl font-bold tabular-nums">{chosen.code}</p>
      </AsideBox>
    ) : null
  return (
    <AsideBox title={text.title} network>
      <p>{text.lead}</p>
      <ul>
        {logins.map(({ role, name, bodyName, email: address, password }) => (
          <li key={address}>
            <b className="prose-strong">{name}</b>
            <br />
            {text.asRole(bodyName, roles[role] ?? role)}
            <br />
            <Button
              kind="text"
              aria-label={`${name} ${text.use}`}
              onClick={() => {
                onPick({ email: address, password })
                announce(text.used(name))
              }}
            >
              {text.use}
            </Button>
          </li>
        ))}
      </ul>
    </AsideBox>
  )
}
