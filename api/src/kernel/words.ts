export const capitalized = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

export const uncapitalized = (word: string): string => word.charAt(0).toLowerCase() + word.slice(1)
