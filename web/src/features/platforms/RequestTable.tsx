import { useState } from 'react'
import { graphql } from '../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import type { RequestTable_RequestFragment } from '../../generated/graphql.ts'
import { announce } from '../../lib/announce.ts'
import { useCommand } from '../../lib/command.ts'
import { formatDate, formatDay } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useNetworkText } from '../../locales/network.ts'
import { Button } from '../../ui/Button/Button.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { SampleBadge } from '../../ui/SampleBadge/SampleBadge.tsx'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'
import { ConfirmDialog } from '../identity/ConfirmDialog.tsx'

const RequestTable_request = graphql(`
  fragment RequestTable_request on ConfirmationRequest {
    id
    note
    askedAt
    reminders
    remindedAt
    answeredAt
    withdrawnAt
    state
    version
    askedBy {
      id
      name
    }
    facility {
      id
      name
      sample
      corporation {
        id
        name
      }
    }
    blocks(first: 10) {
      nodes {
        id
        block
        answeredAt
        answer
      }
    }
    viewerCan {
      withdraw {
        allowed
      }
    }
  }
`)

const Withdraw = graphql(`
  mutation RequestTable_withdraw($input: WithdrawConfirmationRequestInput!) {
    withdrawConfirmationRequest(input: $input) {
      ... on WithdrawConfirmationRequestPayload {
        confirmationRequest {
          id
          ...RequestTable_request
        }
      }
      ...Refusal
    }
  }
`)

interface RequestTableProps {
  requests: readonly FragmentType<typeof RequestTable_request>[]
  onConflict: () => void
}

/** Requests with what was answered and what is open, each with a way to take it back. */
export function RequestTable({ requests: given, onConflict }: RequestTableProps) {
  const text = useNetworkText().requests
  const requests = readFragment(RequestTable_request, given)
  const [taken, take] = useState<RequestTable_RequestFragment>()
  const withdraw = useCommand(Withdraw)
  return (
    <>
      <Table caption={text.caption} captionHidden>
        <thead>
          <tr>
            <Head>{text.columns.facility}</Head>
            <Head>{text.columns.blocks}</Head>
            <Head>{text.columns.asked}</Head>
            <Head>{text.columns.state}</Head>
            <Head>{text.columns.action}</Head>
          </tr>
        </thead>
        <tbody>
          {requests.map((request) => (
            <Row key={request.id} request={request} onWithdraw={() => take(request)} />
          ))}
        </tbody>
      </Table>
      <ConfirmDialog
        title={text.withdrawTitle(taken?.facility.name ?? '')}
        body={text.withdrawBody}
        submit={text.withdraw}
        open={taken !== undefined}
        onClose={() => take(undefined)}
        send={async () => {
          const outcome = await withdraw({
            input: { confirmationRequestId: taken?.id ?? '', version: taken?.version ?? 0 },
          })
          if (outcome.kind === 'refused') onConflict()
          return outcome
        }}
        onDone={() => announce(text.withdrawn)}
      />
    </>
  )
}

function Row({ request, onWithdraw }: { request: RequestTable_RequestFragment; onWithdraw: () => void }) {
  const { blocks: blockNames, requests: text } = useNetworkText()
  const language = useLanguage()
  const { facility, blocks, askedAt, askedBy, note, remindedAt, reminders, state, answeredAt, withdrawnAt } =
    request
  return (
    <tr>
      <th scope="row">
        <Link to="/facilities/$facilityId" params={{ facilityId: facility.id }}>
          {facility.name}
        </Link>
        {facility.sample && <SampleBadge />}
        {facility.corporation && <span className="yui-row-note">{facility.corporation.name}</span>}
      </th>
      <Cell label={text.columns.blocks}>
        <ul className="grid gap-1">
          {blocks.nodes.map(({ id, block, answeredAt: moment, answer }) => (
            <li key={id}>
              {moment && answer ? (
                text.answeredBlock(blockNames[block], text.answers[answer], formatDay(moment, language))
              ) : (
                <b className="prose-strong">{text.openBlock(blockNames[block], state === 'OPEN')}</b>
              )}
            </li>
          ))}
        </ul>
      </Cell>
      <Cell label={text.columns.asked}>
        <time dateTime={askedAt}>{formatDate(askedAt, language)}</time>
        {askedBy && <span className="yui-row-note">{askedBy.name}</span>}
        {note && <span className="yui-row-note">{text.note(note)}</span>}
      </Cell>
      <Cell label={text.columns.state}>
        {text.states[state]}
        {(answeredAt ?? withdrawnAt) && (
          <span className="yui-row-note">{formatDate(answeredAt ?? withdrawnAt ?? '', language)}</span>
        )}
        {state === 'OPEN' && (
          <span className="yui-row-note">
            {remindedAt ? text.reminded(reminders, formatDay(remindedAt, language)) : text.notReminded}
          </span>
        )}
      </Cell>
      <Cell label={text.columns.action}>
        {state === 'OPEN' && request.viewerCan.withdraw.allowed ? (
          <Button kind="text" aria-label={text.withdrawOne(facility.name)} onClick={onWithdraw}>
            {text.withdraw}
          </Button>
        ) : (
          text.noAction
        )}
      </Cell>
    </tr>
  )
}
