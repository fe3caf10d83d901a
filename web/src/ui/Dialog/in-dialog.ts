import { createContext } from 'react'

/** Whether what is drawn stands in a dialog, which a form closes once it went through. */
export const InDialog = createContext(false)
