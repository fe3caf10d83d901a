import { useRef, useState, type ClipboardEvent } from 'react'
import { useController, useFormContext } from 'react-hook-form'
import {
  ERAS,
  emptyDate,
  formatDate,
  parseWholeDate,
  readDate,
  type DateEntry,
  type DateMistake,
  type Era,
} from '../../lib/dates.ts'
import { toDigits } from '../../lib/digits.ts'
import { useLanguage } from '../../lib/language.ts'
import { useUiText, type UiText } from '../../locales/ui.ts'
import { controlProps, FieldGroup } from '../Field/Field.tsx'
import { useFormField } from '../Form/form-parts.ts'
import { Select } from '../Select/Select.tsx'
import { Input } from '../TextField/Input.tsx'

interface DateFieldsProps {
  name: string
  label: string
  required?: boolean
  support?: string
  errors?: Record<string, string>
  /** Eras to offer; a date of birth needs more of them than a date to come. */
  eras?: readonly Era[]
}

const PARTS = ['year', 'month', 'day'] as const

/**
 * A date in three boxes and an era, as the Digital Agency advises instead of a calendar. The form's value is the
 * `DateEntry` as typed, so that a half-typed date survives as a draft; `readDate` turns it into an ISO date.
 */
export function DateFields({
  name,
  label,
  required = false,
  support,
  errors,
  eras = ERAS.slice(0, 4),
}: DateFieldsProps) {
  const text = useUiText()
  const language = useLanguage()
  const { control } = useFormContext()
  const { id, error } = useFormField(name, { label, errors })
  const { field } = useController({
    name,
    control,
    rules: { validate: (entry: DateEntry) => judge(entry, { required, label, errors }, text) },
  })
  const entry: DateEntry = field.value ?? emptyDate
  const read = readDate(entry)
  const boxes = useRef<Partial<Record<(typeof PARTS)[number], HTMLInputElement | null>>>({})
  const [left, setLeft] = useState(false)
  const wrongPart = 'mistake' in read ? read.mistake.part : 'year'

  const change = (part: Partial<DateEntry>) => field.onChange({ ...entry, ...part })
  const pasteWhole = (event: ClipboardEvent) => {
    const whole = parseWholeDate(event.clipboardData.getData('text'))
    if (!whole) return
    event.preventDefault()
    field.onChange(whole)
  }

  return (
    <FieldGroup id={id} label={label} required={required} support={support ?? text.dateSupport} error={error}>
      <div
        className="yui-date"
        onFocus={() => setLeft(false)}
        onBlur={(event) => {
          if (event.currentTarget.contains(event.relatedTarget)) return
          setLeft(true)
          field.onBlur()
        }}
      >
        <div>
          <label htmlFor={`${id}-era`}>{text.era}</label>
          <Select
            id={`${id}-era`}
            value={entry.era}
            onChange={(event) => change({ era: event.target.value as Era })}
          >
            {eras.map((era) => (
              <option key={era}>{era}</option>
            ))}
          </Select>
        </div>
        {PARTS.map((part) => (
          <div key={part}>
            <label htmlFor={`${id}-${part}`}>{text.dateParts[part]}</label>
            <Input
              {...controlProps(`${id}-${part}`, {
                required,
                error: error && part === wrongPart ? error : undefined,
              })}
              aria-describedby={error && part === wrongPart ? `${id}-error ${id}-support` : undefined}
              inputMode="numeric"
              autoComplete="off"
              value={entry[part]}
              ref={(box) => {
                boxes.current[part] = box
                if (part === 'year') field.ref({ focus: () => boxes.current[wrongPart]?.focus() })
              }}
              onPaste={pasteWhole}
              onChange={(event) => change({ [part]: event.target.value })}
              onBlur={(event) => {
                const whole = parseWholeDate(event.target.value)
                field.onChange(whole ?? { ...entry, [part]: toDigits(event.target.value) })
              }}
            />
          </div>
        ))}
      </div>
      {!error && (
        <output className="yui-date__read" htmlFor={PARTS.map((part) => `${id}-${part}`).join(' ')}>
          {left && 'iso' in read ? formatDate(read.iso, language, { weekday: true }) : ''}
        </output>
      )}
    </FieldGroup>
  )
}

function judge(
  entry: DateEntry | undefined,
  {
    required,
    label,
    errors,
  }: { required: boolean; label: string; errors?: Record<string, string> | undefined },
  text: UiText,
): true | string {
  const read = readDate(entry ?? emptyDate)
  if ('iso' in read) return true
  if ('empty' in read) return required ? (errors?.REQUIRED ?? text.missing.type(label)) : true
  return mistakeSentence(read.mistake, entry ?? emptyDate, text)
}

function mistakeSentence(mistake: DateMistake, entry: DateEntry, text: UiText): string {
  const part = text.dateParts[mistake.part]
  switch (mistake.kind) {
    case 'MISSING':
      return text.dateMistakes.missing(part)
    case 'NOT_A_NUMBER':
      return text.dateMistakes.notANumber(part)
    case 'NO_SUCH_MONTH':
      return text.dateMistakes.noSuchMonth
    case 'NO_SUCH_DAY':
      return text.dateMistakes.noSuchDay(toDigits(entry.month), mistake.lastDay ?? 31)
    case 'OUTSIDE_ERA':
      return text.dateMistakes.outsideEra(entry.era)
  }
}
