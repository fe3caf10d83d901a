import type { AgendaKind, AgendaState } from '../../generated/graphql.ts'

/** An item of an agenda as far as its number is concerned. */
export interface Numbered {
  id: string
  kind: AgendaKind
}

/** The number of every item among those of its kind, the 3 of 議案第3号; items keep it when others are withdrawn. */
export function numbersOf(items: readonly Numbered[]): ReadonlyMap<string, number> {
  const counts: Record<AgendaKind, number> = { RESOLUTION: 0, REPORT: 0 }
  return new Map(items.map(({ id, kind }) => [id, ++counts[kind]]))
}

/** Whether nothing more is to be done about an item. */
export const isSettled = (state: AgendaState): boolean =>
  state === 'DECIDED' || state === 'REPORTED' || state === 'WITHDRAWN' || state === 'CARRIED_OVER'

/** The item the meeting is at: what is voted on, else what is discussed, else the last result, else what comes first. */
export function currentOf<Item extends { state: AgendaState }>(items: readonly Item[]): Item | undefined {
  const first = (state: AgendaState) => items.find((item) => item.state === state)
  return (
    first('VOTING') ??
    first('OPEN') ??
    items.findLast(({ state }) => state === 'DECIDED' || state === 'REPORTED') ??
    first('UPCOMING') ??
    items.at(-1)
  )
}

/** What comes after what is settled; undefined when nothing is left. */
export const nextOf = <Item extends { state: AgendaState }>(items: readonly Item[]): Item | undefined =>
  items.find(({ state }) => !isSettled(state))
