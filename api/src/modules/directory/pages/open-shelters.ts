import { html, type Html } from '../../../kernel/http/html.ts'
import { sqlFor } from '../../../kernel/read/sql.ts'
import { openShelters, type OpenShelter } from '../open-shelters.ts'
import { page } from '../page.ts'
import { addresses } from '../rules/addresses.ts'
import type { View } from '../view.ts'
import { step } from './frame.ts'
import { ja } from './lists.ts'
import { facilityName, orNotGiven, phoneLink, sampleMark } from './names.ts'

/** The welfare shelters that are open now: where, for whom, and to call first. Never a drill. */
export const openSheltersPage = page({
  url: addresses.openShelters,
  find: async ({ pool }) => ({ shelters: await openShelters(sqlFor(pool)) }),
  draw({ shelters }, view) {
    const { text, say } = view
    return {
      title: text.openShelter.title,
      description: text.openShelter.lead,
      // What is open changes by the hour: no search engine should remember it.
      canonical: null,
      trail: [step(view, addresses.shelters, text.shelter.title)],
      here: say(text.openShelter.title),
      sources: [],
      hasSamples: shelters.some(({ sample }) => sample),
      main: html`<h1>${say(text.openShelter.title)}</h1>
        <p class="lead">${say(text.openShelter.lead)}</p>
        <p class="box"><strong>${say(text.openShelter.call)}</strong></p>
        ${
          shelters.length === 0
            ? html`<p>${say(text.openShelter.none)}</p>`
            : html`<ul class="facilities">
                ${shelters.map((shelter) => item(view, shelter))}
              </ul>`
        }`,
    }
  },
})

function item(view: View, shelter: OpenShelter): Html {
  const { text, say } = view
  const { direct } = text.openShelter
  const coming =
    shelter.directEvacuation === null ? direct.UNKNOWN : shelter.directEvacuation ? direct.YES : direct.NO
  return html`<li>
    <h3>
      <a href="${view.to(addresses.facility(shelter.facilityId))}">${facilityName(view, shelter)}</a
      >${sampleMark(view, shelter)}
    </h3>
    <dl>
      <div>
        <dt>${say(text.facility.phone)}</dt>
        <dd>${orNotGiven(view, shelter.phone && phoneLink(shelter.phone))}</dd>
      </div>
      <div>
        <dt>${say(text.facility.address)}</dt>
        <dd>${ja(view, shelter.address)}</dd>
      </div>
      <div>
        <dt>${say(text.shelter.accepts)}</dt>
        <dd>${orNotGiven(view, shelter.acceptedPersons && ja(view, shelter.acceptedPersons))}</dd>
      </div>
      <div>
        <dt>${say(text.openShelter.how)}</dt>
        <dd>${say(coming)}</dd>
      </div>
    </dl>
  </li>`
}
