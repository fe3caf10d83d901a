import { defineTexts } from '../lib/texts.ts'
import { signIn } from './ja/sign-in.ts'

export const useSignInText = defineTexts(signIn, async () => (await import('./en/sign-in.ts')).signIn)
