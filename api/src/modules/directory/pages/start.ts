import { html } from '../../../kernel/http/html.ts'
import { page } from '../page.ts'
import { readStart } from '../queries.ts'
import { addresses } from '../rules/addresses.ts'
import { NEEDS, type Need } from '../texts/services.ts'
import { MOST_MUNICIPALITIES, municipalityLinks, prefectureLinks, searchForm } from './lists.ts'
import { keyOfKind } from './names.ts'

/** The first page: search by words, by what one needs, by place. */
export const startPage = page({
  url: addresses.start,
  find: readStart,
  draw({ municipalities, kinds, sources }, view) {
    const { text, say } = view
    const given = new Map(kinds.nodes.map((kind) => [keyOfKind(kind), kind]))
    const needs = Object.entries(NEEDS)
      .map(([need, keys]) => ({
        need: need as Need,
        kinds: keys.flatMap((key: string) => given.get(key) ?? []),
      }))
      .filter((need) => need.kinds.length > 0)
    const isMany = municipalities.nodes.length > MOST_MUNICIPALITIES
    return {
      title: text.site,
      description: text.start.lead,
      canonical: addresses.start,
      here: null,
      sources: sources.nodes,
      main: html`<h1>${say(text.start.title)}</h1>
        <p class="lead">${say(text.start.lead)}</p>
        ${searchForm(view, {}, { path: addresses.search, query: {}, label: text.start.title })}
        <section aria-labelledby="need">
          <h2 id="need">${say(text.start.byNeed)}</h2>
          <div class="needs">
            ${needs.map(
              ({ need, kinds: found }) =>
                html`<section>
                  <h3>${say(text.needs[need])}</h3>
                  <ul class="links">
                    ${found.map((kind) => html`<li><a href="${view.to(addresses.service(keyOfKind(kind)))}">${view.known(kind.shortName)}</a></li>`)}
                  </ul>
                </section>`,
            )}
          </div>
          <p><a href="${view.to(addresses.services)}">${say(text.start.allServices)}</a></p>
        </section>
        <section aria-labelledby="place">
          <h2 id="place">${say(isMany ? text.start.byPrefecture : text.start.byMunicipality)}</h2>
          ${isMany ? prefectureLinks(view, municipalities.nodes) : municipalityLinks(view, municipalities.nodes, addresses.municipality)}
        </section>
        <section aria-labelledby="disaster">
          <h2 id="disaster">${say(text.start.disaster)}</h2>
          <p>${say(text.start.disasterLead)}</p>
          <p><a href="${view.to(addresses.openShelters)}">${say(text.openShelter.title)}</a></p>
          <p><a href="${view.to(addresses.shelters)}">${say(text.start.shelters)}</a></p>
        </section>
        <section aria-labelledby="about">
          <h2 id="about">${say(text.start.about)}</h2>
          <p>${say(text.start.aboutLead)}</p>
          <p><a href="${view.to(addresses.about)}">${say(text.about.title)}</a></p>
        </section>`,
    }
  },
})
