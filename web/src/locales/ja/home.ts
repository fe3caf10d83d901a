export const home = { title: 'やること' } as const
