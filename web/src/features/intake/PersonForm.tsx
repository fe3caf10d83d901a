import {
  AGE_BANDS,
  CARE_NEEDS,
  FIELDS,
  needsOf,
  needsValue,
  type CareNeed,
  type Entry,
  type Field,
} from '../../../../api/src/modules/intake/rules/entries.ts'
import type { Person } from '../../../../api/src/modules/intake/rules/people.ts'
import { addPerson, nameFromHeadcount, setField } from '../../../../api/src/modules/intake/rules/writing.ts'
import { toDigits } from '../../lib/digits.ts'
import { useIntakeText } from '../../locales/intake.ts'
import { CheckboxGroup } from '../../ui/Checkbox/CheckboxGroup.tsx'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { Section } from '../../ui/Page/Page.tsx'
import { RadioGroup } from '../../ui/Radio/RadioGroup.tsx'
import { SelectField } from '../../ui/Select/SelectField.tsx'
import { TextAreaField } from '../../ui/TextArea/TextAreaField.tsx'
import { TextField } from '../../ui/TextField/TextField.tsx'
import type { AtDesk } from './desk.ts'
import { groupText } from './words.ts'

type Values = Record<Exclude<Field, 'NEEDS'>, string> & { NEEDS: string[]; group: string }

const valueIn = (person: Person | null, field: Field): string => person?.fields[field]?.[0]?.value ?? ''

function valuesOf(person: Person | null, groupId: string): Values {
  const texts = Object.fromEntries(FIELDS.map((field) => [field, valueIn(person, field)]))
  return {
    ...(texts as Omit<Values, 'NEEDS' | 'group'>),
    NEEDS: needsOf(valueIn(person, 'NEEDS')),
    group: groupId,
  }
}

interface PersonFormProps {
  desk: AtDesk
  /** Null for somebody who is being entered. */
  person: Person | null
  /** The headcount somebody was in; '' = none. */
  groupId: string
  onDone: () => void
  children: React.ReactNode
}

/** Everything about one person; only what was changed is written down. */
export function PersonForm({ desk, person, groupId, onDone, children }: PersonFormProps) {
  const text = useIntakeText()
  // Without a draft: nobody's data stays on a shared device.
  const form = useForm<Values>({ defaultValues: valuesOf(person, groupId) })
  const answers = (['YES', 'NO', 'UNKNOWN'] as const).map((value) => ({ value, label: text.answers[value] }))
  const groups = desk.state.groups.filter(({ remaining }) => remaining > 0)

  const entriesOf = (values: Values): Entry[] => {
    const entries: Entry[] = []
    let subject: Pick<Person, 'id' | 'fields'> | null = person
    if (!subject) {
      const added = values.group ? nameFromHeadcount(desk.pen, values.group) : addPerson(desk.pen, desk.state)
      entries.push(added)
      subject = { id: added.id, fields: {} }
    }
    for (const field of FIELDS) {
      const value = field === 'NEEDS' ? needsValue(values.NEEDS as CareNeed[]) : values[field].trim()
      if (value !== valueIn(person, field)) entries.push(setField(desk.pen, subject, field, value))
    }
    return entries
  }

  const line = (
    field: Exclude<Field, 'NEEDS'>,
    more: Partial<React.ComponentProps<typeof TextField>> = {},
  ) => <TextField name={field} label={text.fields[field]} maxLength={200} {...more} />
  return (
    <Form form={form} submit={(values) => desk.write(entriesOf(values))} onDone={onDone}>
      {!person && groups.length > 0 && (
        <RadioGroup
          name="group"
          label={text.fromCount}
          support={text.fromCountSupport}
          options={[
            { value: '', label: text.notCounted },
            ...groups.map((group) => ({ value: group.id, label: groupText(text, group) })),
          ]}
        />
      )}
      <Section title={text.parts.who}>
        {line('NAME', { maxLength: 100 })}
        {line('KANA', { maxLength: 100 })}
        {line('BIRTH_YEAR', {
          inputMode: 'numeric',
          width: 'code',
          support: text.birthYearSupport,
          clean: toDigits,
          checks: { INVALID: (typed) => /^(19|20)\d\d$/.test(typed) },
          errors: { INVALID: text.birthYearWrong },
        })}
        <SelectField
          name="AGE_BAND"
          label={text.fields.AGE_BAND}
          options={AGE_BANDS.map((band) => ({ value: band, label: text.ageBands[band] }))}
        />
        <RadioGroup
          name="SEX"
          label={text.fields.SEX}
          options={(['FEMALE', 'MALE', 'OTHER', 'UNKNOWN'] as const).map((sex) => ({
            value: sex,
            label: text.sexes[sex],
          }))}
        />
        {line('TOWN')}
        {line('PHONE', { type: 'tel', width: 'tel', clean: toDigits })}
        <RadioGroup
          name="STAY"
          label={text.fields.STAY}
          options={(['NIGHT', 'DAY'] as const).map((stay) => ({ value: stay, label: text.stays[stay] }))}
        />
      </Section>
      <Section title={text.parts.needs}>
        <CheckboxGroup
          name="NEEDS"
          label={text.fields.NEEDS}
          options={CARE_NEEDS.map((need) => ({ value: need, label: text.needs[need] }))}
        />
        {line('CARE_LEVEL')}
        {line('DEVICES')}
        {line('MEDICINE')}
        {line('DIET')}
        {line('COMMUNICATION')}
        <TextAreaField name="NOTE" label={text.fields.NOTE} maxLength={500} rows={3} />
      </Section>
      <Section title={text.parts.family}>
        {line('FAMILY')}
        {line('KEY_PERSON')}
        {line('KEY_PERSON_PHONE', { type: 'tel', width: 'tel', clean: toDigits })}
      </Section>
      <Section title={text.parts.consent}>
        <RadioGroup name="SEARCH_CONSENT" label={text.fields.SEARCH_CONSENT} options={answers} />
        <RadioGroup name="SHARE_CONSENT" label={text.fields.SHARE_CONSENT} options={answers} />
      </Section>
      <FormEnd submit={text.save}>{children}</FormEnd>
    </Form>
  )
}
