import { useId, type ReactNode } from 'react'
import { useUiText } from '../../locales/ui.ts'
import { Icon } from '../Icon/Icon.tsx'

/** What a control must carry so that label, support text and error belong to it. */
export interface ControlProps {
  id: string
  required: boolean | undefined
  'aria-invalid': true | undefined
  'aria-describedby': string | undefined
}

interface FieldFrameProps {
  label: string
  /** Shown in words beside the label: ※必須 or 任意. Leave out where the question does not arise (a search box). */
  required?: boolean
  /** How to fill it in, with an example. There is no placeholder. */
  support?: ReactNode
  /** What to do about it, without the leading ＊. */
  error?: string | undefined
}

interface FieldProps extends FieldFrameProps {
  id?: string
  children: (control: ControlProps) => ReactNode
}

/** Label, whether it is needed, support text, control, error: always in this order. */
export function Field({ id, label, required, support, error, children }: FieldProps) {
  const own = useId()
  const field = id ?? own
  return (
    <div className="yui-field">
      <label className="yui-field__label" htmlFor={field}>
        {label}
        <Need required={required} />
      </label>
      {support && (
        <p className="yui-field__support" id={`${field}-support`}>
          {support}
        </p>
      )}
      {children(controlProps(field, { required, support, error }))}
      <FieldError id={`${field}-error`} error={error} />
    </div>
  )
}

interface FieldGroupProps extends FieldFrameProps {
  id: string
  children: ReactNode
}

/** Several controls under one question: radio buttons, checkboxes, the boxes of a date. */
export function FieldGroup({ id, label, required, support, error, children }: FieldGroupProps) {
  return (
    <fieldset className="yui-field" id={id} aria-describedby={describedBy(id, { support, error })}>
      <legend className="yui-field__label">
        {label}
        <Need required={required} />
      </legend>
      {support && (
        <p className="yui-field__support" id={`${id}-support`}>
          {support}
        </p>
      )}
      {children}
      <FieldError id={`${id}-error`} error={error} />
    </fieldset>
  )
}

function Need({ required }: { required: boolean | undefined }) {
  const text = useUiText()
  if (required === undefined) return null
  return (
    <span className="yui-field__need" data-required={required || undefined}>
      {required ? text.required : text.optional}
    </span>
  )
}

function FieldError({ id, error }: { id: string; error: string | undefined }) {
  if (!error) return null
  return (
    <p className="yui-field__error" id={id}>
      <Icon name="alert" size="small" />
      <span>＊{error}</span>
    </p>
  )
}

/** The attributes that tie a control to its label, support text and error; the error is read first. */
export function controlProps(
  id: string,
  { required, support, error }: Pick<FieldFrameProps, 'required' | 'support' | 'error'>,
): ControlProps {
  return {
    id,
    required: required || undefined,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': describedBy(id, { support, error }),
  }
}

function describedBy(id: string, { support, error }: Pick<FieldFrameProps, 'support' | 'error'>) {
  return [error && `${id}-error`, support && `${id}-support`].filter(Boolean).join(' ') || undefined
}
