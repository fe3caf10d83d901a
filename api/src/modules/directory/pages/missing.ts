import { html } from '../../../kernel/http/html.ts'
import { addresses } from '../rules/addresses.ts'
import type { Drawn } from '../page.ts'
import type { View } from '../view.ts'
import { searchForm } from './lists.ts'

/** No such page: the search instead. */
export const missing = (view: View): Drawn => ({
  status: 404,
  title: view.text.missing.title,
  description: view.text.missing.title,
  canonical: null,
  here: view.say(view.text.missing.title),
  sources: [],
  main: html`<h1>${view.say(view.text.missing.title)}</h1>
    <p>${view.say(view.text.missing.lead)}</p>
    ${searchForm(view, {}, { path: addresses.search, query: {}, label: view.text.start.title })}`,
})
