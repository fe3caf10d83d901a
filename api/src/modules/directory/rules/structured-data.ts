// Facts for programs, in the words of schema.org. Published facts only, and each only if it is known.

type Thing = Readonly<Record<string, unknown>>

/** Leaves out what is not known; "not known" and "none" are never written. */
const known = (facts: Record<string, unknown>): Thing =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null && value !== undefined))

const CONTEXT = 'https://schema.org'

interface Place {
  readonly municipality: { readonly name: string; readonly prefecture: string } | null
  readonly address: string | null
  readonly postalCode?: string | null
  readonly building?: string | null
}

function postalAddress({ municipality, address, postalCode, building }: Place): Thing | null {
  if (!address && !municipality) return null
  const inMunicipality = municipality && address?.startsWith(municipality.name)
  const street = inMunicipality ? address?.slice(municipality.name.length) : address
  return known({
    '@type': 'PostalAddress',
    addressCountry: 'JP',
    addressRegion: municipality?.prefecture,
    addressLocality: municipality?.name,
    streetAddress: [street, building].filter(Boolean).join(' ') || null,
    postalCode: postalCode?.replace(/^(\d{3})(\d{4})$/, '$1-$2'),
  })
}

export interface FacilityForEngines extends Place {
  readonly url: string
  readonly name: string
  readonly kana: string
  readonly phone: string | null
  readonly fax: string | null
  readonly web: string | null
  readonly latitude: number | null
  readonly longitude: number | null
  readonly openedOn: string | null
  readonly services: readonly string[]
  readonly isForChildren: boolean
  readonly corporation: {
    readonly name: string
    readonly url: string
    readonly corporateNumber: string | null
  } | null
}

/** A facility: LocalBusiness, for schema.org has no word for homes of care; ChildCare for nurseries. */
export const facilityThing = (facility: FacilityForEngines): Thing =>
  known({
    '@context': CONTEXT,
    '@type': facility.isForChildren ? 'ChildCare' : 'LocalBusiness',
    '@id': `${facility.url}#place`,
    url: facility.url,
    name: facility.name,
    alternateName: facility.kana || null,
    address: postalAddress(facility),
    telephone: facility.phone,
    faxNumber: facility.fax,
    sameAs: facility.web,
    geo:
      facility.latitude === null || facility.longitude === null
        ? null
        : { '@type': 'GeoCoordinates', latitude: facility.latitude, longitude: facility.longitude },
    foundingDate: facility.openedOn,
    keywords: facility.services.length > 0 ? facility.services.join(', ') : null,
    parentOrganization: facility.corporation && organization(facility.corporation),
  })

const organization = ({
  name,
  url,
  corporateNumber,
}: {
  name: string
  url: string
  corporateNumber: string | null
}): Thing =>
  known({
    '@type': 'Organization',
    '@id': `${url}#corporation`,
    name,
    url,
    identifier: numberOf(corporateNumber),
  })

const numberOf = (corporateNumber: string | null): Thing | null =>
  corporateNumber === null
    ? null
    : { '@type': 'PropertyValue', propertyID: '法人番号', value: corporateNumber }

export interface CorporationForEngines extends Place {
  readonly url: string
  readonly name: string
  readonly kana: string | null
  readonly otherSpellings: readonly string[]
  readonly corporateNumber: string | null
  readonly phone: string | null
  readonly web: string | null
  readonly isWelfare: boolean
}

/** A corporation: an NGO if it is a 社会福祉法人, else an organization of whatever form. */
export function corporationThing(corporation: CorporationForEngines): Thing {
  const otherNames = [corporation.kana, ...corporation.otherSpellings].filter(Boolean)
  return known({
    '@context': CONTEXT,
    '@type': corporation.isWelfare ? 'NGO' : 'Organization',
    '@id': `${corporation.url}#corporation`,
    url: corporation.url,
    name: corporation.name,
    alternateName: otherNames.length > 0 ? otherNames : null,
    identifier: numberOf(corporation.corporateNumber),
    address: postalAddress(corporation),
    telephone: corporation.phone,
    sameAs: corporation.web,
  })
}

/** The way from the first page to this one. */
export const breadcrumbs = (
  way: readonly { readonly path: string; readonly name: string }[],
  here: string,
  absolute: (path: string) => string,
  canonical: string,
): Thing => ({
  '@context': CONTEXT,
  '@type': 'BreadcrumbList',
  itemListElement: [...way, { path: canonical, name: here }].map(({ path, name }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name,
    item: absolute(path),
  })),
})
