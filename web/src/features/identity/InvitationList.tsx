import { useState } from 'react'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import { announce } from '../../lib/announce.ts'
import { useCommand } from '../../lib/command.ts'
import { formatMoment } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { usePeopleText } from '../../locales/people.ts'
import { useShellText } from '../../locales/shell.ts'
import { Button } from '../../ui/Button/Button.tsx'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'
import { ConfirmDialog } from './ConfirmDialog.tsx'
import { bodyName } from './role-names.ts'

const InvitationFragment = graphql(`
  fragment InvitationList_invitation on Invitation {
    id
    name
    email
    role
    expiresAt
    state
    version
    facility {
      id
      shortName
    }
    corporation {
      id
      name
    }
    platform {
      id
      name
    }
    municipality {
      id
      name
    }
  }
`)

const Revoke = graphql(`
  mutation InvitationList_revoke($input: RevokeInvitationInput!) {
    revokeInvitation(input: $input) {
      ... on RevokeInvitationPayload {
        invitation {
          id
          state
          version
        }
      }
      ...Refusal
    }
  }
`)

/** Invitations that wait for an answer, each with a way to take it back. */
export function InvitationList({
  invitations,
}: {
  invitations: readonly FragmentType<typeof InvitationFragment>[]
}) {
  const text = usePeopleText()
  const roles = useShellText().roles
  const language = useLanguage()
  const open = readFragment(InvitationFragment, invitations).filter(({ state }) => state === 'OPEN')
  const [revoking, setRevoking] = useState<(typeof open)[number]>()
  const revoke = useCommand(Revoke)
  return (
    <>
      {open.length === 0 ? (
        <p>{text.invitations.none}</p>
      ) : (
        <Table caption={text.invitations.caption} captionHidden>
          <thead>
            <tr>
              <Head>{text.name}</Head>
              <Head>{text.role}</Head>
              <Head>{text.invitations.expires}</Head>
              <Head>{text.action}</Head>
            </tr>
          </thead>
          <tbody>
            {open.map((invitation) => (
              <tr key={invitation.id}>
                <th scope="row">
                  {invitation.name}
                  <span className="prose-sub block">{invitation.email}</span>
                </th>
                <Cell label={text.role}>
                  {bodyName(invitation, text.system)} {roles[invitation.role]}
                </Cell>
                <Cell label={text.invitations.expires}>{formatMoment(invitation.expiresAt, language)}</Cell>
                <Cell label={text.action}>
                  <Button
                    kind="text"
                    aria-label={`${invitation.name} ${text.invitations.revoke}`}
                    onClick={() => setRevoking(invitation)}
                  >
                    {text.invitations.revoke}
                  </Button>
                </Cell>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      <ConfirmDialog
        title={text.invitations.revokeTitle(revoking?.name ?? '')}
        body={text.invitations.revokeBody}
        submit={text.invitations.revoke}
        open={revoking !== undefined}
        onClose={() => setRevoking(undefined)}
        send={() => revoke({ input: { invitationId: revoking?.id ?? '', version: revoking?.version ?? 0 } })}
        onDone={() => announce(text.invitations.revoked)}
      />
    </>
  )
}
