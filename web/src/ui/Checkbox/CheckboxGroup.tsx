import { useId, useState, type ReactNode } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { useUiText } from '../../locales/ui.ts'
import { FieldGroup } from '../Field/Field.tsx'
import { useFormField } from '../Form/form-parts.ts'
import type { Option } from '../Select/Select.tsx'
import { Input } from '../TextField/Input.tsx'
import { Checkbox } from './Checkbox.tsx'

interface CheckboxGroupProps {
  name: string
  label: string
  options: readonly (Option & { support?: ReactNode })[]
  required?: boolean
  support?: ReactNode
  errors?: Record<string, string>
}

/** Above so many, a list is narrowed by a word before somebody looks through it. */
const LONG = 20

/**
 * Any number of several in a form; the value is the list of those chosen. A long list can be narrowed; what is chosen stays
 * in sight and counted.
 */
export function CheckboxGroup({
  name,
  label,
  options,
  required = false,
  support,
  errors,
}: CheckboxGroupProps) {
  const { register } = useFormContext()
  const { id, error } = useFormField(name, { label, errors, asking: 'choose' })
  const [word, setWord] = useState('')
  const chosen: unknown = useWatch({ name })
  const isChosen = (value: string) => Array.isArray(chosen) && chosen.includes(value)
  const fits = (option: Option) => option.label.includes(word.trim()) || isChosen(option.value)
  return (
    <FieldGroup id={id} label={label} required={required} support={support} error={error}>
      {options.length > LONG && (
        <Narrow
          all={options.length}
          shown={options.filter(fits).length}
          chosen={options.filter(({ value }) => isChosen(value)).length}
          word={word}
          onWord={setWord}
        />
      )}
      {options.map((option) => (
        // What does not fit is hidden and not taken away: the form would forget it.
        <div key={option.value} hidden={options.length > LONG && !fits(option)}>
          <Checkbox
            {...register(name, { required })}
            value={option.value}
            support={option.support}
            aria-invalid={error ? true : undefined}
          >
            {option.label}
          </Checkbox>
        </div>
      ))}
    </FieldGroup>
  )
}

interface NarrowProps {
  all: number
  shown: number
  chosen: number
  word: string
  onWord: (word: string) => void
}

/** A word that the options in sight contain; it belongs to the list and not to the form, so Enter sends nothing. */
function Narrow({ all, shown, chosen, word, onWord }: NarrowProps) {
  const text = useUiText().narrow
  const id = useId()
  return (
    <div className="mb-2 grid justify-items-start gap-1">
      <label className="prose-note" htmlFor={id}>
        {text.label}
      </label>
      <Input
        id={id}
        type="search"
        width="name"
        value={word}
        onChange={({ target }) => onWord(target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.preventDefault()
        }}
      />
      <output className="prose-note" htmlFor={id}>
        {text.shown(shown, all, chosen)}
      </output>
    </div>
  )
}
