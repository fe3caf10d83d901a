import { html } from '../../../kernel/http/html.ts'
import { Elsewhere, page } from '../page.ts'
import { readPlace, readPrefecture } from '../queries.ts'
import { addresses } from '../rules/addresses.ts'
import { facilityList, municipalityLinks, serviceItem } from './lists.ts'
import { municipalityName, prefectureName } from './names.ts'

/** One municipality, by its code. Names and other forms of the code lead here; a name of several asks which. */
export const placePage = page({
  url: '/directory/:place',
  async find(request) {
    const { place = '' } = request.params
    const found = await readPlace(request, place)
    const [one, ...others] = found.municipalities.nodes
    if (!one) return null
    if (others.length === 0 && one.code !== place) return new Elsewhere(addresses.municipality(one.code))
    return { ...found, municipality: one, isOne: others.length === 0, query: request.query }
  },
  draw({ municipality, municipalities, isOne, kinds, facilities, sources, query }, view) {
    const { text, say } = view
    const path = addresses.municipality(municipality.code)
    if (!isOne)
      return {
        title: municipality.name,
        description: text.place.choose,
        canonical: null,
        here: view.known(municipality.name),
        sources: sources.nodes,
        main: html`<h1>${view.known(municipality.name)}</h1>
          <p>${say(text.place.choose)}</p>
          ${municipalityLinks(view, municipalities.nodes, addresses.municipality)}`,
      }
    return {
      title: `${municipality.name} ${text.place.facilities}`,
      description: `${municipality.prefecture}${municipality.name}：${text.place.facilities}`,
      canonical: query.after || query.before ? null : path,
      here: municipalityName(view, municipality),
      sources: sources.nodes,
      hasSamples: facilities.nodes.some(({ sample }) => sample),
      main: html`<p class="kind">${prefectureName(view, municipality)}</p>
        <h1>${municipalityName(view, municipality)}</h1>
        <p><a href="${view.to(addresses.sheltersOf(municipality.code))}">${say(text.place.shelters)}</a></p>
        ${
          kinds.nodes.length > 0 &&
          html`<section aria-labelledby="services">
            <h2 id="services">${say(text.place.services)}</h2>
            <ul class="explained">
              ${kinds.nodes.map((kind) => serviceItem(view, kind, { municipality: municipality.code }))}
            </ul>
          </section>`
        }
        <section aria-labelledby="facilities">
          <h2 id="facilities">${say(text.place.facilities)}</h2>
          ${facilities.totalCount === 0 ? html`<p>${say(text.place.none)}</p>` : facilityList(view, facilities, { path, query })}
        </section>`,
    }
  },
})

export const prefecturePage = page({
  url: '/directory/prefectures/:code',
  async find(request) {
    const { code = '' } = request.params
    if (!/^\d\d$/.test(code)) return null
    const found = await readPrefecture(request, code)
    const [first] = found.municipalities.nodes
    return first ? { ...found, first, code } : null
  },
  draw({ municipalities, first, code, sources }, view) {
    const { text, say } = view
    return {
      title: first.prefecture,
      description: `${first.prefecture}：${text.place.inPrefecture}`,
      canonical: addresses.prefecture(code),
      here: prefectureName(view, first),
      sources: sources.nodes,
      main: html`<h1>${prefectureName(view, first)}</h1>
        <h2>${say(text.place.inPrefecture)}</h2>
        ${municipalityLinks(view, municipalities.nodes, addresses.municipality)}`,
    }
  },
})
