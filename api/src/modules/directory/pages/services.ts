import { html, type Html } from '../../../kernel/http/html.ts'
import { readServiceKey } from '../../registry/public.ts'
import { page } from '../page.ts'
import { readService, readServices, type ServiceKind } from '../queries.ts'
import { addresses } from '../rules/addresses.ts'
import { NEEDS, type Need } from '../texts/services.ts'
import type { View } from '../view.ts'
import { step } from './frame.ts'
import { facilityList, searchForm, serviceItem } from './lists.ts'
import { keyOfKind } from './names.ts'

/** Every kind of service that somebody gives, explained. */
export const servicesPage = page({
  url: addresses.services,
  find: readServices,
  draw({ kinds, sources }, view) {
    const { text, say } = view
    const given = new Map(kinds.nodes.map((kind) => [keyOfKind(kind), kind]))
    return {
      title: text.services.title,
      description: text.services.lead,
      canonical: addresses.services,
      here: say(text.services.title),
      sources: sources.nodes,
      main: html`<h1>${say(text.services.title)}</h1>
        <p class="lead">${say(text.services.lead)}</p>
        ${Object.entries(NEEDS).map(([need, keys]) => {
          const found = keys.flatMap((key: string) => given.get(key) ?? [])
          return (
            found.length > 0 &&
            html`<section>
              <h2>${say(text.needs[need as Need])}</h2>
              <ul class="explained">
                ${found.map((kind) => serviceItem(view, kind))}
              </ul>
            </section>`
          )
        })}
        <p>${say(text.services.explained)}</p>`,
    }
  },
})

/** One service: what it is, and who gives it. */
export const servicePage = page({
  url: '/directory/services/:key',
  async find(request) {
    const key = readServiceKey(request.params.key ?? '')
    if (!key) return null
    const { kind, ...found } = await readService(request, key)
    const [only] = kind.nodes
    return only ? { ...found, kind: only, query: request.query } : null
  },
  draw({ kind, facilities, municipalities, sources, query }, view) {
    const { text, say } = view
    const key = keyOfKind(kind)
    const path = addresses.service(key)
    const explained = view.explained(key)
    return {
      title: kind.shortName,
      description: explained ? `${kind.shortName}：${explained}` : kind.name,
      canonical: query.q || query.after || query.before || query.municipality ? null : path,
      trail: [step(view, addresses.services, text.services.title)],
      here: view.known(kind.shortName),
      sources: sources.nodes,
      hasSamples: facilities.nodes.some(({ sample }) => sample),
      main: html`<h1>${view.known(kind.shortName)}</h1>
        ${explained && html`<p class="lead">${say(explained)}</p>`}
        ${kind.validTo && html`<p><strong>${say(text.services.gone)}</strong></p>`}
        ${officialName(view, kind)}
        <section aria-labelledby="where">
          <h2 id="where">${say(text.services.where)}</h2>
          ${searchForm(view, { municipalities: municipalities.nodes }, { path, query, label: text.services.where })}
          ${facilityList(view, facilities, { path, query })}
        </section>
        <p class="note">${say(text.services.explained)}</p>`,
    }
  },
})

/** The name of master data with where it comes from, and that nobody has checked it if that is so. */
function officialName(view: View, { name, source, confirmed }: ServiceKind): Html {
  const { text, say } = view
  return html`<dl class="facts">
    <div>
      <dt>${say(text.services.officialName)}</dt>
      <dd>${view.known(name)}</dd>
    </div>
    <div>
      <dt>${say(text.services.source)}</dt>
      <dd>
        ${!confirmed && html`<span class="unchecked">${say(text.unchecked)}</span> `}${view.known(source)}
      </dd>
    </div>
  </dl>`
}
