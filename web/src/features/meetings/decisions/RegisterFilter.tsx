import { useId, type SubmitEvent } from 'react'
import { useDecisionsText } from '../../../locales/decisions.ts'
import { Button } from '../../../ui/Button/Button.tsx'
import { Field } from '../../../ui/Field/Field.tsx'
import { Select } from '../../../ui/Select/Select.tsx'
import { Input } from '../../../ui/TextField/Input.tsx'
import { ORGANS, OUTCOMES, readRegisterSearch, type RegisterSearch } from './register-search.ts'

interface RegisterFilterProps {
  search: RegisterSearch
  /** Fiscal years with decisions, latest first. */
  years: readonly number[]
  onNarrow: (search: RegisterSearch) => void
}

/** Narrows the register by words, year, organ and outcome; one button, so that nothing moves while choosing. */
export function RegisterFilter({ search, years, onNarrow }: RegisterFilterProps) {
  const text = useDecisionsText()
  const id = useId()
  const narrow = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = Object.fromEntries(new FormData(event.currentTarget))
    const words = typeof given.text === 'string' ? given.text.trim() : ''
    onNarrow(
      readRegisterSearch({
        id: search.id,
        text: words === '' ? undefined : words,
        year: given.year === '' ? undefined : Number(given.year),
        organ: given.organ,
        outcome: given.outcome,
      }),
    )
  }
  return (
    <search className="yui-no-print">
      {/* What is in force stands in the address; a way there from outside fills the fields anew. */}
      <form className="yui-register-filter" onSubmit={narrow} key={JSON.stringify(search)}>
        <Field id={`${id}-text`} label={text.search}>
          {(control) => (
            <Input
              {...control}
              name="text"
              defaultValue={search.text}
              maxLength={100}
              enterKeyHint="search"
            />
          )}
        </Field>
        <Field id={`${id}-year`} label={text.year}>
          {(control) => (
            <Select {...control} name="year" defaultValue={search.year ?? ''}>
              <option value="">{text.all}</option>
              {years.map((year) => (
                <option key={year} value={year}>
                  {text.fiscalYear(year)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field id={`${id}-organ`} label={text.organ}>
          {(control) => (
            <Select {...control} name="organ" defaultValue={search.organ ?? ''}>
              <option value="">{text.all}</option>
              {ORGANS.map((organ) => (
                <option key={organ} value={organ}>
                  {text.organs[organ]}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field id={`${id}-outcome`} label={text.outcome}>
          {(control) => (
            <Select {...control} name="outcome" defaultValue={search.outcome ?? ''}>
              <option value="">{text.all}</option>
              {OUTCOMES.map((outcome) => (
                <option key={outcome} value={outcome}>
                  {outcome === 'HOLDING' ? text.holding : text.outcomes[outcome]}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Button type="submit" icon="find" size="big">
          {text.narrow}
        </Button>
      </form>
    </search>
  )
}
