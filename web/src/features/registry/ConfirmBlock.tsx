import { useState } from 'react'
import { graphql } from '../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import type { ConfirmBlock_FacilityFragment, FacilityBlock } from '../../generated/graphql.ts'
import { announce } from '../../lib/announce.ts'
import { formatDate, monthsBetween, today } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useOutbox } from '../../lib/outbox.ts'
import type { Failure } from '../../lib/problems.ts'
import { useRegistryText } from '../../locales/registry.ts'
import { Button, Buttons } from '../../ui/Button/Button.tsx'
import { LinkButton } from '../../ui/Link/Link.tsx'
import { Confirmed } from '../../ui/Chunk/Chunk.tsx'
import { FailureNotice } from '../../ui/Notice/FailureNotice.tsx'
import { Notice } from '../../ui/Notice/Notice.tsx'
import { StaleText } from '../../ui/StatusText/StatusText.tsx'
import { useConfirmer } from './confirmer.ts'

const ConfirmBlock_facility = graphql(`
  fragment ConfirmBlock_facility on Facility {
    id
    shortName
    status
    entrustedBy
    viewerCan {
      confirm {
        allowed
      }
      confirmContacts {
        allowed
      }
      edit {
        allowed
      }
      editContacts {
        allowed
      }
    }
    lastBasic: confirmations(block: BASIC, first: 1) {
      nodes {
        ...LastConfirmation
      }
    }
    lastContacts: confirmations(block: CONTACTS, first: 1) {
      nodes {
        ...LastConfirmation
      }
    }
    lastEquipment: confirmations(block: EQUIPMENT, first: 1) {
      nodes {
        ...LastConfirmation
      }
    }
    lastServices: confirmations(block: SERVICES, first: 1) {
      nodes {
        ...LastConfirmation
      }
    }
    lastResources: confirmations(block: RESOURCES, first: 1) {
      nodes {
        ...LastConfirmation
      }
    }
    lastStaff: confirmations(block: STAFF, first: 1) {
      nodes {
        ...LastConfirmation
      }
    }
  }
`)

const LastConfirmation = graphql(`
  fragment LastConfirmation on FacilityConfirmation {
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
  mutation ConfirmBlock_confirmFacilityUnchanged($input: ConfirmFacilityUnchangedInput!) {
    confirmFacilityUnchanged(input: $input) {
      __typename
      ... on ConfirmFacilityUnchangedPayload {
        facility {
          id
          ...ConfirmBlock_facility
          ...FreshnessText_facility
          ...ConfirmationHistory_facility
        }
      }
      ...Refusal
    }
  }
`)

const FRESH_MONTHS = 12

function lastOf(facility: ConfirmBlock_FacilityFragment, block: FacilityBlock) {
  const connection = {
    BASIC: facility.lastBasic,
    CONTACTS: facility.lastContacts,
    EQUIPMENT: facility.lastEquipment,
    SERVICES: facility.lastServices,
    RESOURCES: facility.lastResources,
    STAFF: facility.lastStaff,
  }[block]
  const [last] = readFragment(LastConfirmation, connection.nodes)
  return last
}

/**
 * Sends 「変わりありません」 and says so; what came of it appears on the page, and on every other one that shows it.
 * Without a network it waits on the device.
 */
function useConfirm({ id, shortName }: Pick<ConfirmBlock_FacilityFragment, 'id' | 'shortName'>) {
  const text = useRegistryText().facility
  const outbox = useOutbox(Confirm, {
    kind: 'registry.confirmFacility',
    title: text.confirmation(shortName, text.allBlocks),
    path: `/facilities/${id}`,
    lane: id,
    passes: true,
  })
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const waiting = outbox.entries.filter(({ state }) => state === 'WAITING' || state === 'SENDING')
  const confirm = async (block: FacilityBlock | undefined, done: string) => {
    setBusy(true)
    setFailure(undefined)
    const title = text.confirmation(shortName, block ? text.blocks[block] : text.allBlocks)
    const outcome = await outbox.send({ facilityId: id, block }, { title })
    setBusy(false)
    if (outcome.kind === 'done') announce(outcome.payload.__typename === 'Waiting' ? text.waits : done)
    else if (outcome.kind === 'failed') setFailure(outcome.failure)
    else setFailure({ kind: 'FAULT', incidentId: undefined })
  }
  return {
    confirm,
    busy,
    failure,
    /** It lies on the device already: pressing once more would say nothing new. */
    waits: (block: FacilityBlock | undefined) =>
      waiting.some(({ input }) => input.block === block || input.block === undefined),
  }
}

