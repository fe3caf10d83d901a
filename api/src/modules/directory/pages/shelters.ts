import { html, type Html } from '../../../kernel/http/html.ts'
import { Elsewhere, page } from '../page.ts'
import { readShelterPlaces, readShelters, type ShelterLine } from '../queries.ts'
import { addresses } from '../rules/addresses.ts'
import type { View } from '../view.ts'
import { step } from './frame.ts'
import { ja, municipalityLinks } from './lists.ts'
import { facilityName, municipalityName, orNotGiven, sampleMark } from './names.ts'

const warning = ({ say, text }: View): Html =>
  html`<p class="box"><strong>${say(text.shelter.warning)}</strong> ${say(text.shelter.warningMore)}</p>`

/** Which municipality's welfare shelters? */
export const shelterPlacesPage = page({
  url: addresses.shelters,
  find: readShelterPlaces,
  draw({ municipalities, sources }, view) {
    const { text, say } = view
    return {
      title: text.shelter.title,
      description: text.shelter.lead,
      canonical: addresses.shelters,
      here: say(text.shelter.title),
      sources: sources.nodes,
      main: html`<h1>${say(text.shelter.title)}</h1>
        <p class="lead">${say(text.shelter.lead)}</p>
        ${warning(view)}
        <h2>${say(text.shelter.choose)}</h2>
        ${municipalityLinks(view, municipalities.nodes, addresses.sheltersOf)}`,
    }
  },
})

/** The welfare shelters of one municipality. */
export const sheltersPage = page({
  url: '/directory/shelters/:place',
  async find(request) {
    const { place = '' } = request.params
    const found = await readShelters(request, place)
    const [one, ...others] = found.municipalities.nodes
    if (!one) return null
    // A name of several municipalities is told apart on their own page.
    if (others.length > 0) return new Elsewhere(`${addresses.start}/${encodeURIComponent(place)}`)
    if (one.code !== place) return new Elsewhere(addresses.sheltersOf(one.code))
    return { ...found, municipality: one }
  },
  draw({ municipality, shelters, sources }, view) {
    const { text, say } = view
    return {
      title: `${municipality.name} ${text.shelter.title}`,
      description: `${municipality.prefecture}${municipality.name}：${text.shelter.lead}`,
      canonical: addresses.sheltersOf(municipality.code),
      trail: [step(view, addresses.shelters, text.shelter.title)],
      here: municipalityName(view, municipality),
      sources: sources.nodes,
      hasSamples: shelters.nodes.some(({ sample }) => sample),
      main: html`<p class="kind">${say(text.shelter.title)}</p>
        <h1>${municipalityName(view, municipality)}</h1>
        ${warning(view)}
        ${
          shelters.nodes.length === 0
            ? html`<p>${say(text.shelter.none)}</p>`
            : html`<h2>${say(text.shelter.welfare)}</h2>
                <p role="status">${say(text.search.found(view.count(shelters.nodes.length)))}</p>
                <ul class="facilities">
                  ${shelters.nodes.map((shelter) => shelterItem(view, shelter))}
                </ul>`
        }
        <p>
          <a href="${view.to(addresses.municipality(municipality.code))}">${say(text.place.facilities)}</a>
        </p>`,
    }
  },
})

function shelterItem(view: View, shelter: ShelterLine): Html {
  const { text, say } = view
  const { facility } = shelter
  const capacity = shelter.capacity === null ? shelter.capacityText : null
  return html`<li>
    <h3>${ja(view, shelter.name)}${sampleMark(view, shelter)}</h3>

    <dl>
      <div>
        <dt>${say(text.facility.address)}</dt>
        <dd>${ja(view, shelter.address)}</dd>
      </div>
      <div>
        <dt>${say(text.shelter.accepts)}</dt>
        <dd>${orNotGiven(view, shelter.acceptedPersons && ja(view, shelter.acceptedPersons))}</dd>
      </div>
      <div>
        <dt>${say(text.shelter.capacity)}</dt>
        <dd>
          ${orNotGiven(view, shelter.capacity === null ? capacity && ja(view, capacity) : say(text.facility.persons(view.count(shelter.capacity))))}
        </dd>
      </div>
      ${
        facility?.status === 'ACTIVE' &&
        html`<div>
          <dt>${say(text.shelter.facility)}</dt>
          <dd><a href="${view.to(addresses.facility(facility.id))}">${facilityName(view, facility)}</a></dd>
        </div>`
      }
    </dl>
  </li>`
}
