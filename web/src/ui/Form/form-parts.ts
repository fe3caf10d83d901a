import { createContext, use, useEffect } from 'react'
import { get, useFormContext, type FieldError } from 'react-hook-form'
import { useUiText, type UiText } from '../../locales/ui.ts'

/** What a person does with a control; an empty one is asked for in these words. */
export type Asking = 'type' | 'choose'

/** What the form must know about a field to speak about its errors. */
export interface FieldMeta {
  id: string
  label: string
  asking: Asking
  /** Sentences of the field's own, by error code (`REQUIRED`, `TOO_LONG`, …), instead of the general ones. */
  errors?: Record<string, string> | undefined
  /** How the field tidies what was typed. */
  clean?: ((typed: string) => string) | undefined
}

interface Parts {
  prefix: string
  /** In the order they stand in. */
  fields: Map<string, FieldMeta>
  /** When the draft was kept; the end of the form says so. */
  savedAt: Date | undefined
}

/** The fields of the form around. */
export const FormParts = createContext<Parts | null>(null)

/** The id of a field, and its error as a sentence; makes the field known to the form around it. */
export function useFormField(
  name: string,
  {
    label,
    errors,
    clean,
    asking = 'type',
  }: Pick<FieldMeta, 'label' | 'errors' | 'clean'> & { asking?: Asking },
) {
  const parts = use(FormParts)
  if (!parts) throw new Error(`The field ${name} stands outside a <Form>.`)
  const { fields, prefix } = parts
  const text = useUiText()
  const { formState } = useFormContext()
  const id = `${prefix}-${name}`
  const meta = { id, label, asking, errors, clean }

  useEffect(() => void fields.set(name, meta))
  useEffect(() => () => void fields.delete(name), [fields, name])

  const error: FieldError | undefined = get(formState.errors, name)
  return { id, error: error && errorSentence(error, meta, text) }
}

/** What the browser's checks are called by the API, so that one sentence serves both. */
const CODES: Record<string, string> = { required: 'REQUIRED', maxLength: 'TOO_LONG' }

/** What to do about an error: the field's own words, those that came with the error, or the general ones. */
export function errorSentence(error: FieldError, { label, asking, errors }: FieldMeta, text: UiText): string {
  const code = CODES[error.type] ?? error.type
  const own = errors?.[code] ?? error.message
  if (own) return own
  if (code === 'REQUIRED') return text.missing[asking](label)
  const general: Readonly<Record<string, unknown>> = text.issues
  const sentence = general[code]
  return typeof sentence === 'function' ? String(sentence(label)) : text.issues.other(label)
}
