import { html, type Html } from '../../../kernel/http/html.ts'
import { Elsewhere, page } from '../page.ts'
import { readCorporation } from '../queries.ts'
import { addresses } from '../rules/addresses.ts'
import { corporationThing } from '../rules/structured-data.ts'
import { freshness } from './freshness.ts'
import { gone } from './gone.ts'
import { facilityList, ja } from './lists.ts'
import { corporationName, municipalityName, orNotGiven, phoneLink, sampleMark } from './names.ts'

/** One corporation and what it runs. */
export const corporationPage = page({
  url: '/directory/corporations/:id',
  async find(request) {
    const { id = '' } = request.params
    const found = await readCorporation(request, id)
    const [corporation] = found?.corporations.nodes ?? []
    if (!found || !corporation) return null
    const path = addresses.corporation(corporation)
    if (path !== `/directory/corporations/${id}`) return new Elsewhere(path)
    return { corporation, facilities: found.facilities, sources: found.sources.nodes, query: request.query }
  },
  draw({ corporation, facilities, sources, query }, view) {
    const { text, say } = view
    const { corporation: words } = text
    const path = addresses.corporation(corporation)
    const { seatMunicipality, successor } = corporation
    const trail = seatMunicipality
      ? [
          {
            path: addresses.municipality(seatMunicipality.code),
            name: seatMunicipality.name,
            shown: municipalityName(view, seatMunicipality),
          },
        ]
      : []
    if (corporation.status !== 'ACTIVE')
      return gone(view, {
        title: text.gone.corporation,
        name: html`${corporationName(view, corporation)}${sampleMark(view, corporation)}`,
        status: corporation.status,
        endedOn: corporation.endedOn,
        successor: successor && {
          path: addresses.corporation(successor),
          name: html`${corporationName(view, successor)}${sampleMark(view, successor)}`,
        },
        trail,
      })
    const row = (label: string, value: Html | string | null) =>
      html`<div>
        <dt>${say(label)}</dt>
        <dd>${orNotGiven(view, value)}</dd>
      </div>`
    const shownSources = [corporation, ...facilities.nodes].flatMap(({ dataSource }) => dataSource ?? [])
    return {
      title: corporation.name,
      description: [corporation.name, words.kinds[corporation.kind], corporation.seatAddress]
        .filter(Boolean)
        .join('、'),
      canonical: query.after || query.before ? null : path,
      trail,
      here: corporationName(view, corporation),
      sources: sources.filter(({ title, asOf }) =>
        shownSources.some((source) => source.title === title && source.asOf === asOf),
      ),
      hasSamples: corporation.sample,
      things: corporation.sample
        ? []
        : [
            corporationThing({
              ...corporation,
              url: view.publicUrl + path,
              web: corporation.url,
              address: corporation.seatAddress,
              municipality: seatMunicipality,
              isWelfare: corporation.kind !== 'NOT_WELFARE',
            }),
          ],
      main: html`<article>
        <h1>${corporationName(view, corporation)}${sampleMark(view, corporation)}</h1>
        ${corporation.sample && html`<p class="box">${say(text.samplePage)}</p>`}
        <section aria-labelledby="facts">
          <h2 id="facts">${say(words.facts)}</h2>
          <dl class="facts">
            ${row(words.kind, say(words.kinds[corporation.kind]))}
            ${row(words.number, corporation.corporateNumber)}
            ${row(words.seat, corporation.seatAddress && ja(view, corporation.seatAddress))}
            ${row(text.facility.phone, corporation.phone && phoneLink(corporation.phone))}
            ${row(text.facility.web, corporation.url && html`<a href="${corporation.url}" rel="noopener external nofollow">${corporation.url}</a>`)}
            ${corporation.otherSpellings.length > 0 && row(words.otherSpellings, ja(view, corporation.otherSpellings.join('、')))}
            ${row(text.facility.freshness, freshness(view, corporation, 'corporation'))}
          </dl>
          <p class="note">${say(text.notGivenNote)}</p>
        </section>
        <section aria-labelledby="facilities">
          <h2 id="facilities">${say(words.facilities)}</h2>
          ${facilities.totalCount === 0 ? html`<p>${say(words.none)}</p>` : facilityList(view, facilities, { path, query, isOfOne: true })}
        </section>
        <p class="no-paper">
          <a href="${view.to(addresses.mistake(path))}" rel="nofollow">${say(text.mistake.title)}</a>
        </p>
      </article>`,
    }
  },
})