interface ConfirmBlockProps {
  facility: FragmentType<typeof ConfirmBlock_facility>
  block: FacilityBlock
}

/** When a block was last confirmed and by whom; for its own people the button that says nothing has changed. */
export function ConfirmBlock({ facility: given, block }: ConfirmBlockProps) {
  const facility = readFragment(ConfirmBlock_facility, given)
  const text = useRegistryText().facility
  const confirmer = useConfirmer()
  const language = useLanguage()
  const { confirm, busy, failure, waits } = useConfirm(facility)
  const last = lastOf(facility, block)
  const months = last ? monthsBetween(last.confirmedAt, today()) : undefined
  const stale = months === undefined || months >= FRESH_MONTHS
  const open = facility.status === 'ACTIVE'
  const { confirm: ofOthers, confirmContacts, edit, editContacts } = facility.viewerCan
  const mayConfirm = open && (block === 'CONTACTS' ? confirmContacts : ofOthers).allowed
  const mayEdit = open && (block === 'CONTACTS' ? editContacts : edit).allowed
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
          {facility.entrustedBy && <p className="prose-note">{text.entrusted(facility.entrustedBy)}</p>}
          <Buttons>
            {mayConfirm && !waits(block) && (
              <Button
                kind={stale ? 'main' : 'plain'}
                busy={busy}
                onClick={() => void confirm(block, text.confirmed(text.blocks[block]))}
              >
                {text.unchanged}
                <span className="sr-only">（{text.blocks[block]}）</span>
              </Button>
            )}
            {mayEdit && (
              <LinkButton
                kind="text"
                to="/facilities/$facilityId/edit/$block"
                params={{ facilityId: facility.id, block: block.toLowerCase() }}
              >
                {text.edit}
                <span className="sr-only">（{text.blocks[block]}）</span>
              </LinkButton>
            )}
          </Buttons>
          {mayConfirm && waits(block) && (
            <Notice kind="offline">
              <p>{text.waits}</p>
            </Notice>
          )}
          {failure && <FailureNotice failure={failure} />}
        </div>
      )}
    </>
  )
}

/** All blocks at once, for its own people, while one of them waits to be confirmed. */
export function ConfirmAll({ facility: given }: Pick<ConfirmBlockProps, 'facility'>) {
  const facility = readFragment(ConfirmBlock_facility, given)
  const text = useRegistryText().facility
  const { confirm, busy, failure, waits } = useConfirm(facility)
  const blocks: readonly FacilityBlock[] = [
    'BASIC',
    'CONTACTS',
    'EQUIPMENT',
    'SERVICES',
    'RESOURCES',
    'STAFF',
  ]
  const waiting = blocks.filter((block) => {
    const last = lastOf(facility, block)
    return !last || monthsBetween(last.confirmedAt, today()) >= FRESH_MONTHS
  })
  // All of them are one act, so whoever may not confirm the contacts confirms block by block.
  if (facility.status !== 'ACTIVE' || !facility.viewerCan.confirmContacts.allowed || waiting.length < 2)
    return null
  if (waits(undefined)) return <p>{text.waits}</p>
  return (
    <>
      <Button busy={busy} onClick={() => void confirm(undefined, text.confirmedAll)}>
        {text.allUnchanged}
      </Button>
      {failure && <FailureNotice failure={failure} />}
    </>
  )
}
