import { useState } from 'react'
import { useQuery } from 'urql'
import { graphql } from '../../generated/gql.ts'
import type { AidKind } from '../../generated/graphql.ts'
import { announce } from '../../lib/announce.ts'
import { useCommand } from '../../lib/command.ts'
import { toDigits } from '../../lib/digits.ts'
import { useMutualaidText } from '../../locales/mutualaid.ts'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { Field } from '../../ui/Field/Field.tsx'
import { Select } from '../../ui/Select/Select.tsx'
import { SelectField } from '../../ui/Select/SelectField.tsx'
import { TextField } from '../../ui/TextField/TextField.tsx'
import { ActingStatement } from '../identity/ActingStatement.tsx'
import { momentOf } from '../../lib/moments.ts'

const OfferForm_choices = graphql(`
  query OfferFormChoices($facilityId: ID!, $stockItemId: ID, $kind: AidKind) {
    facility(id: $facilityId) {
      id
      stockLots(first: 50, itemId: $stockItemId) {
        nodes {
          id
          free
          place
          item {
            id
            name
            unit
          }
        }
      }
      aidResources(first: 100, kind: $kind) {
        nodes {
          id
          label
          units
          taken
        }
      }
    }
  }
`)

const Offer = graphql(`
  mutation OfferForm_give($input: OfferAidInput!) {
    offerAid(input: $input) {
      ... on OfferAidPayload {
        aidRequest {
          id
          ...RequestCard_request
        }
      }
      ...Refusal
    }
  }
`)

interface OfferFormProps {
  request: { id: string; kind: AidKind; stillWanted: number; item?: { id: string } | null }
  /** Facilities whose things the viewer may offer. */
  facilities: readonly { facilityId: string; name: string }[]
  onDone: () => void
}

/** Offers something that one's own facility has. */
export function OfferForm({ request, facilities, onDone }: OfferFormProps) {
  const texts = useMutualaidText()
  const text = texts.aid.offerForm
  const [facilityId, choose] = useState(facilities[0]?.facilityId ?? '')
  const [result, readAgain] = useQuery({
    query: OfferForm_choices,
    variables: { facilityId, stockItemId: request.item?.id ?? null, kind: request.kind },
    requestPolicy: 'cache-and-network',
  })
  return (
    <>
      {facilities.length > 1 && (
        <Field label={text.facility}>
          {(control) => (
            <Select {...control} value={facilityId} onChange={(event) => choose(event.target.value)}>
              {facilities.map(({ facilityId: id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })} lines={6}>
        {({ facility }) => {
          const goods = request.kind === 'GOODS'
          const draws = goods
            ? (facility?.stockLots.nodes ?? []).map((lot) => ({
                value: lot.id,
                label: text.free(`${lot.item.name} ${lot.place}`.trim(), lot.free, lot.item.unit),
                free: lot.free,
              }))
            : (facility?.aidResources.nodes ?? []).map(({ id, label, units, taken }) => ({
                value: id,
                label: request.kind === 'BEDS' ? text.free(label, units - taken, texts.units.BEDS) : label,
                free: units - taken,
              }))
          const usable = draws.filter(({ free }) => free > 0)
          if (usable.length === 0)
            return (
              <>
                <p>{text.drawNone}</p>
                <p>
                  <Link
                    to={goods ? '/facilities/$facilityId/stock' : '/facilities/$facilityId/skills'}
                    params={{ facilityId }}
                  >
                    {goods ? text.stock : text.register}
                  </Link>
                </p>
              </>
            )
          return (
            <Draw
              key={facilityId}
              request={request}
              draws={usable}
              whole={request.kind === 'STAFF' || request.kind === 'VEHICLE'}
              onDone={onDone}
            />
          )
        }}
      </Loaded>
    </>
  )
}

interface DrawProps {
  request: OfferFormProps['request']
  draws: readonly { value: string; label: string; free: number }[]
  /** People and vehicles come as a whole. */
  whole: boolean
  onDone: () => void
}

function Draw({ request, draws, whole, onDone }: DrawProps) {
  const text = useMutualaidText().aid.offerForm
  const send = useCommand(Offer)
  const [only, ...others] = draws
  const form = useForm({
    defaultValues: {
      draw: others.length === 0 ? (only?.value ?? '') : '',
      quantity: whole ? '1' : String(Math.min(request.stillWanted, only?.free ?? request.stillWanted)),
      validUntil: '',
      note: '',
    },
  })
  return (
    <Form
      form={form}
      submit={({ draw, quantity, validUntil, note }) =>
        send({
          input: {
            aidRequestId: request.id,
            lotId: request.kind === 'GOODS' ? draw : null,
            resourceId: request.kind === 'GOODS' ? null : draw,
            quantity: Number(toDigits(quantity)),
            startsAt: null,
            endsAt: null,
            validUntil: momentOf(validUntil),
            note,
            idempotencyKey: crypto.randomUUID(),
          },
        })
      }
      onDone={() => {
        announce(text.done)
        onDone()
      }}
    >
      <SelectField name="draw" label={text.draw} required options={draws} />
      {!whole && (
        <TextField
          name="quantity"
          label={text.quantity}
          required
          inputMode="numeric"
          width="code"
          clean={toDigits}
        />
      )}
      <TextField
        name="validUntil"
        label={text.validUntil}
        support={text.validSupport}
        type="datetime-local"
        width="name"
      />
      <TextField name="note" label={text.note} support={text.noteSupport} maxLength={200} />
      <FormEnd submit={text.submit} statement={<ActingStatement>{text.statement}</ActingStatement>} />
    </Form>
  )
}
