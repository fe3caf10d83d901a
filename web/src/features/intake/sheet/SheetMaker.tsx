import { useState } from 'react'
import { graphql } from '../../../generated/gql.ts'
import { useCommand } from '../../../lib/command.ts'
import { toDigits } from '../../../lib/digits.ts'
import { useIntakeText } from '../../../locales/intake.ts'
import { Form } from '../../../ui/Form/Form.tsx'
import { FormEnd } from '../../../ui/Form/FormEnd.tsx'
import { useForm } from '../../../ui/Form/use-form.ts'
import { Notice } from '../../../ui/Notice/Notice.tsx'
import { PrintButton } from '../../../ui/PrintButton/PrintButton.tsx'
import { RadioGroup } from '../../../ui/Radio/RadioGroup.tsx'
import { TextField } from '../../../ui/TextField/TextField.tsx'
import type { AtDesk } from '../desk.ts'
import { groupText } from '../words.ts'
import { SheetPaper } from './SheetPaper.tsx'

const MakeIntakeSheets = graphql(`
  mutation MakeIntakeSheets($input: MakeIntakeSheetsInput!) {
    makeIntakeSheets(input: $input) {
      ... on MakeIntakeSheetsPayload {
        numbers
        secrets
      }
      ...Refusal
    }
  }
`)

interface SheetMakerProps {
  openingId: string
  desk: AtDesk
  book: { readonly facilityName: string; readonly eventName: string; readonly drill: boolean }
  onMade: () => void
}

/** Makes numbered sheets and shows them once, for printing. */
export function SheetMaker({ openingId, desk, book, onMade }: SheetMakerProps) {
  const text = useIntakeText()
  const send = useCommand(MakeIntakeSheets)
  const form = useForm({ defaultValues: { count: '1', hours: '24', group: '' } })
  const [made, setMade] = useState<{ numbers: readonly string[]; secrets: readonly string[] }>()
  const groups = desk.state.groups.filter(({ remaining }) => remaining > 0)
  if (made)
    return (
      <>
        <div className="yui-no-print">
          <Notice kind="done">
            <p>{text.sheetsMade}</p>
          </Notice>
          <PrintButton />
        </div>
        {made.numbers.map((number, index) => (
          <SheetPaper
            key={number}
            number={number}
            secret={made.secrets[index] ?? ''}
            facility={book.facilityName}
            event={book.eventName}
            drill={book.drill}
          />
        ))}
      </>
    )
  return (
    <Form
      form={form}
      submit={({ count, hours, group }) =>
        send({
          input: { openingId, count: Number(count), hours: Number(hours), headcountKey: group || null },
        })
      }
      onDone={({ numbers, secrets }) => {
        setMade({ numbers: numbers ?? [], secrets: secrets ?? [] })
        onMade()
      }}
    >
      <TextField
        name="count"
        label={text.sheetsCount}
        required
        inputMode="numeric"
        width="code"
        clean={toDigits}
        checks={{ INVALID: (typed) => /^([1-9]|1\d|20)$/.test(typed) }}
      />
      <RadioGroup
        name="hours"
        label={text.sheetsHours}
        required
        options={(['6', '24', '72'] as const).map((hours) => ({ value: hours, label: text.hours[hours] }))}
      />
      {groups.length > 0 && (
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
      <FormEnd submit={text.sheetsMake} />
    </Form>
  )
}
