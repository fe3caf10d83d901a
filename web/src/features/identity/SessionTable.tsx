import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import { announce } from '../../lib/announce.ts'
import { useCommand } from '../../lib/command.ts'
import { formatMoment } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useAccountText } from '../../locales/account.ts'
import { Button, Buttons } from '../../ui/Button/Button.tsx'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'
import { browserOf } from './browser-of.ts'

const SessionsFragment = graphql(`
  fragment SessionTable_user on User {
    sessions(first: 50) {
      nodes {
        id
        current
        userAgent
        ipAddress
        createdAt
      }
    }
  }
`)

const End = graphql(`
  mutation SessionTable_end($input: EndSessionInput!) {
    endSession(input: $input) {
      ... on EndSessionPayload {
        user {
          id
          ...SessionTable_user
        }
      }
      ...Refusal
    }
  }
`)

const EndOthers = graphql(`
  mutation SessionTable_endOthers($input: EndOtherSessionsInput!) {
    endOtherSessions(input: $input) {
      ... on EndOtherSessionsPayload {
        count
        user {
          id
          ...SessionTable_user
        }
      }
      ...Refusal
    }
  }
`)

/** Where the person is signed in, each with a way to sign it out. */
export function SessionTable({ user }: { user: FragmentType<typeof SessionsFragment> }) {
  const text = useAccountText().sessions
  const language = useLanguage()
  const { nodes } = readFragment(SessionsFragment, user).sessions
  const end = useCommand(End)
  const endOthers = useCommand(EndOthers)

  const endOne = async (sessionId: string) => {
    const outcome = await end({ input: { sessionId } })
    if (outcome.kind === 'done') announce(text.ended)
  }
  const endAll = async () => {
    const outcome = await endOthers({ input: {} })
    if (outcome.kind === 'done') announce(text.endedOthers(outcome.payload.count ?? 0))
  }
  const nameOf = (userAgent: string | null | undefined) => {
    const { browser, system } = browserOf(userAgent ?? '')
    return browser ? text.on(browser, system) : text.unknown
  }
  return (
    <>
      <Table caption={text.caption} captionHidden>
        <thead>
          <tr>
            <Head>{text.device}</Head>
            <Head>{text.since}</Head>
            <Head>{text.address}</Head>
            <Head>{text.action}</Head>
          </tr>
        </thead>
        <tbody>
          {nodes.map(({ id, current, userAgent, ipAddress, createdAt }) => (
            <tr key={id}>
              <th scope="row">{nameOf(userAgent)}</th>
              <Cell label={text.since}>{formatMoment(createdAt, language)}</Cell>
              <Cell label={text.address}>{ipAddress}</Cell>
              <Cell label={text.action}>
                {current ? (
                  text.here
                ) : (
                  <Button
                    kind="text"
                    aria-label={`${nameOf(userAgent)} ${formatMoment(createdAt, language)} ${text.end}`}
                    onClick={() => void endOne(id)}
                  >
                    {text.end}
                  </Button>
                )}
              </Cell>
            </tr>
          ))}
        </tbody>
      </Table>
      {nodes.length > 1 && (
        <Buttons>
          <Button onClick={() => void endAll()}>{text.endOthers}</Button>
        </Buttons>
      )}
    </>
  )
}
