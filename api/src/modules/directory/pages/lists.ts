import { html, type Html } from '../../../kernel/http/html.ts'
import type { FacilityLine, FactsList, Municipality, ServiceKind } from '../queries.ts'
import { addresses } from '../rules/addresses.ts'
import type { View } from '../view.ts'
import { freshnessInShort } from './freshness.ts'
import {
  addressLine,
  corporationName,
  facilityName,
  keyOfKind,
  municipalityName,
  orNotGiven,
  phoneLink,
  prefectureName,
  sampleMark,
} from './names.ts'

/** Where a form or list of this page leads, with what is already narrowed down. */
interface Around {
  readonly path: string
  /** Everything listed is of one corporation, which stands above already. */
  readonly isOfOne?: boolean
  readonly query: Readonly<Record<string, string>>
}

/** Facilities, a page at a time, with how many there are in all. */
export function facilityList(
  view: View,
  list: FactsList<FacilityLine>,
  { path, query, isOfOne = false }: Around,
): Html {
  const { text, say } = view
  if (list.nodes.length === 0) {
    return query.after || query.before
      ? html`<p>
          <a href="${view.to(path, { ...query, after: null, before: null })}">${say(text.search.first)}</a>
        </p>`
      : html`<p role="status">${say(text.search.none)}</p>
          <p>${say(text.search.noneHelp)}</p>`
  }
  return html`<p role="status">${say(text.search.found(view.count(list.totalCount)))}</p>
    <ul class="facilities">
      ${list.nodes.map((facility) => facilityItem(view, facility, isOfOne))}
    </ul>
    ${pager(view, list, { path, query })}`
}

function facilityItem(view: View, facility: FacilityLine, isOfOne: boolean): Html {
  const { text, say } = view
  const { mainServiceKind } = facility
  const corporation = isOfOne ? null : facility.corporation
  return html`<li>
    <h3>
      <a href="${view.to(addresses.facility(facility.id))}">${facilityName(view, facility)}</a
      >${sampleMark(view, facility)}
    </h3>
    ${mainServiceKind && html`<p class="kind">${view.known(mainServiceKind.shortName)}</p>`}
    <dl>
      <div>
        <dt>${say(text.facility.address)}</dt>
        <dd>${ja(view, addressLine(facility))}</dd>
      </div>
      <div>
        <dt>${say(text.facility.phone)}</dt>
        <dd>${orNotGiven(view, facility.phone && phoneLink(facility.phone))}</dd>
      </div>
      ${
        corporation &&
        html`<div>
          <dt>${say(text.facility.corporation)}</dt>
          <dd>${corporationName(view, corporation)}</dd>
        </div>`
      }
      <div>
        <dt>${say(text.facility.freshness)}</dt>
        <dd>${freshnessInShort(view, facility)}</dd>
      </div>
    </dl>
  </li>`
}

/** Published Japanese that has no reading, such as an address. */
export const ja = (view: View, content: string): Html =>
  view.language === 'ja' ? html`${content}` : html`<span lang="ja">${content}</span>`

function pager(view: View, { pageInfo }: FactsList<unknown>, { path, query }: Around): Html | null {
  const { hasNextPage, hasPreviousPage, startCursor, endCursor } = pageInfo
  if (!hasNextPage && !hasPreviousPage) return null
  const { text, say } = view
  const link = (cursor: Record<string, string | null>, rel: string, words: string) =>
    html`<a rel="${rel}" href="${view.to(path, { ...query, after: null, before: null, ...cursor })}"
      >${say(words)}</a
    >`
  return html`<nav class="pager" aria-label="${text.search.pages}">
    ${hasPreviousPage && link({ before: startCursor }, 'prev', text.search.previous)}
    ${hasNextPage && link({ after: endCursor }, 'next', text.search.next)}
  </nav>`
}

const MOST_CHOICES = 200

