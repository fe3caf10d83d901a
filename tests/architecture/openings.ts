import type { GraphQLField } from 'graphql'

/** One door of the graph and who may go through it. */
export interface Opening {
  readonly name: string
  readonly openTo: 'everybody' | 'people signed in' | 'who its policy lets'
  /** What a token's scopes must name; null = not for tokens. */
  readonly scope: string | null
  readonly secondFactor: boolean
}

interface AccessNote {
  readonly access?: 'public' | 'signedIn' | 'policy'
  readonly scope?: string | null
}

const words = { public: 'everybody', signedIn: 'people signed in', policy: 'who its policy lets' } as const

/** A root field that reads, by what it notes of itself; one that notes nothing is no opening we know of. */
export function readingDoor({
  name,
  extensions,
}: Pick<GraphQLField<unknown, unknown>, 'name' | 'extensions'>): Opening {
  const { access, scope } = (extensions.access ?? {}) as AccessNote
  if (!access || !(access in words)) throw new Error(`${name} does not say who may ask it`)
  return { name, openTo: words[access], scope: scope ?? null, secondFactor: false }
}

interface CommandNote {
  readonly name: string
  readonly public?: boolean | undefined
  readonly scope?: string | undefined
  readonly secondFactor?: boolean | undefined
}

/** A mutation, by its command. */
export const writingDoor = ({ name, public: isPublic, scope, secondFactor }: CommandNote): Opening => ({
  name,
  openTo: isPublic ? 'everybody' : 'who its policy lets',
  scope: scope ?? null,
  secondFactor: secondFactor ?? false,
})

/** A table of openings, the widest first. */
export function openingsTable(openings: readonly Opening[]): string {
  const order = Object.values(words)
  const rows = openings
    .toSorted((a, b) => order.indexOf(a.openTo) - order.indexOf(b.openTo) || a.name.localeCompare(b.name))
    .map(({ name, openTo, scope, secondFactor }) => {
      const always = secondFactor ? 'always' : ''
      return `| ${openTo} | ${name} | ${scope === null ? '' : `\`${scope}\``} | ${always} |`
    })
  return ['| open to | name | token scope | second factor |', '|---|---|---|---|', ...rows].join('\n')
}
