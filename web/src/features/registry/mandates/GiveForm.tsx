import { graphql } from '../../../generated/gql.ts'
import type { MandatePermission } from '../../../generated/graphql.ts'
import { useCommand } from '../../../lib/command.ts'
import { emptyDate, isoOf, toEntry, today, type DateEntry } from '../../../lib/dates.ts'
import { useMandatesText } from '../../../locales/mandates.ts'
import { CheckboxGroup } from '../../../ui/Checkbox/CheckboxGroup.tsx'
import { DateFields } from '../../../ui/DateFields/DateFields.tsx'
import { Form } from '../../../ui/Form/Form.tsx'
import { FormEnd } from '../../../ui/Form/FormEnd.tsx'
import { useForm } from '../../../ui/Form/use-form.ts'
import { RadioGroup } from '../../../ui/Radio/RadioGroup.tsx'
import { SelectField } from '../../../ui/Select/SelectField.tsx'
import { TextAreaField } from '../../../ui/TextArea/TextAreaField.tsx'
import { ActingStatement } from '../../identity/ActingStatement.tsx'
import { SuccessorField } from '../SuccessorField.tsx'

const Give = graphql(`
  mutation GiveForm_give($input: GiveMandatesInput!) {
    giveMandates(input: $input) {
      __typename
      ... on GiveMandatesPayload {
        corporation {
          id
          mandatesGiven(first: 100) {
            totalCount
          }
          ...MandateTable_corporation
        }
      }
      ...Refusal
    }
  }
`)

interface Values {
  kind: 'network' | 'corporation'
  holderPlatformId: string
  holderCorporationId: string
  permissions: MandatePermission[]
  startsOn: DateEntry
  endsOn: DateEntry
  note: string
}

interface GiveFormProps {
  corporation: { id: string; sample: boolean }
  /** Networks it belongs to. */
  networks: readonly { id: string; name: string }[]
  onDone: () => void
  leave: React.ReactNode
}

/** A network's secretariat needs no other than this: the rest it may by its own right. */
const OF_NETWORK: readonly MandatePermission[] = ['CONFIRM_FACTS']
const OF_CORPORATION: readonly MandatePermission[] = ['CONFIRM_FACTS', 'EDIT_FACTS', 'SEE_ALL_CONTACTS']

/** Whom, with what, from when to when. */
export function GiveForm({ corporation, networks, onDone, leave }: GiveFormProps) {
  const all = useMandatesText()
  const text = all.form
  const give = useCommand(Give)
  const form = useForm<Values>({
    defaultValues: {
      kind: networks.length > 0 ? 'network' : 'corporation',
      holderPlatformId: networks.length === 1 ? (networks[0]?.id ?? '') : '',
      holderCorporationId: '',
      permissions: [],
      startsOn: toEntry(today()),
      endsOn: emptyDate,
      note: '',
    },
    draft: {
      key: `entrust:${corporation.id}`,
      title: text.title,
      path: `/corporations/${corporation.id}/entrust`,
    },
  })
  const ofNetwork = form.hookForm.watch('kind') === 'network'
  const offered = ofNetwork ? OF_NETWORK : OF_CORPORATION
  return (
    <Form
      form={form}
      submit={({ holderPlatformId, holderCorporationId, permissions, startsOn, endsOn, note }) =>
        give({
          input: {
            corporationId: corporation.id,
            ...(ofNetwork ? { holderPlatformId } : { holderCorporationId }),
            permissions: permissions.filter((one) => offered.includes(one)),
            startsOn: isoOf(startsOn) ?? today(),
            endsOn: isoOf(endsOn),
            note: note || null,
            idempotencyKey: crypto.randomUUID(),
          },
        })
      }
      onDone={onDone}
    >
      <RadioGroup
        name="kind"
        label={text.kind}
        required
        options={Object.entries(text.kinds)
          .filter(([value]) => value === 'corporation' || networks.length > 0)
          .map(([value, label]) => ({ value, label }))}
      />
      {ofNetwork ? (
        <SelectField
          name="holderPlatformId"
          label={text.network}
          support={text.networkSupport}
          required
          options={networks.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : (
        <SuccessorField
          name="holderCorporationId"
          exceptId={corporation.id}
          sample={corporation.sample}
          required
          words={{
            search: text.corporationSearch,
            searchSupport: text.corporationSearchSupport,
            choice: text.corporation,
          }}
        />
      )}
      <CheckboxGroup
        name="permissions"
        label={text.permissions}
        support={offered.length > 1 ? text.permissionsSupport : undefined}
        required
        options={offered.map((value) => ({
          value,
          label: all.permissions[value],
          support: ofNetwork ? undefined : text.permissionSupport[value],
        }))}
      />
      <DateFields
        name="startsOn"
        label={text.startsOn}
        support={text.startsOnSupport}
        required
        errors={{ DAY_IS_OVER: text.wrong.DAY_IS_OVER }}
      />
      <DateFields
        name="endsOn"
        label={text.endsOn}
        support={text.endsOnSupport}
        errors={{ ENDS_BEFORE_START: text.wrong.ENDS_BEFORE_START }}
      />
      <TextAreaField name="note" label={text.note} support={text.noteSupport} maxLength={300} rows={2} />
      <FormEnd submit={text.submit} statement={<ActingStatement>{text.statement}</ActingStatement>}>
        {leave}
      </FormEnd>
    </Form>
  )
}
