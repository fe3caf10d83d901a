import { defineTexts } from '../lib/texts.ts'
import { meetingGuest } from './ja/meeting-guest.ts'

export const useMeetingGuestText = defineTexts(
  meetingGuest,
  async () => (await import('./en/meeting-guest.ts')).meetingGuest,
)