/** The search: words, municipality, service. A plain form that works without a script. */
export function searchForm(
  view: View,
  choices: { readonly municipalities?: readonly Municipality[]; readonly kinds?: readonly ServiceKind[] },
  { path, query, label }: Around & { readonly label: string },
): Html {
  const { text } = view
  const { municipalities = [], kinds = [] } = choices
  return html`<form class="search" action="${path}" method="get" role="search" aria-label="${label}">
    ${view.language === 'en' && html`<input type="hidden" name="lang" value="en" />`}
    ${view.furigana && html`<input type="hidden" name="furigana" value="1" />`}
    <p class="field wide">
      <label for="q">${view.say(text.search.label)}</label>
      <span class="note" id="q-note">${view.say(text.search.support)}</span>
      <input
        type="search"
        id="q"
        name="q"
        value="${query.q ?? ''}"
        aria-describedby="q-note"
        maxlength="200"
        enterkeyhint="search"
        lang="ja"
      />
    </p>
    ${
      municipalities.length > 0 &&
      municipalities.length <= MOST_CHOICES &&
      choice(
        view,
        'municipality',
        text.search.municipality,
        text.search.everywhere,
        query.municipality,
        municipalities.map(({ code, name }) => ({ value: code, name })),
      )
    }
    ${
      kinds.length > 0 &&
      choice(
        view,
        'service',
        text.search.service,
        text.search.everyService,
        query.service,
        kinds.map((kind) => ({ value: keyOfKind(kind), name: kind.shortName })),
      )
    }
    <p class="field"><button type="submit">${view.say(text.search.submit)}</button></p>
  </form>`
}

// Menus cannot hold markup, so their words stand without readings.
const choice = (
  view: View,
  name: string,
  label: string,
  all: string,
  chosen: string | undefined,
  options: readonly { readonly value: string; readonly name: string }[],
): Html =>
  html`<p class="field">
    <label for="${name}">${view.say(label)}</label>
    <select id="${name}" name="${name}">
      <option value="">${all}</option>
      ${options.map(({ value, name: words }) =>
        value === chosen
          ? html`<option value="${value}" selected lang="ja">${words}</option>`
          : html`<option value="${value}" lang="ja">${words}</option>`,
      )}
    </select>
  </p>`

/** Municipalities as links; with more than a screen of them, prefectures first. */
export function municipalityLinks(
  view: View,
  municipalities: readonly Municipality[],
  to: (code: string) => string,
): Html {
  const prefectures = Map.groupBy(municipalities, ({ code }) => code.slice(0, 2))
  return html`${[...prefectures.values()].map(
    (group) =>
      html`${prefectures.size > 1 && group.slice(0, 1).map((one) => html`<h3>${prefectureName(view, one)}</h3>`)}
        <ul class="links">
          ${group.map((one) => html`<li><a href="${view.to(to(one.code))}">${municipalityName(view, one)}</a></li>`)}
        </ul>`,
  )}`
}

export function prefectureLinks(view: View, municipalities: readonly Municipality[]): Html {
  const prefectures = new Map(municipalities.map((one) => [one.code.slice(0, 2), one]))
  return html`<ul class="links">
    ${[...prefectures].map(
      ([code, one]) =>
        html`<li><a href="${view.to(addresses.prefecture(code))}">${prefectureName(view, one)}</a></li>`,
    )}
  </ul>`
}

/** More than this are shown by prefecture. */
export const MOST_MUNICIPALITIES = 100

/** A service with its explanation, as a link to where it is given. */
export function serviceItem(
  view: View,
  kind: ServiceKind,
  query: Readonly<Record<string, string>> = {},
): Html {
  const key = keyOfKind(kind)
  const explained = view.explained(key)
  return html`<li>
    <a href="${view.to(addresses.service(key), query)}">${view.known(kind.shortName)}</a>${
      explained && html`<span class="note">${view.say(explained)}</span>`
    }
  </li>`
}
