import { useState } from 'react'
import { graphql } from '../../generated/gql.ts'
import { announce } from '../../lib/announce.ts'
import { useCommand } from '../../lib/command.ts'
import { formatDate } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import type { Outcome } from '../../lib/problems.ts'
import { useBulletinText } from '../../locales/bulletin.ts'
import { Button, Buttons } from '../../ui/Button/Button.tsx'
import { Field } from '../../ui/Field/Field.tsx'
import { FailureNotice } from '../../ui/Notice/FailureNotice.tsx'
import { Notice } from '../../ui/Notice/Notice.tsx'
import { Input } from '../../ui/TextField/Input.tsx'
import { ConfirmDialog } from '../identity/ConfirmDialog.tsx'

const Create = graphql(`
  mutation FeedBox_create($input: CreateCalendarFeedInput!) {
    createCalendarFeed(input: $input) {
      ... on CreateCalendarFeedPayload {
        address
        calendarFeed {
          id
          createdAt
        }
      }
      ...Refusal
    }
  }
`)

const Revoke = graphql(`
  mutation FeedBox_revoke($input: RevokeCalendarFeedInput!) {
    revokeCalendarFeed(input: $input) {
      ... on RevokeCalendarFeedPayload {
        viewer {
          signedIn
        }
      }
      ...Refusal
    }
  }
`)

interface FeedBoxProps {
  platformId: string
  /** The open address of this person, if there is one. */
  feed: { id: string; createdAt: string } | undefined
  onChange: () => void
}

/** The secret address for other calendars: made, shown once, made anew, closed. */
export function FeedBox({ platformId, feed, onChange }: FeedBoxProps) {
  const text = useBulletinText().calendar.feed
  const language = useLanguage()
  const create = useCommand(Create)
  const revoke = useCommand(Revoke)
  const [address, setAddress] = useState<string>()
  const [asked, ask] = useState<'AGAIN' | 'CLOSE'>()
  const [failed, setFailed] = useState<Outcome<unknown>>()
  const make = () => create({ input: { platformId } })
  const made = (payload: { address?: string | null }) => {
    setAddress(payload.address ?? undefined)
    announce(text.once)
    onChange()
  }
  const makeFirst = async () => {
    const outcome = await make()
    setFailed(outcome)
    if (outcome.kind === 'done') made(outcome.payload)
  }
  return (
    <div className="grid gap-4">
      <p>{text.lead}</p>
      {address && (
        <Notice kind="done">
          <p>{text.once}</p>
          <Field label={text.address}>
            {(control) => (
              <Input {...control} readOnly value={address} onFocus={(event) => event.target.select()} />
            )}
          </Field>
        </Notice>
      )}
      {!address && <p>{feed ? text.open(formatDate(feed.createdAt, language)) : text.none}</p>}
      {failed?.kind === 'failed' && <FailureNotice failure={failed.failure} />}
      <Buttons>
        {feed ? (
          <>
            <Button onClick={() => ask('AGAIN')}>{text.again}</Button>
            <Button onClick={() => ask('CLOSE')}>{text.close}</Button>
          </>
        ) : (
          <Button onClick={() => void makeFirst()}>{text.create}</Button>
        )}
      </Buttons>
      <ConfirmDialog
        title={text.again}
        body={text.againBody}
        submit={text.again}
        open={asked === 'AGAIN'}
        onClose={() => ask(undefined)}
        send={make}
        onDone={made}
      />
      <ConfirmDialog
        title={text.close}
        body={text.closeBody}
        submit={text.close}
        open={asked === 'CLOSE'}
        onClose={() => ask(undefined)}
        send={() => revoke({ input: { calendarFeedId: feed?.id ?? '' } })}
        onDone={() => {
          setAddress(undefined)
          announce(text.closed)
          onChange()
        }}
      />
    </div>
  )
}
