import { defineTexts } from '../lib/texts.ts'
import { acts, audit } from './ja/audit.ts'

export const useAuditText = defineTexts(audit, async () => (await import('./en/audit.ts')).audit)

const useActs = defineTexts(acts, async () => (await import('./en/audit.ts')).acts)

/** Says what was done, from the name of the act. */
export function useActText(): (command: string) => string {
  const texts: Readonly<Record<string, string>> & { OTHER: string } = useActs()
  return (command) => texts[command] ?? texts.OTHER
}
