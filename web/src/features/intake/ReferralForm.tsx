import {
  CARE_NEEDS,
  MOST_TOGETHER,
  URGENCIES,
  type CareNeed,
  type Urgency,
} from '../../../../api/src/modules/intake/rules/entries.ts'
import type { Person } from '../../../../api/src/modules/intake/rules/people.ts'
import type { Referral } from '../../../../api/src/modules/intake/rules/referrals.ts'
import { refer, type Movers } from '../../../../api/src/modules/intake/rules/writing.ts'
import { announce } from '../../lib/announce.ts'
import { toDigits } from '../../lib/digits.ts'
import type { Outcome } from '../../lib/problems.ts'
import { useIntakeText } from '../../locales/intake.ts'
import { CheckboxGroup } from '../../ui/Checkbox/CheckboxGroup.tsx'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { RadioGroup } from '../../ui/Radio/RadioGroup.tsx'
import { SelectField } from '../../ui/Select/SelectField.tsx'
import { TextField } from '../../ui/TextField/TextField.tsx'
import type { AtDesk } from './desk.ts'
import { groupText, nameOf } from './words.ts'

interface Values {
  persons: string[]
  group: string
  people: string
  needs: CareNeed[]
  together: 'TOGETHER' | 'SINGLY'
  equipment: string[]
  urgency: Urgency
}

interface ReferralFormProps {
  desk: AtDesk
  /** Who moves in any case; left out, anybody may be chosen. */
  person?: Person
  /** Those with whom whoever is chosen moves. */
  addedTo?: Pick<Referral, 'id' | 'urgency'>
  equipment: readonly string[]
  onDone: () => void
}

/** For whom a place is sought elsewhere: named people, counted ones, or both, together or each by themselves. */
export function ReferralForm({ desk, person, addedTo, equipment, onDone }: ReferralFormProps) {
  const text = useIntakeText()
  const words = text.moving
  const { state, pen } = desk
  const sought = new Set(state.referrals.flatMap(({ persons }) => persons))
  const others = state.persons.filter(({ id, here }) => here && id !== person?.id && !sought.has(id))
  const groups = state.groups.filter(({ remaining }) => remaining > 0)
  const form = useForm<Values>({
    defaultValues: {
      persons: [],
      group: '',
      people: '1',
      needs: [],
      together: 'TOGETHER',
      equipment: [],
      urgency: addedTo?.urgency ?? 'NORMAL',
    },
  })
  const wrong = (field: keyof Values, code: string): Outcome<never> => ({
    kind: 'refused',
    problem: {
      __typename: 'ValidationProblem',
      code: 'VALIDATION',
      message: '',
      issues: [{ path: [field], code, message: '' }],
    },
  })
  const submit = async (said: Values): Promise<Outcome<unknown>> => {
    const persons = [...(person ? [person.id] : []), ...said.persons]
    const group = groups.find(({ id }) => id === said.group)
    const people = group ? Number(said.people) : 0
    if (persons.length + people === 0) return wrong(others.length > 0 ? 'persons' : 'group', 'NOBODY')
    if (group && people > group.remaining) return wrong('people', 'INVALID')
    if (persons.length + people > MOST_TOGETHER - (addedTo ? 1 : 0)) return wrong('persons', 'TOO_MANY')
    const ofGroup = (count: number) => (group && count > 0 ? { group: group.id, people: count } : null)
    const movers: Movers[] =
      addedTo || said.together === 'TOGETHER'
        ? [{ persons, heads: ofGroup(people) }]
        : [
            ...persons.map((id) => ({ persons: [id], heads: null })),
            ...Array.from({ length: people }, () => ({ persons: [], heads: ofGroup(1) })),
          ]
    const { urgency } = said
    return desk.write(
      movers.map((each) =>
        refer(
          pen,
          each,
          { urgency, needs: each.heads ? said.needs : [], equipment: said.equipment },
          addedTo?.id,
        ),
      ),
    )
  }
  return (
    <Form
      form={form}
      submit={submit}
      onDone={() => {
        form.hookForm.reset()
        announce(words.done)
        onDone()
      }}
    >
      {others.length > 0 && (
        <CheckboxGroup
          name="persons"
          label={person ? words.companions : words.who}
          support={words.whoSupport}
          options={others.map((one) => ({ value: one.id, label: nameOf(text, one) }))}
          errors={{ NOBODY: words.nobody, TOO_MANY: words.tooMany }}
        />
      )}
      {groups.length > 0 && (
        <>
          <SelectField
            name="group"
            label={words.counted}
            options={groups.map((group) => ({ value: group.id, label: groupText(text, group) }))}
            errors={{ NOBODY: words.nobody }}
          />
          <TextField
            name="people"
            label={words.countedPeople}
            support={words.countedSupport}
            inputMode="numeric"
            width="code"
            clean={toDigits}
            checks={{ INVALID: (typed) => /^\d{1,2}$/.test(typed) && Number(typed) >= 1 }}
            errors={{ INVALID: words.countedWrong }}
          />
          <CheckboxGroup
            name="needs"
            label={words.needs}
            support={words.needsSupport}
            options={CARE_NEEDS.map((need) => ({ value: need, label: text.needs[need] }))}
          />
        </>
      )}
      {!addedTo && (
        <RadioGroup
          name="together"
          label={words.together}
          options={(['TOGETHER', 'SINGLY'] as const).map((value) => ({
            value,
            label: words.togetherOptions[value],
          }))}
        />
      )}
      {equipment.length > 0 && (
        <CheckboxGroup
          name="equipment"
          label={words.equipment}
          options={equipment.map((item) => ({ value: item, label: item }))}
        />
      )}
      <RadioGroup
        name="urgency"
        label={words.urgency}
        options={URGENCIES.map((urgency) => ({ value: urgency, label: words.urgencies[urgency] }))}
      />
      <FormEnd submit={addedTo ? words.addToSubmit : words.submit} />
    </Form>
  )
}
