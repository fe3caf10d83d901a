import { defineTexts } from '../lib/texts.ts'
import { account } from './ja/account.ts'

export const useAccountText = defineTexts(account, async () => (await import('./en/account.ts')).account)
