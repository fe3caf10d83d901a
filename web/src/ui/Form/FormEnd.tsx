import type { ReactNode } from 'react'
import { useFormState } from 'react-hook-form'
import { Button, Buttons } from '../Button/Button.tsx'

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
  return (
    <div className="yui-form-end">
      {statement}
      <Buttons wide>
        <Button type="submit" kind="main" size="big" busy={isSubmitting}>
          {submit}
        </Button>
        {children}
      </Buttons>
    </div>
  )
}
