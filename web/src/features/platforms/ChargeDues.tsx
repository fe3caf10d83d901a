import { graphql } from '../../generated/gql.ts'
import { useCommand } from '../../lib/command.ts'
import { emptyDate, isoOf, today, type DateEntry } from '../../lib/dates.ts'
import { toDigits } from '../../lib/digits.ts'
import { useDuesText } from '../../locales/dues.ts'
import { DateFields } from '../../ui/DateFields/DateFields.tsx'
import { TextField } from '../../ui/TextField/TextField.tsx'
import { ActForm } from './ActForm.tsx'
import { isYen, yenOf } from './yen.ts'

const Charge = graphql(`
  mutation ChargeDues_charge($input: ChargeDuesInput!) {
    chargeDues(input: $input) {
      ... on ChargeDuesPayload {
        platform {
          id
        }
        charged
      }
      ...Refusal
    }
  }
`)

interface ChargeDuesProps {
  platformId: string
  year: number
  /** Kinds of member of the rulebook. */
  classes: readonly { code: string; name: string }[]
  onDone: () => void
}

interface Values {
  dueOn: DateEntry
  basis: string
  /** By code of the kind. */
  amounts: Record<string, string>
}

/** Charges the dues of a year: an amount for each kind of member, the day, and on what it rests. */
export function ChargeDues({ platformId, year, classes, onDone }: ChargeDuesProps) {
  const { charge: text } = useDuesText()
  const charge = useCommand(Charge)
  return (
    <ActForm<Values, object>
      summary={text.title(year)}
      defaults={{
        dueOn: emptyDate,
        basis: '',
        amounts: Object.fromEntries(classes.map(({ code }) => [code, ''])),
      }}
      submit={({ dueOn, basis, amounts }) =>
        charge({
          input: {
            platformId,
            fiscalYear: year,
            dueOn: isoOf(dueOn) ?? today(),
            basis,
            amounts: classes.flatMap(({ code }) => {
              const typed = amounts[code]?.trim() ?? ''
              return typed === '' ? [] : [{ memberClass: code, amountYen: yenOf(typed) }]
            }),
            idempotencyKey: crypto.randomUUID(),
          },
        })
      }
      statement={text.statement}
      said={text.said}
      onDone={onDone}
    >
      <p>{text.lead}</p>
      {classes.map(({ code, name }, n) => (
        <TextField
          key={code}
          name={`amounts.${code}`}
          label={text.amount(name)}
          support={n === 0 ? text.amountSupport : undefined}
          required={classes.length === 1}
          inputMode="numeric"
          width="tel"
          clean={toDigits}
          checks={{ NUMBER: isYen }}
          errors={{ NUMBER: text.wrong }}
        />
      ))}
      <DateFields name="dueOn" label={text.dueOn} required />
      <TextField name="basis" label={text.basis} support={text.basisSupport} required maxLength={300} />
    </ActForm>
  )
}
