import type { ShelterOpeningState } from '../../../generated/prisma/enums.ts'
import type { FacilityFigures, Figures } from '../figures.ts'
import { readSource, SOURCE_FIELDS, type SourceId } from './source-fields.ts'
import { marked, NEEDS, STATES } from './words.ts'
import { element, type Xml } from './xml.ts'

// OASIS EDXL-HAVE 2.0: the facilities of an event with what they offer. HAVE itself has no mark for an exercise; EDXL-DE, the
// envelope that the standard provides for sending it, has one (distributionStatus), so that it is always sent in it.

const NAMESPACES = {
  'xmlns:have': 'urn:oasis:names:tc:emergency:edxl:have:2.0',
  'xmlns:edxl-ct': 'urn:oasis:names:tc:emergency:edxl:ct:1.0',
  'xmlns:xpil': 'urn:oasis:names:tc:emergency:edxl:ciq:1.0:xpil',
  'xmlns:xal': 'urn:oasis:names:tc:emergency:edxl:ciq:1.0:xal',
  'xmlns:n': 'urn:oasis:names:tc:emergency:edxl:ciq:1.0:xnl',
  'xmlns:gml': 'http://www.opengis.net/gml/3.2',
} as const
const TAXONOMY = 'urn:yui:welfare-shelter:1'
const COLOURS = 'urn:oasis:names:tc:emergency:EDXL:HAVE:2.0:Defaults:ColourCode'

const instant = (at: Date): string => at.toISOString().replace(/\.\d{3}Z$/, 'Z')

