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

const Count = graphql(`
  mutation SkillForms_count($input: CountStaffSkillInput!) {
    countStaffSkill(input: $input) {
      ... on CountStaffSkillPayload {
        staffSkillCount {
          id
          people
          reachableAtNight
          minutes
          countedOn
        }
      }
      ...Refusal
    }
  }
`)
const Register = graphql(`
  mutation SkillForms_register($input: RegisterAidResourceInput!) {
    registerAidResource(input: $input) {
      ... on RegisterAidResourcePayload {
        aidResource {
          id
        }
      }
      ...Refusal
    }
  }
`)

/** How many people can do something, and how many of them come on foot at night. */
export function SkillCountForm({ facilityId }: { facilityId: string }) {
  const texts = useMutualaidText()
  const text = texts.skillsPage.add
  const send = useCommand(Count)
  const defaultValues = { skill: '' as StaffSkill | '', people: '', night: '', minutes: '30' }
  const form = useForm({ defaultValues })
  const number = { inputMode: 'numeric', width: 'code', clean: toDigits } as const
  return (
    <Form
      form={form}
      submit={({ skill, people, night, minutes }) =>
        send({
          input: {
            facilityId,
            skill: skill || 'GENERAL',
            people: Number(toDigits(people)),
            reachableAtNight: night.trim() === '' ? null : Number(toDigits(night)),
            minutes: Number(toDigits(minutes)),
          },
        })
      }
      onDone={() => {
        form.hookForm.reset(defaultValues)
        announce(text.done)
      }}
    >
      <SelectField
        name="skill"
        label={text.skill}
        required
        options={Object.entries(texts.skills).map(([value, label]) => ({ value, label }))}
      />
      <TextField name="people" label={text.people} required {...number} />
      <TextField
        name="night"
        label={text.night}
        support={text.nightSupport}
        errors={text.errors}
        {...number}
      />
      <TextField name="minutes" label={text.minutes} required {...number} />
      <FormEnd submit={text.submit} statement={<ActingStatement>{text.statement}</ActingStatement>} />
    </Form>
  )
}

/** Registers a person's shift, a vehicle or beds. */
export function ResourceForm({ facilityId }: { facilityId: string }) {
  const texts = useMutualaidText()
  const text = texts.skillsPage.register
  const send = useCommand(Register)
  const defaultValues = { kind: '' as AidKind | '', label: '', skill: '' as StaffSkill | '', units: '1' }
  const form = useForm({ defaultValues })
  const kind = form.hookForm.watch('kind')
  return (
    <Form
      form={form}
      submit={({ label, skill, units }) =>
        send({
          input: {
            facilityId,
            kind: kind || 'STAFF',
            label,
            skill: kind === 'STAFF' ? skill || null : null,
            units: kind === 'BEDS' ? Number(toDigits(units)) : 1,
            idempotencyKey: crypto.randomUUID(),
          },
        })
      }
      onDone={() => {
        form.hookForm.reset(defaultValues)
        announce(text.done)
      }}
    >
      <RadioGroup
        name="kind"
        label={text.kind}
        required
        options={(['STAFF', 'VEHICLE', 'BEDS'] as const).map((value) => ({
          value,
          label: texts.kinds[value],
        }))}
      />
      <TextField name="label" label={text.label} support={text.labelSupport} required maxLength={60} />
      {kind === 'STAFF' && (
        <SelectField
          name="skill"
          label={text.skill}
          required
          options={Object.entries(texts.skills).map(([value, label]) => ({ value, label }))}
        />
      )}
      {kind === 'BEDS' && (
        <TextField
          name="units"
          label={text.units}
          required
          inputMode="numeric"
          width="code"
          clean={toDigits}
        />
      )}
      <FormEnd submit={text.submit} statement={<ActingStatement>{text.statement}</ActingStatement>} />
    </Form>
  )
}
