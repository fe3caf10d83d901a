import { useId } from 'react'
import { useDisastersText } from '../../locales/disasters.ts'
import { Select } from '../../ui/Select/Select.tsx'
import { Field } from '../../ui/Field/Field.tsx'
import { Input } from '../../ui/TextField/Input.tsx'

export type Told = 'PHONE' | 'FAX' | 'VISIT'
const WAYS: readonly Told[] = ['PHONE', 'FAX', 'VISIT']

interface ToldByProps {
  name: string
  told: Told
  onChange: (name: string, told: Told) => void
}

/** Who said it and how, when somebody else types in a report. */
export function ToldBy({ name, told, onChange }: ToldByProps) {
  const text = useDisastersText().report
  const id = useId()
  return (
    <>
      <Field id={`${id}-name`} label={text.reporter} required error={undefined}>
        {(control) => (
          <Input
            {...control}
            value={name}
            maxLength={60}
            width="name"
            onChange={(event) => onChange(event.target.value, told)}
          />
        )}
      </Field>
      <Field id={`${id}-told`} label={text.told} required error={undefined}>
        {(control) => (
          <Select {...control} value={told} onChange={(event) => onChange(name, event.target.value as Told)}>
            {WAYS.map((way) => (
              <option key={way} value={way}>
                {text.tolds[way]}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </>
  )
}
