import { useState, type ReactNode } from 'react'
import { useSignInText } from '../../locales/sign-in.ts'
import { Checkbox } from '../../ui/Checkbox/Checkbox.tsx'

interface PasswordInputProps {
  /** Draws the field, with the type its input has now. */
  children: (type: 'password' | 'text') => ReactNode
}

/** A password with a way to see what was typed. Pasting is fine. */
export function PasswordInput({ children }: PasswordInputProps) {
  const text = useSignInText()
  const [shown, setShown] = useState(false)
  return (
    <div>
      {children(shown ? 'text' : 'password')}
      <Checkbox checked={shown} onChange={(event) => setShown(event.target.checked)}>
        {text.showPassword}
      </Checkbox>
    </div>
  )
}
