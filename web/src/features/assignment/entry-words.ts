import type { CareNeed } from '../../generated/graphql.ts'

interface Member {
  readonly persons: number
  readonly needs: readonly CareNeed[]
  readonly equipment: readonly string[]
}

interface Words {
  readonly needs: Readonly<Record<CareNeed, string>>
  readonly companion: string
  readonly persons: (count: number) => string
}

/** One household in words: 高齢者・医療的ケア 1人（自家発電機）、家族など 2人. */
export const householdInWords = (members: readonly Member[], words: Words): string =>
  members
    .map(({ persons, needs, equipment }) => {
      const who = needs.length === 0 ? words.companion : needs.map((need) => words.needs[need]).join('・')
      const with_ = equipment.length === 0 ? '' : `（${equipment.join('、')}）`
      return `${who} ${words.persons(persons)}${with_}`
    })
    .join('、')

export const personsIn = (members: readonly Member[]): number =>
  members.reduce((sum, { persons }) => sum + persons, 0)
