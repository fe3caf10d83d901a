/** A corporation's name without the legal form that all on the roll share: 「社会福祉法人 見本あおば会」 → 「見本あおば会」. */
export const shortName = (name: string): string => name.replace(/^社会福祉法人[\s　]*/, '')