/** The message, ready to be sent as a file. */
export function haveMessage(figures: Figures): string {
  const { event, asOf } = figures
  const have = element(
    'have:HAVE',
    [
      element('have:organizationInformation', [organisation(event.network)]),
      element('have:reportingPeriod', [
        element('edxl-ct:fromDateTime', instant(event.startedAt)),
        element('edxl-ct:toDateTime', instant(asOf)),
      ]),
      element(
        'have:reportComment',
        [event.drill ? 'EXERCISE' : null, source('event', figures, null), source('hazard', figures, null)]
          .filter((part) => part !== null)
          .join(' / '),
      ),
      ...figures.facilities.map((facility) => facilityXml(figures, facility)),
    ],
    { ...NAMESPACES, defaultLanguage: 'ja' },
  )
  const envelope = element(
    'EDXLDistribution',
    [
      element('distributionID', `yui-${event.id}-${asOf.getTime()}`),
      element('senderID', `yui@${event.platformId}`),
      element('dateTimeSent', instant(asOf)),
      element('distributionStatus', event.drill ? 'Exercise' : 'Actual'),
      element('distributionType', 'Report'),
      element('combinedConfidentiality', 'UNCLASSIFIED AND SENSITIVE'),
      element('language', 'ja'),
      element('contentObject', [
        element('contentDescription', marked('福祉避難所の状況（EDXL-HAVE 2.0）', event)),
        element('xmlContent', [element('embeddedXMLContent', [have])]),
      ]),
    ],
    { xmlns: 'urn:oasis:names:tc:emergency:EDXL:DE:1.0' },
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n${envelope?.text ?? ''}\n`
}

const source = (id: SourceId, figures: Figures, facility: FacilityFigures | null): string | null =>
  readSource(id, { figures, facility })

const organisation = (name: string): Xml | null =>
  element('n:OrganisationName', [element('n:NameElement', name)])

/** The children stand in the order of the schema's sequences. */
function facilityXml(figures: Figures, facility: FacilityFigures): Xml | null {
  const { point, prefecture, municipality, phone, corporation, intake } = facility
  const said = (...ids: SourceId[]): string | null =>
    ids
      .flatMap((id) => {
        const value = source(id, figures, facility)
        return value === null ? [] : [`${SOURCE_FIELDS[id].label}：${value}`]
      })
      .join(' / ') || null
  return element('have:facility', [
    element('have:facilityInformation', [
      element('have:facilityID', `F-${facility.id}`),
      element('have:facilityName', marked(facility.name, figures.event)),
      point &&
        element('have:facilityGeoLocation', [
          element('edxl-ct:EDXLGeoLocation', [
            element('gml:Point', [element('gml:pos', `${point.latitude} ${point.longitude}`)], {
              'gml:id': `P-${facility.id}`,
            }),
          ]),
        ]),
      element('have:facilityDetails', [
        organisation(corporation ?? facility.name),
        element('xpil:Addresses', [
          element('xpil:Address', [
            element('xal:Country', [element('xal:NameElement', '日本')]),
            element('xal:AdministrativeArea', [element('xal:NameElement', prefecture)]),
            element('xal:Locality', [element('xal:NameElement', municipality)]),
          ]),
        ]),
        phone === null
          ? null
          : element('xpil:ContactNumbers', [
              element('xpil:ContactNumber', [element('xpil:ContactNumberElement', phone)]),
            ]),
      ]),
      element('have:facilityKind', 'LongTermCare'),
    ]),
    intake &&
      element('have:activityInPeriod', [
        element('have:admissions', intake.takenIn),
        element('have:discharges', intake.left),
      ]),
    element('have:serviceList', [
      element('have:taxonomyURI', TAXONOMY),
      element('have:taxonomyName', '福祉避難所'),
      ...services(facility).map((service) => serviceXml(service, facility, said)),
    ]),
    element(
      'have:commentText',
      said(
        'address',
        'officeNumbers',
        'openedAt',
        'opensAt',
        'closedAt',
        'deFacto',
        'cannotReason',
        'cannotNote',
        'reportedAt',
        'ownUsers',
        'building',
        'power',
        'water',
        'staff',
      ),
      { language: 'ja' },
    ),
    colourStatus('have:facilityColourStatus', facility, said('canAccept')),
  ])
}

interface Service {
  readonly key: string
  readonly name: string
  /** Persons at night, or by day where the night is not given: a bed is for the night. */
  readonly places: number | null
  readonly present: number | null
  readonly whole: boolean
  readonly note: string
}

/** The shelter as a whole, and each kind of need it says something about. */
function services({ shelter, occupancy }: FacilityFigures): Service[] {
  const day = (places: number | null | undefined) =>
    places === null || places === undefined ? '―' : String(places)
  const whole: Service = {
    key: 'welfare-shelter',
    name: '福祉避難所',
    places: shelter?.nightPlaces ?? shelter?.dayPlaces ?? null,
    present: occupancy?.night ?? occupancy?.day ?? null,
    whole: true,
    note: `受入可能人数 昼${day(shelter?.dayPlaces)}・夜${day(shelter?.nightPlaces)}、いまいる人 昼${day(occupancy?.day)}・夜${day(occupancy?.night)}`,
  }
  const needs = new Set([
    ...(shelter?.places ?? []).map(({ need }) => need),
    ...(Object.keys(occupancy?.byNeed ?? {}) as (keyof typeof NEEDS)[]),
  ])
  const each = [...needs].map((need): Service => {
    const places = shelter?.places.find((one) => one.need === need)
    return {
      key: `welfare-shelter.${need.toLowerCase().replaceAll('_', '-')}`,
      name: `福祉避難所（${NEEDS[need]}）`,
      places: places?.night ?? places?.day ?? null,
      present: occupancy?.byNeed[need] ?? null,
      whole: false,
      note: `受入可能人数 昼${day(places?.day)}・夜${day(places?.night)}、いまいる人 ${day(occupancy?.byNeed[need])}`,
    }
  })
  return [whole, ...each]
}

function serviceXml(
  { key, name, places, present, whole, note }: Service,
  facility: FacilityFigures,
  said: (...ids: SourceId[]) => string | null,
): Xml | null {
  const { opening, occupancy } = facility
  const at = occupancy ? `（${instant(occupancy.at)}）` : ''
  const isKnown = places !== null || present !== null
  return element('have:serviceListItem', [
    element('have:serviceTaxonomyKeyValue', key),
    element('have:serviceName', name),
    opening &&
      element('have:serviceStatus', [
        element('have:isAvailable', opening.state === 'OPEN' ? 'true' : 'false'),
        colourStatus('have:colourStatus', facility, null),
        element('have:comment', STATES[opening.state], { language: 'ja' }),
      ]),
    // `availableCount` must be a number: where nobody knows how many are there, the capacity goes into the comment.
    places !== null && present !== null
      ? element('have:serviceBedCapacity', [
          element('have:availableCount', places - present),
          element('have:baselineCount', places),
          element('have:capacityNote', `${note}${at}`),
          opening && element('have:availability', AVAILABILITY[opening.state]),
        ])
      : null,
    element(
      'have:comment',
      [
        isKnown && (places === null || present === null) ? `${note}${at}` : null,
        whole ? said('acceptedPersons', 'directEvacuation', 'companions', 'designation') : null,
      ]
        .filter((part) => part !== null)
        .join(' / '),
      { language: 'ja' },
    ),
  ])
}

const AVAILABILITY: Readonly<Record<ShelterOpeningState, string>> = {
  REQUESTED: 'Inactive',
  CAN: 'Inactive',
  CANNOT: 'Inactive',
  DECIDED: 'Inactive',
  OPEN: 'Open',
  FULL: 'Full',
  CLOSED: 'Inactive',
  WITHDRAWN: 'Inactive',
}

const COLOUR: Partial<Record<ShelterOpeningState, string>> = {
  CAN: 'green',
  OPEN: 'green',
  DECIDED: 'yellow',
  FULL: 'red',
  CANNOT: 'red',
}

/** A colour is given with the words that it stands for, and none where nothing is known. */
function colourStatus(name: string, { opening }: FacilityFigures, described: string | null): Xml | null {
  const colour = opening && COLOUR[opening.state]
  if (!colour) return described === null ? null : element('have:commentText', described, { language: 'ja' })
  return element(name, [
    element('have:colourCodeDefault', [
      element('edxl-ct:ValueListURI', COLOURS),
      element('edxl-ct:Value', colour),
    ]),
    element('have:colourDescription', [STATES[opening.state], described].filter(Boolean).join(' / ')),
  ])
}
