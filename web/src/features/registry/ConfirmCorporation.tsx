import { useState } from 'react'
import { graphql } from '../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import type { ConfirmCorporation_CorporationFragment, CorporationBlock } from '../../generated/graphql.ts'
import { announce } from '../../lib/announce.ts'
import { useCommand } from '../../lib/command.ts'
import { formatDate, monthsBetween, today } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import type { Failure } from '../../lib/problems.ts'
import { useCorporationText } from '../../locales/corporation.ts'
import { useRegistryText } from '../../locales/registry.ts'
import { Button, Buttons } from '../../ui/Button/Button.tsx'
import { Confirmed } from '../../ui/Chunk/Chunk.tsx'
import { LinkButton } from '../../ui/Link/Link.tsx'
import { FailureNotice } from '../../ui/Notice/FailureNotice.tsx'
import { StaleText } from '../../ui/StatusText/StatusText.tsx'
import { useConfirmer } from './confirmer.ts'

const ConfirmCorporation_corporation = graphql(`
  fragment ConfirmCorporation_corporation on Corporation {
    id
    lastBasic: confirmations(block: BASIC, first: 1) {
      nodes {
        ...LastCorporationConfirmation
      }
    }
    lastContacts: confirmations(block: CONTACTS, first: 1) {
      nodes {
        ...LastCorporationConfirmation
      }
    }
    lastProcurement: confirmations(block: PROCUREMENT, first: 1) {
      nodes {
        ...LastCorporationConfirmation
      }
    }
  }
`)

const LastConfirmation = graphql(`
  fragment LastCorporationConfirmation on CorporationConfirmation {
    id
    confirmedAt
    confirmedByRole
    confirmedBy {
      id
      name
    }
    onBehalf
    mandate {
      id
      ...Confirmer_mandate
    }
  }
`)

const Confirm = graphql(`
  mutation ConfirmCorporation_confirm($input: ConfirmCorporationUnchangedInput!) {
    confirmCorporationUnchanged(input: $input) {
      __typename
      ... on ConfirmCorporationUnchangedPayload {
        corporation {
          id
          version
          ...ConfirmCorporation_corporation
          ...CorporationHistory_corporation
        }
      }
      ...Refusal
    }
  }
`)

const FRESH_MONTHS = 12

function lastOf(corporation: ConfirmCorporation_CorporationFragment, block: CorporationBlock) {
  const connection = {
    BASIC: corporation.lastBasic,
    CONTACTS: corporation.lastContacts,
    PROCUREMENT: corporation.lastProcurement,
  }[block]
  const [last] = readFragment(LastConfirmation, connection.nodes)
  return last
}

interface ConfirmCorporationProps {
  corporation: FragmentType<typeof ConfirmCorporation_corporation>
  block: CorporationBlock
  /** The asker is its administrator. */
  mayConfirm: boolean
  mayEdit: boolean
  /** Name of the corporation, if it has entrusted the asker with it. */
  entrustedBy?: string
}

/** When a block was last confirmed and by whom; for its administrator 「変わりありません」 and 「直す」. */
export function ConfirmCorporation({
  corporation: given,
  block,
  mayConfirm,
  mayEdit,
  entrustedBy,
}: ConfirmCorporationProps) {
  const corporation = readFragment(ConfirmCorporation_corporation, given)
  const text = useRegistryText().facility
  const own = useCorporationText()
  const confirmer = useConfirmer()
  const language = useLanguage()
  const send = useCommand(Confirm)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const last = lastOf(corporation, block)
  const months = last ? monthsBetween(last.confirmedAt, today()) : undefined
  const stale = months === undefined || months >= FRESH_MONTHS

  const confirm = async () => {
    setBusy(true)
    setFailure(undefined)
    const input = { corporationId: corporation.id, block, idempotencyKey: crypto.randomUUID() }
    const outcome = await send({ input })
    setBusy(false)
    if (outcome.kind === 'done') announce(own.confirmed(own.blocks[block]))
    else if (outcome.kind === 'failed') setFailure(outcome.failure)
    else setFailure({ kind: 'FAULT', incidentId: undefined })
  }
  return (
    <>
      <Confirmed label={text.lastConfirmed} by={last && confirmer(last)}>
        {last ? formatDate(last.confirmedAt, language) : text.neverConfirmed}
      </Confirmed>
      {stale && (mayConfirm || last) && (
        <StaleText>
          {months === undefined ? text.neverLine : text.staleLine(months)}
          {mayConfirm && (
            <>
              <br />
              {text.pleaseConfirm}
            </>
          )}
        </StaleText>
      )}
      {(mayConfirm || mayEdit) && (
        <div className="yui-no-print">
          {entrustedBy && <p className="prose-note">{text.entrusted(entrustedBy)}</p>}
          <Buttons>
            {mayConfirm && (
              <Button kind={stale ? 'main' : 'plain'} busy={busy} onClick={() => void confirm()}>
                {text.unchanged}
                <span className="sr-only">{own.editOf(own.blocks[block])}</span>
              </Button>
            )}
            {mayEdit && (
              <LinkButton
                kind="text"
                to="/corporations/$corporationId/edit/$part"
                params={{ corporationId: corporation.id, part: block.toLowerCase() }}
              >
                {own.edit}
                <span className="sr-only">{own.editOf(own.blocks[block])}</span>
              </LinkButton>
            )}
          </Buttons>
          {failure && <FailureNotice failure={failure} />}
        </div>
      )}
    </>
  )
}
