import { html, type Html } from '../../../kernel/http/html.ts'
import { globalId } from '../../../kernel/ids.ts'
import { shortFacilityName } from '../../registry/public.ts'
import { Elsewhere, page, type Source } from '../page.ts'
import { readFacility, type FacilityFacts } from '../queries.ts'
import { addresses } from '../rules/addresses.ts'
import { facilityThing } from '../rules/structured-data.ts'
import type { View } from '../view.ts'
import { freshness } from './freshness.ts'
import { gone } from './gone.ts'
import { ja } from './lists.ts'
import {
  addressLine,
  corporationName,
  facilityName,
  fullFacilityName,
  keyOfKind,
  municipalityName,
  orNotGiven,
  phoneLink,
  sampleMark,
} from './names.ts'

/** One facility with everything about it that is public. */
export const facilityPage = page({
  url: '/directory/facilities/:id',
  async find(request) {
    const { id = '' } = request.params
    const found = await readFacility(request, id)
    const [facility] = found?.facilities.nodes ?? []
    if (!found || !facility) return null
    if (facility.id !== id) return new Elsewhere(addresses.facility(facility.id))
    return { facility, sources: found.sources.nodes }
  },
  draw({ facility, sources }, view) {
    const { text, say } = view
    const { corporation, mainServiceKind, municipality, offices, equipment, shelters } = facility
    const path = addresses.facility(facility.id)
    const trail = [
      {
        path: addresses.municipality(municipality.code),
        name: municipality.name,
        shown: municipalityName(view, municipality),
      },
    ]
    if (facility.status !== 'ACTIVE') {
      const { successor } = facility
      return gone(view, {
        title: text.gone.facility,
        name: html`${fullFacilityName(view, facility)}${sampleMark(view, facility)}`,
        status: facility.status,
        endedOn: facility.endedOn,
        successor: successor && {
          path: addresses.facility(successor.id),
          name: html`${facilityName(view, successor)}${sampleMark(view, successor)}`,
        },
        trail,
      })
    }
    const short = shortFacilityName(facility.name)
    const explained = mainServiceKind && view.explained(keyOfKind(mainServiceKind))
    const row = (label: string, value: Html | string | null) =>
      html`<div>
        <dt>${say(label)}</dt>
        <dd>${orNotGiven(view, value)}</dd>
      </div>`
    const { facility: words } = text
    return {
      title: short,
      description: [short, mainServiceKind?.shortName, facility.address, facility.phone]
        .filter(Boolean)
        .join('、'),
      canonical: path,
      trail,
      here: facilityName(view, facility),
      sources: sourcesOf(facility, sources),
      hasSamples: facility.sample,
      things: facility.sample ? [] : [thingOf(view, facility)],
      main: html`<article>
        ${mainServiceKind && html`<p class="kind">${view.known(mainServiceKind.shortName)}</p>`}
        <h1>${facilityName(view, facility)}${sampleMark(view, facility)}</h1>
        ${facility.sample && html`<p class="box">${say(text.samplePage)}</p>`}
        ${explained && mainServiceKind && html`<p class="lead">${view.known(mainServiceKind.shortName)}：${say(explained)}</p>`}
        ${facility.phone && html`<p class="call no-paper"><a class="button" href="tel:${facility.phone.replace(/[^\d+]/g, '')}">${say(text.phoneCall)} ${facility.phone}</a></p>`}
        <section aria-labelledby="facts">
          <h2 id="facts">${say(words.facts)}</h2>
          <dl class="facts">
            ${row(words.officialName, fullFacilityName(view, facility))}
            ${row(words.reading, facility.kana && ja(view, facility.kana))}
            ${row(words.address, html`${facility.postalCode && `〒${facility.postalCode.replace(/^(\d{3})(\d{4})$/, '$1-$2')} `}${ja(view, addressLine(facility))}`)}
            ${row(words.phone, facility.phone && phoneLink(facility.phone))} ${row(words.fax, facility.fax)}
            ${row(words.web, facility.url && html`<a href="${facility.url}" rel="noopener external nofollow">${facility.url}</a>`)}
            ${row(words.capacity, facility.capacity === null ? null : say(words.persons(view.count(facility.capacity))))}
            ${row(words.openedOn, facility.openedOn && say(view.day(facility.openedOn)))}
            ${row(
              words.corporation,
              corporation &&
                html`<a href="${view.to(addresses.corporation(corporation))}"
                  >${corporationName(view, corporation)}</a
                >`,
            )}
          </dl>
          <p class="note">${say(text.notGivenNote)}</p>
        </section>
        <section aria-labelledby="services">
          <h2 id="services">${say(words.services)}</h2>
          ${
            offices.nodes.length === 0
              ? html`<p>${say(words.noServices)}</p>`
              : html`<ul class="offices">
                  ${offices.nodes.map((office) => officeItem(view, office, mainServiceKind && keyOfKind(mainServiceKind)))}
                </ul>`
          }
          <p>${say(words.ask)}</p>
        </section>
        ${
          equipment.nodes.length > 0 &&
          html`<section aria-labelledby="equipment">
            <h2 id="equipment">${say(words.equipment)}</h2>
            <dl class="facts short">
              ${equipment.nodes.map(
                ({ item, state, note }) =>
                  html`<div>
                    <dt>${view.known(item)}</dt>
                    <dd>
                      ${say(words.equipmentStates[state])}${state === 'YES' && note && html`（${ja(view, note)}）`}
                    </dd>
                  </div>`,
              )}
            </dl>
            <p class="note">${say(words.equipmentNote)}</p>
          </section>`
        }
        ${
          shelters.nodes.length > 0 &&
          html`<section aria-labelledby="shelter">
            <h2 id="shelter">${say(words.shelter)}</h2>
            <ul>
              ${shelters.nodes.map(
                ({ welfare, kind, name }) =>
                  html`<li>
                    ${say(welfare ? text.shelter.welfare : text.shelter.kinds[kind])}（${ja(view, name)}）
                  </li>`,
              )}
            </ul>
            <p><strong>${say(text.shelter.warning)}</strong></p>
          </section>`
        }
        <section aria-labelledby="freshness">
          <h2 id="freshness">${say(words.freshness)}</h2>
          <p>${freshness(view, facility, 'facility')}</p>
        </section>
        <p class="no-paper">
          <a href="${view.to(addresses.mistake(path))}" rel="nofollow">${say(text.mistake.title)}</a>
        </p>
        <p class="no-paper">
          <a href="/facilities/${globalId('Facility', facility.id)}" rel="nofollow">${say(words.inPortal)}</a>
        </p>
      </article>`,
    }
  },
})

