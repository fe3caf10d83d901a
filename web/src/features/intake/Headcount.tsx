import { CARE_NEEDS, type CareNeed, type Stay } from '../../../../api/src/modules/intake/rules/entries.ts'
import { countHeads, correctHeads, headsLeave } from '../../../../api/src/modules/intake/rules/writing.ts'
import { announce } from '../../lib/announce.ts'
import { toDigits } from '../../lib/digits.ts'
import { useIntakeText } from '../../locales/intake.ts'
import { Button, Buttons } from '../../ui/Button/Button.tsx'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { LinkButton } from '../../ui/Link/Link.tsx'
import { RadioGroup } from '../../ui/Radio/RadioGroup.tsx'
import { SelectField } from '../../ui/Select/SelectField.tsx'
import { TextField } from '../../ui/TextField/TextField.tsx'
import type { AtDesk } from './desk.ts'
import { groupText } from './words.ts'

const isCount = (typed: string) => /^\d{1,4}$/.test(typed) && Number(typed) >= 1 && Number(typed) <= 2_000

/** The number first; names can wait. */
export function HeadcountForm({ desk }: { desk: AtDesk }) {
  const text = useIntakeText()
  const form = useForm({ defaultValues: { people: '', need: '', stay: 'NIGHT' } })
  return (
    <Form
      form={form}
      submit={async ({ people, need, stay }) => {
        const said = { people: Number(people), need: (need || null) as CareNeed | null, stay: stay as Stay }
        const outcome = await desk.write([countHeads(desk.pen, desk.state, said)])
        if (outcome.kind === 'done') announce(text.counted(said.people))
        return outcome
      }}
      onDone={() => form.hookForm.reset()}
    >
      <TextField
        name="people"
        label={text.count}
        support={text.countSupport}
        required
        inputMode="numeric"
        width="code"
        clean={toDigits}
        checks={{ INVALID: isCount }}
        errors={{ INVALID: text.countWrong }}
      />
      <SelectField
        name="need"
        label={text.need}
        options={CARE_NEEDS.map((need) => ({ value: need, label: text.needs[need] }))}
      />
      <RadioGroup
        name="stay"
        label={text.stay}
        options={(['NIGHT', 'DAY'] as const).map((stay) => ({ value: stay, label: text.stays[stay] }))}
      />
      <FormEnd submit={text.addCount} />
    </Form>
  )
}

interface GroupsProps {
  desk: AtDesk
  params: { eventId: string; openingId: string }
}

/** Who was counted and has no name yet. */
export function Groups({ desk, params }: GroupsProps) {
  const text = useIntakeText()
  const open = desk.state.groups.filter(({ remaining }) => remaining > 0)
  return (
    <ul className="grid gap-4">
      {open.map((group) => (
        <li key={group.id}>
          <p className="prose-strong">{groupText(text, group)}</p>
          <Buttons>
            <LinkButton
              to="/disasters/$eventId/intake/$openingId/people/$personId"
              params={{ ...params, personId: 'new' }}
              search={{ group: group.id }}
            >
              {text.nameOne}
            </LinkButton>
            <Button onClick={() => void desk.write([headsLeave(desk.pen, group.id, 1, 'OTHER')])}>
              {text.oneLeaves}
            </Button>
            <Button
              aria-label={`${text.correct} −1`}
              onClick={() => void desk.write(correctHeads(desk.pen, group, Math.max(0, group.counted - 1)))}
            >
              −1
            </Button>
            <Button
              aria-label={`${text.correct} ＋1`}
              onClick={() => void desk.write(correctHeads(desk.pen, group, group.counted + 1))}
            >
              ＋1
            </Button>
          </Buttons>
        </li>
      ))}
    </ul>
  )
}
