import { defineTexts } from '../lib/texts.ts'
import { members } from './ja/members.ts'

export const useMembersText = defineTexts(members, async () => (await import('./en/members.ts')).members)