/** A service of the facility; what the main one is, stands above already. */
function officeItem(
  view: View,
  office: FacilityFacts['offices']['nodes'][number],
  explainedAbove: string | null,
): Html {
  const { text, say } = view
  const { facility: words } = text
  const key = keyOfKind(office.serviceKind)
  const explained = key === explainedAbove ? null : view.explained(key)
  return html`<li>
    <h3><a href="${view.to(addresses.service(key))}">${view.known(office.serviceKind.shortName)}</a></h3>
    ${explained && html`<p class="note">${say(explained)}</p>`}
    <dl>
      <div>
        <dt>${say(words.officeName)}</dt>
        <dd>${fullFacilityName(view, office)}</dd>
      </div>
      ${
        office.officeNumber &&
        html`<div>
          <dt>${say(words.officeNumber)}</dt>
          <dd>${office.officeNumber}</dd>
        </div>`
      }
      <div>
        <dt>${say(words.capacity)}</dt>
        <dd>
          ${orNotGiven(view, office.capacity === null ? null : say(words.persons(view.count(office.capacity))))}
        </dd>
      </div>
      ${
        office.phone &&
        html`<div>
          <dt>${say(words.phone)}</dt>
          <dd>${phoneLink(office.phone)}</dd>
        </div>`
      }
      ${
        office.openDays &&
        html`<div>
          <dt>${say(words.openDays)}</dt>
          <dd>${ja(view, [office.openDays, office.openDaysNote].filter(Boolean).join(' '))}</dd>
        </div>`
      }
    </dl>
  </li>`
}

/** The files that this page shows facts of; an invented facility shows none. */
function sourcesOf({ dataSource, offices, shelters }: FacilityFacts, all: readonly Source[]): Source[] {
  const shown = [dataSource, ...[...offices.nodes, ...shelters.nodes].map((one) => one.dataSource)]
  return all.filter((source) => shown.some((one) => one !== null && sameRelease(one, source)))
}

const sameRelease = (one: Source, other: Source): boolean =>
  one.title === other.title && one.asOf === other.asOf && one.issuer === other.issuer

const thingOf = ({ publicUrl }: View, facility: FacilityFacts): object => {
  const { corporation } = facility
  return facilityThing({
    ...facility,
    url: publicUrl + addresses.facility(facility.id),
    web: facility.url,
    services: [...new Set(facility.offices.nodes.map(({ serviceKind }) => serviceKind.name))],
    isForChildren: ['CHILD-hoikusho', 'CHILD-kodomoen'].includes(
      facility.mainServiceKind ? keyOfKind(facility.mainServiceKind) : '',
    ),
    corporation: corporation && { ...corporation, url: publicUrl + addresses.corporation(corporation) },
  })
}
