import { useState } from 'react'
import { readFragment, type FragmentType } from '../../../generated/fragment-masking.ts'
import { graphql } from '../../../generated/gql.ts'
import { announce } from '../../../lib/announce.ts'
import { useCommand } from '../../../lib/command.ts'
import { formatMoment } from '../../../lib/dates.ts'
import { useLanguage } from '../../../lib/language.ts'
import { useMeetingGuestText } from '../../../locales/meeting-guest.ts'
import { Button } from '../../../ui/Button/Button.tsx'
import { Form } from '../../../ui/Form/Form.tsx'
import { FormEnd } from '../../../ui/Form/FormEnd.tsx'
import { useForm } from '../../../ui/Form/use-form.ts'
import { Notice } from '../../../ui/Notice/Notice.tsx'
import { Cell, Head, Table } from '../../../ui/Table/Table.tsx'
import { TextField } from '../../../ui/TextField/TextField.tsx'
import { ConfirmDialog } from '../../identity/ConfirmDialog.tsx'
import { guestLink } from './guest-secret.ts'

const GuestsFragment = graphql(`
  fragment GuestList_meeting on Meeting {
    id
    state
    guests(first: 50) {
      nodes {
        id
        name
        answer
        people
        message
        revokedAt
        readings(first: 8) {
          totalCount
          nodes {
            id
            openedAt
            version {
              id
              document {
                id
                title
              }
            }
          }
        }
      }
    }
  }
`)

const Invite = graphql(`
  mutation GuestList_invite($input: InviteGuestInput!) {
    inviteGuest(input: $input) {
      ... on InviteGuestPayload {
        secret
        meeting {
          id
          ...GuestList_meeting
        }
      }
      ...Refusal
    }
  }
`)

const Revoke = graphql(`
  mutation GuestList_revoke($input: RevokeGuestLinkInput!) {
    revokeGuestLink(input: $input) {
      ... on RevokeGuestLinkPayload {
        meetingGuest {
          id
          revokedAt
        }
      }
      ...Refusal
    }
  }
`)

/** Invited bodies without an account, with what they answered; for who runs the meeting. */
export function GuestList({ meeting: masked }: { meeting: FragmentType<typeof GuestsFragment> }) {
  const meeting = readFragment(GuestsFragment, masked)
  const text = useMeetingGuestText()
  const revoke = useCommand(Revoke)
  const language = useLanguage()
  const [revoking, setRevoking] = useState<{ id: string; name: string }>()
  const guests = meeting.guests.nodes
  const answerOf = ({ answer, people, message, revokedAt }: (typeof guests)[number]) => {
    if (!answer || answer === 'PROXY' || answer === 'WRITTEN') return revokedAt ? text.revoked : text.noAnswer
    const count = people === null ? '' : `（${text.peopleCount(people)}）`
    return (
      <>
        {text.answers[answer]}
        {count}
        {message && <span className="prose-sub block">{message}</span>}
      </>
    )
  }
  return (
    <>
      <p className="prose-sub">{text.guestsLead}</p>
      {guests.length === 0 ? (
        <p>{text.none}</p>
      ) : (
        <Table caption={text.caption} captionHidden>
          <thead>
            <tr>
              <Head>{text.name}</Head>
              <Head>{text.state}</Head>
              <Head>{text.papersRead}</Head>
              <Head>{text.action}</Head>
            </tr>
          </thead>
          <tbody>
            {guests.map((guest) => (
              <tr key={guest.id}>
                <th scope="row">{guest.name}</th>
                <Cell label={text.state}>{answerOf(guest)}</Cell>
                <Cell label={text.papersRead}>
                  {guest.readings.nodes.length === 0
                    ? text.readNone
                    : guest.readings.nodes.map(({ id, openedAt, version }) => (
                        <span key={id} className="block">
                          {text.readOne(version?.document?.title ?? '', formatMoment(openedAt, language))}
                        </span>
                      ))}
                  {guest.readings.totalCount > guest.readings.nodes.length && (
                    <span className="block">
                      {text.readMore(guest.readings.totalCount - guest.readings.nodes.length)}
                    </span>
                  )}
                </Cell>
                <Cell label={text.action}>
                  {guest.revokedAt === null && meeting.state === 'NOTICED' && (
                    <Button
                      kind="text"
                      aria-label={text.revokeOf(guest.name)}
                      onClick={() => setRevoking(guest)}
                    >
                      {text.revoke}
                    </Button>
                  )}
                </Cell>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {meeting.state === 'NOTICED' && <InviteForm meetingId={meeting.id} />}
      <ConfirmDialog
        title={text.revokeOf(revoking?.name ?? '')}
        body={text.revokeBody}
        submit={text.revoke}
        open={revoking !== undefined}
        onClose={() => setRevoking(undefined)}
        send={() => revoke({ input: { meetingGuestId: revoking?.id ?? '' } })}
        onDone={() => announce(text.revoked)}
      />
    </>
  )
}

function InviteForm({ meetingId }: { meetingId: string }) {
  const text = useMeetingGuestText()
  const invite = useCommand(Invite)
  const [link, setLink] = useState<string>()
  const form = useForm({ defaultValues: { name: '' } })
  return (
    <Form
      form={form}
      submit={({ name }) => invite({ input: { meetingId, name, idempotencyKey: crypto.randomUUID() } })}
      onDone={({ secret }) => {
        form.hookForm.reset()
        setLink(guestLink(secret ?? ''))
      }}
    >
      {link && (
        <Notice>
          <p>{text.linkReady}</p>
          <p>
            {text.link}
            <code className="block break-all">{link}</code>
          </p>
        </Notice>
      )}
      <TextField
        name="name"
        label={text.name}
        support={text.nameSupport}
        required
        maxLength={100}
        width="name"
      />
      <FormEnd submit={text.invite} statement={<p>{text.inviteStatement}</p>} />
    </Form>
  )
}
