import { useState } from 'react'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import { announce } from '../../lib/announce.ts'
import { useCommand } from '../../lib/command.ts'
import { formatDate, formatMoment, today } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useAccountText } from '../../locales/account.ts'
import { Button } from '../../ui/Button/Button.tsx'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'
import { ConfirmDialog } from './ConfirmDialog.tsx'
import { lastDayBefore } from './days.ts'

const TokensFragment = graphql(`
  fragment TokenTable_user on User {
    apiTokens(first: 50) {
      nodes {
        id
        name
        prefix
        scopes
        expiresAt
        lastUsedAt
        revokedAt
        version
      }
    }
  }
`)

const Revoke = graphql(`
  mutation TokenTable_revoke($input: RevokeApiTokenInput!) {
    revokeApiToken(input: $input) {
      ... on RevokeApiTokenPayload {
        apiToken {
          id
          revokedAt
          version
        }
      }
      ...Refusal
    }
  }
`)

/** The own tokens, each with a way to stop it. */
export function TokenTable({ user }: { user: FragmentType<typeof TokensFragment> }) {
  const text = useAccountText().tokens
  const scopeNames: Readonly<Record<string, string>> = text.scopeNames
  const language = useLanguage()
  const { nodes } = readFragment(TokensFragment, user).apiTokens
  const [revoking, setRevoking] = useState<(typeof nodes)[number]>()
  const revoke = useCommand(Revoke)
  if (nodes.length === 0) return <p>{text.none}</p>

  const stateOf = ({ revokedAt, expiresAt }: (typeof nodes)[number]) => {
    if (revokedAt) return text.revoked
    const lastDay = lastDayBefore(expiresAt)
    return lastDay < today() ? text.expired : text.open(formatDate(lastDay, language))
  }
  return (
    <>
      <Table caption={text.caption} captionHidden>
        <thead>
          <tr>
            <Head>{text.name}</Head>
            <Head>{text.scopes}</Head>
            <Head>{text.lastUsed}</Head>
            <Head>{text.state}</Head>
            <Head>{text.action}</Head>
          </tr>
        </thead>
        <tbody>
          {nodes.map((token) => (
            <tr key={token.id}>
              <th scope="row">
                {token.name}
                <span className="prose-sub block font-mono">{token.prefix}…</span>
              </th>
              <Cell label={text.scopes}>
                {token.scopes.map((scope) => scopeNames[scope] ?? scope).join('、')}
              </Cell>
              <Cell label={text.lastUsed}>
                {token.lastUsedAt ? formatMoment(token.lastUsedAt, language) : text.never}
              </Cell>
              <Cell label={text.state}>{stateOf(token)}</Cell>
              <Cell label={text.action}>
                {!token.revokedAt && (
                  <Button
                    kind="text"
                    aria-label={`${token.name} ${text.revoke}`}
                    onClick={() => setRevoking(token)}
                  >
                    {text.revoke}
                  </Button>
                )}
              </Cell>
            </tr>
          ))}
        </tbody>
      </Table>
      <ConfirmDialog
        title={text.revokeTitle(revoking?.name ?? '')}
        body={text.revokeBody}
        submit={text.revoke}
        open={revoking !== undefined}
        onClose={() => setRevoking(undefined)}
        send={() => revoke({ input: { apiTokenId: revoking?.id ?? '', version: revoking?.version ?? 0 } })}
        onDone={() => announce(text.revokedDone)}
      />
    </>
  )
}
