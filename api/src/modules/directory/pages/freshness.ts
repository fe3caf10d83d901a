import { html, type Html } from '../../../kernel/http/html.ts'
import { freshnessOf } from '../../registry/public.ts'
import type { View } from '../view.ts'

interface Fresh {
  readonly confirmedAt: string | null
  readonly dataSource: { readonly asOf: string } | null
}

/** How recent facts are, in whole sentences; `by` says whose word counts. */
export function freshness(
  view: View,
  { confirmedAt, dataSource }: Fresh,
  by: 'facility' | 'corporation',
): Html {
  const text = view.text.freshness
  const { say } = view
  if (confirmedAt !== null) {
    const day = view.dayOfMoment(confirmedAt)
    const isStale = freshnessOf(new Date(confirmedAt), view.now) === 'STALE'
    if (isStale) return html`<strong>${say(text.stale(day))}</strong>`
    return say(by === 'facility' ? text.confirmed(day) : text.confirmedBy(day))
  }
  if (dataSource === null) return say(text.none)
  const never = by === 'facility' ? text.notConfirmed : text.notConfirmedByCorporation
  return html`${say(text.published(view.asOf(dataSource.asOf)))} ${say(never)}`
}

/** The same in a few words, for lists. */
export function freshnessInShort(view: View, { confirmedAt, dataSource }: Fresh): Html {
  const text = view.text.freshness
  if (confirmedAt !== null || dataSource === null)
    return freshness(view, { confirmedAt, dataSource }, 'facility')
  return view.say(text.published(view.asOf(dataSource.asOf)))
}
