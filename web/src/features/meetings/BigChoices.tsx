import { useId, type ReactNode } from 'react'
import { Glyph, type GlyphName } from './Glyph.tsx'

interface BigChoicesProps<Value extends string> {
  label: ReactNode
  options: readonly { value: Value; label: string; support?: string | undefined; glyph: GlyphName }[]
  chosen: Value | undefined
  /** What stands beside the chosen one. */
  chosenWords: string
  onChoose: (value: Value) => void
}

/** A few equal answers, large enough for any thumb: the first of two taps. */
export function BigChoices<Value extends string>({
  label,
  options,
  chosen,
  chosenWords,
  onChoose,
}: BigChoicesProps<Value>) {
  const name = useId()
  return (
    <fieldset className="yui-big-choices">
      <legend>{label}</legend>
      {options.map(({ value, label: words, support, glyph }) => (
        <label key={value} className="yui-big-choice">
          <input
            type="radio"
            name={name}
            value={value}
            checked={chosen === value}
            onChange={() => onChoose(value)}
          />
          <Glyph name={glyph} />
          <span>
            {words}
            {support && <small>{support}</small>}
          </span>
          {chosen === value && <em aria-hidden="true">{chosenWords}</em>}
        </label>
      ))}
    </fieldset>
  )
}
