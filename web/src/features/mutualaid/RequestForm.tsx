import { useState } from 'react'
import { graphql } from '../../generated/gql.ts'
import type { AidKind, StaffSkill } from '../../generated/graphql.ts'
import { announce } from '../../lib/announce.ts'
import { useCommand } from '../../lib/command.ts'
import { toDigits } from '../../lib/digits.ts'
import { useMutualaidText } from '../../locales/mutualaid.ts'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { RadioGroup } from '../../ui/Radio/RadioGroup.tsx'
import { SelectField } from '../../ui/Select/SelectField.tsx'
import { TextField } from '../../ui/TextField/TextField.tsx'
import { ActingStatement } from '../identity/ActingStatement.tsx'
import { momentOf, typedMoment } from '../../lib/moments.ts'

const Ask = graphql(`
  mutation RequestForm_ask($input: RequestAidInput!) {
    requestAid(input: $input) {
      ... on RequestAidPayload {
        aidRequest {
          id
        }
      }
      ...Refusal
    }
  }
`)

interface RequestFormProps {
  eventId: string
  /** Facilities that the viewer may ask for. */
  facilities: readonly { facilityId: string; name: string }[]
  /** The coordinator asks for the network, too. */
  coordinates: boolean
  items: readonly { id: string; name: string; unit: string }[]
  onDone: () => void
}

interface Values {
  facilityId: string
  kind: AidKind | ''
  skill: StaffSkill | ''
  itemId: string
  quantity: string
  neededBy: string
  startsAt: string
  endsAt: string
  place: string
  detail: string
}

const NETWORK = 'NETWORK'

/** Asks for staff, goods, a vehicle or beds. */
export function RequestForm({ eventId, facilities, coordinates, items, onDone }: RequestFormProps) {
  const texts = useMutualaidText()
  const text = texts.aid.request
  const send = useCommand(Ask)
  const [only] = facilities
  const [soon] = useState(() => typedMoment(new Date(Date.now() + 3 * 3_600_000)))
  const defaultValues: Values = {
    facilityId: coordinates ? '' : (only?.facilityId ?? ''),
    kind: '',
    skill: '',
    itemId: '',
    quantity: '',
    neededBy: soon,
    startsAt: '',
    endsAt: '',
    place: '',
    detail: '',
  }
  const form = useForm<Values>({ defaultValues })
  const kind = form.hookForm.watch('kind')
  return (
    <Form
      form={form}
      submit={(values) =>
        send({
          input: {
            eventId,
            facilityId: values.facilityId === NETWORK ? null : values.facilityId,
            kind: values.kind || 'GOODS',
            skill: kind === 'STAFF' ? values.skill || null : null,
            itemId: kind === 'GOODS' ? values.itemId || null : null,
            quantity: Number(toDigits(values.quantity)),
            neededBy: momentOf(values.neededBy) ?? '',
            startsAt: kind === 'GOODS' ? null : momentOf(values.startsAt),
            endsAt: kind === 'GOODS' ? null : momentOf(values.endsAt),
            place: values.place,
            detail: values.detail,
            idempotencyKey: crypto.randomUUID(),
          },
        })
      }
      onDone={() => {
        form.hookForm.reset(defaultValues)
        announce(text.done)
        onDone()
      }}
    >
      {(coordinates || facilities.length > 1) && (
        <SelectField
          name="facilityId"
          label={text.facility}
          required
          options={[
            ...(coordinates ? [{ value: NETWORK, label: text.forNetwork }] : []),
            ...facilities.map(({ facilityId, name }) => ({ value: facilityId, label: name })),
          ]}
        />
      )}
      <RadioGroup
        name="kind"
        label={text.kind}
        required
        options={(['STAFF', 'GOODS', 'VEHICLE', 'BEDS'] as const).map((value) => ({
          value,
          label: texts.kinds[value],
        }))}
      />
      {kind === 'STAFF' && (
        <SelectField
          name="skill"
          label={text.skill}
          required
          options={Object.entries(texts.skills).map(([value, label]) => ({ value, label }))}
        />
      )}
      {kind === 'GOODS' && (
        <SelectField
          name="itemId"
          label={text.item}
          required
          options={items.map(({ id, name, unit }) => ({ value: id, label: `${name} / ${unit}` }))}
        />
      )}
      <TextField
        name="quantity"
        label={text.quantity}
        support={text.quantitySupport}
        required
        inputMode="numeric"
        width="code"
        clean={toDigits}
      />
      <TextField name="neededBy" label={text.neededBy} required type="datetime-local" width="name" />
      {kind !== '' && kind !== 'GOODS' && (
        <>
          <TextField
            name="startsAt"
            label={text.startsAt}
            required
            type="datetime-local"
            width="name"
            errors={text.errors}
          />
          <TextField
            name="endsAt"
            label={text.endsAt}
            required
            type="datetime-local"
            width="name"
            errors={text.errors}
          />
        </>
      )}
      <TextField name="place" label={text.place} support={text.placeSupport} maxLength={100} />
      <TextField name="detail" label={text.detail} support={text.detailSupport} maxLength={200} />
      <FormEnd submit={text.submit} statement={<ActingStatement>{text.statement}</ActingStatement>} />
    </Form>
  )
}
