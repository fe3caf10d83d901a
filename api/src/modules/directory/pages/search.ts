import { html } from '../../../kernel/http/html.ts'
import { page } from '../page.ts'
import { readSearch } from '../queries.ts'
import { addresses } from '../rules/addresses.ts'
import { facilityList, searchForm } from './lists.ts'

/** What was found; for people, not for search engines. */
export const searchPage = page({
  url: addresses.search,
  async find(request) {
    return { ...(await readSearch(request)), query: request.query }
  },
  draw({ facilities, municipalities, kinds, sources, query }, view) {
    const { text, say } = view
    return {
      title: query.q ? `${query.q} ${text.search.title}` : text.search.title,
      description: text.start.lead,
      canonical: null,
      here: say(text.search.title),
      sources: sources.nodes,
      hasSamples: facilities.nodes.some(({ sample }) => sample),
      main: html`<h1>${say(text.search.title)}</h1>
        ${searchForm(
          view,
          { municipalities: municipalities.nodes, kinds: kinds.nodes },
          { path: addresses.search, query, label: text.start.title },
        )}
        <section aria-labelledby="found">
          <h2 id="found">${say(text.place.facilities)}</h2>
          ${facilityList(view, facilities, { path: addresses.search, query })}
        </section>`,
    }
  },
})
