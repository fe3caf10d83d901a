/** The part of a corporation's name that tells it from others; its legal form is the same for nearly all. */
export const shortName = (name: string): string => name.replace(/^社会福祉法人[\s　]*/, '')
