import { use, type ReactNode } from 'react'
import { useFormState } from 'react-hook-form'
import { formatTime } from '../../lib/dates.ts'
import { useUiText } from '../../locales/ui.ts'
import { Button, Buttons } from '../Button/Button.tsx'
import { FormParts } from './form-parts.ts'

interface FormEndProps {
  /** The verb of the button: 「連絡先を保存する」. */
  submit: string
  /** As whom, and what happens then. Stands right above the button. */
  statement?: ReactNode
  /** Ways out, with the same weight. */
  children?: ReactNode
}

/** The end of a form: as whom, the button, and the ways out. */
export function FormEnd({ submit, statement, children }: FormEndProps) {
  const { isSubmitting } = useFormState()
  const savedAt = use(FormParts)?.savedAt
  const text = useUiText()
  return (
    <div className="yui-form-end">
      {statement}
      <Buttons wide>
        {/* A field is judged when it is left, and what that takes away above would move the button from under the pointer: the
            click would hit nothing. So it is left with the click and not before. */}
        <Button
          type="submit"
          kind="main"
          size="big"
          busy={isSubmitting}
          onMouseDown={(event) => event.preventDefault()}
          onClick={(event) => event.currentTarget.focus()}
        >
          {submit}
        </Button>
        {children}
      </Buttons>
      <output className="prose-note">{savedAt && text.draftSaved(formatTime(savedAt))}</output>
    </div>
  )
}
