import { html, type Html } from '../../../kernel/http/html.ts'
import { LONGEST_MISTAKE, MISTAKE_TOPICS } from '../../registry/public.ts'
import { Elsewhere, page, type Drawn, type PageRequest, type Step } from '../page.ts'
import { readCorporation, readFacility, readSources } from '../queries.ts'
import { addresses } from '../rules/addresses.ts'
import type { View } from '../view.ts'
import { corporationName, facilityName, sampleMark } from './names.ts'

/** Whose page has the mistake, as plain data. */
export interface MistakenPage {
  readonly record: 'FACILITY' | 'CORPORATION'
  readonly id: string
  readonly path: string
  readonly name: string
  readonly kana: string
  readonly sample: boolean
}

/** What was sent and could not be taken. */
export interface Refused {
  readonly fault: 'TOPIC' | 'TEXT' | 'WAITING' | 'OFTEN'
  readonly topic: string
  readonly text: string
}

/** The facility an address means; a page that has moved or ended says so itself. */
export async function mistakenFacility(request: PageRequest): Promise<MistakenPage | Elsewhere | null> {
  const { id: asked = '' } = request.params
  const found = await readFacility(request, asked)
  const [facility] = found?.facilities.nodes ?? []
  if (!facility) return null
  const { id, name, kana, sample, status } = facility
  const path = addresses.facility(id)
  if (status !== 'ACTIVE') return new Elsewhere(path)
  if (id !== asked) return new Elsewhere(addresses.mistake(path))
  return { record: 'FACILITY', id, path, name, kana, sample }
}

/** The corporation an address means. */
export async function mistakenCorporation(request: PageRequest): Promise<MistakenPage | Elsewhere | null> {
  const { id: asked = '' } = request.params
  const found = await readCorporation(request, asked)
  const [corporation] = found?.corporations.nodes ?? []
  if (!corporation) return null
  const { id, name, kana, sample, status } = corporation
  const path = addresses.corporation(corporation)
  if (status !== 'ACTIVE') return new Elsewhere(path)
  if (path !== `/directory/corporations/${asked}`) return new Elsewhere(addresses.mistake(path))
  return { record: 'CORPORATION', id, path, name, kana: kana ?? '', sample }
}

const STATUS = { TOPIC: 422, TEXT: 422, WAITING: 409, OFTEN: 429 } as const

/** The form, empty or as it was sent and refused. Works without JavaScript and keeps nothing on anybody's machine. */
export function drawMistake(place: MistakenPage, view: View, refused: Refused | null): Drawn {
  const { text, say } = view
  const { mistake: words } = text
  const shown = placeName(place, view)
  const trail: Step[] = [{ path: place.path, name: place.name, shown }]
  const faultOf = (fault: Refused['fault']) => refused?.fault === fault
  return {
    ...(refused ? { status: STATUS[refused.fault] } : {}),
    title: `${words.title} ${place.name}`,
    description: words.lead,
    canonical: null,
    trail,
    here: say(words.title),
    sources: [],
    hasSamples: place.sample,
    main: html`<h1>${say(words.title)}</h1>
      <p class="lead">${say(words.lead)}</p>
      <p>${say(words.noAnswer)} <strong>${say(words.urgent)}</strong></p>
      <dl class="facts">
        <div>
          <dt>${say(words.about)}</dt>
          <dd><a href="${view.to(place.path)}">${shown}</a>${sampleMark(view, place)}</dd>
        </div>
      </dl>
      ${refused && html`<p class="box fault" role="alert" id="fault">${say(words.faults[refused.fault])}</p>`}
      <form class="form" method="post" action="${view.to(addresses.mistake(place.path))}">
        <fieldset>
          <legend>${say(words.topic)}</legend>
          ${Object.keys(MISTAKE_TOPICS).map((topic) => choice(view, topic as Topic, refused))}
        </fieldset>
        <div>
          <label for="text">${say(words.correct)}</label>
          <p class="note" id="text-note">${say(words.support)}</p>
          ${
            faultOf('TEXT')
              ? html`<textarea
                  id="text"
                  name="text"
                  rows="5"
                  maxlength="${LONGEST_MISTAKE}"
                  required
                  aria-invalid="true"
                  aria-describedby="fault text-note"
                >
${refused?.text ?? ''}</textarea>`
              : html`<textarea
                  id="text"
                  name="text"
                  rows="5"
                  maxlength="${LONGEST_MISTAKE}"
                  required
                  aria-describedby="text-note"
                >
${refused?.text ?? ''}</textarea>`
          }
        </div>
        <div class="trap" hidden>
          <label
            >${say(words.trap)} <input type="text" name="website" tabindex="-1" autocomplete="off"
          /></label>
        </div>
        <button type="submit">${say(words.submit)}</button>
      </form>`,
  }
}

type Topic = keyof typeof MISTAKE_TOPICS

function choice({ text, say }: View, topic: Topic, refused: Refused | null): Html {
  const name = say(text.mistake.topics[topic])
  return topic === refused?.topic
    ? html`<label
        ><input type="radio" name="topic" value="${topic}" required checked /> <span>${name}</span></label
      >`
    : html`<label><input type="radio" name="topic" value="${topic}" required /> <span>${name}</span></label>`
}

const placeName = ({ record, ...place }: MistakenPage, view: View): Html =>
  record === 'FACILITY' ? facilityName(view, place) : corporationName(view, place)

/** Where a mistake on a facility's page is reported. */
export const facilityMistakePage = page({
  url: '/directory/facilities/:id/mistake',
  find: mistakenFacility,
  draw: (place, view) => drawMistake(place, view, null),
})

/** Where a mistake on a corporation's page is reported. */
export const corporationMistakePage = page({
  url: '/directory/corporations/:id/mistake',
  find: mistakenCorporation,
  draw: (place, view) => drawMistake(place, view, null),
})

/** What happens next. */
export const mistakeReportedPage = page({
  url: addresses.mistakeReported,
  find: readSources,
  draw: (_data, view) => ({
    title: view.text.mistake.sentTitle,
    description: view.text.mistake.sentTitle,
    canonical: null,
    here: view.say(view.text.mistake.sentTitle),
    sources: [],
    main: html`<h1>${view.say(view.text.mistake.sentTitle)}</h1>
      ${view.text.mistake.sent.map((line) => html`<p>${view.say(line)}</p>`)}
      <p><a href="${view.to(addresses.start)}">${view.say(view.text.home)}</a></p>`,
  }),
})
