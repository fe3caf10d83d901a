import { mailedAs } from '../notifications/public.ts'
import { roleTitle } from './mails.ts'

const titles: Readonly<Record<string, string>> = roleTitle

// A planned hand-over has a letter of its own, at once and to both.
mailedAs('identity.invitationAccepted', {
  topic: 'PEOPLE',
  line: ({ body }) => `${body}への招待が受け取られました。`,
})
mailedAs('identity.roleGranted', {
  topic: 'PEOPLE',
  line: ({ body, role }) => `${body}の${titles[String(role)] ?? '役割'}になりました。`,
})
mailedAs('identity.handoverCancelled', {
  topic: 'PEOPLE',
  line: () => '予定されていた役割の引き継ぎは、取りやめになりました。',
})
