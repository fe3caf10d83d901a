const SIGNATURE = '\n--\n結（ゆい） 社会福祉法人の連携ポータル\nこのメールには返信できません。\n'

/** The text of a mail: paragraphs, and who it is from. */
export const letter = (...paragraphs: readonly string[]): string => `${paragraphs.join('\n\n')}\n${SIGNATURE}`
