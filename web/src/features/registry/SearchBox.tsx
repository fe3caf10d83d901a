import { useId, type SubmitEvent } from 'react'
import { Button } from '../../ui/Button/Button.tsx'
import { Input } from '../../ui/TextField/Input.tsx'

interface SearchBoxProps {
  label: string
  support?: string
  /** The verb of the button. */
  submit: string
  /** The words in force. */
  words: string | undefined
  onSearch: (words: string) => void
}

/** One line to search by, with its button. Enter in a conversion does not search; `lib/ime` keeps it away. */
export function SearchBox({ label, support, submit, words, onSearch }: SearchBoxProps) {
  const id = useId()
  const search = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = new FormData(event.currentTarget).get('q')
    onSearch(typeof typed === 'string' ? typed.trim() : '')
  }
  return (
    <search className="yui-search yui-no-print">
      <form onSubmit={search}>
        <label className="yui-field__label" htmlFor={id}>
          {label}
        </label>
        {support && (
          <p className="yui-field__support" id={`${id}-support`}>
            {support}
          </p>
        )}
        <div>
          <Input
            // A new search from outside (a chip, Back) shows its words; typing is never disturbed.
            key={words ?? ''}
            id={id}
            name="q"
            defaultValue={words}
            maxLength={100}
            enterKeyHint="search"
            aria-describedby={support ? `${id}-support` : undefined}
          />
          <Button type="submit" kind="main" size="big" icon="find">
            {submit}
          </Button>
        </div>
      </form>
    </search>
  )
}
