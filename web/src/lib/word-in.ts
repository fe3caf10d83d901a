/** The word for a code; nothing for a code that has none. */
export const wordIn = (words: Readonly<Record<string, string>>, code: string): string => words[code] ?? ''
