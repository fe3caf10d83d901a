import { expect, it } from 'vitest'
import { breadcrumbs, corporationThing, facilityThing } from './structured-data.ts'

const facility = {
  url: 'https://yui.example/directory/facilities/1',
  name: '見本荘',
  kana: 'みほんそう',
  municipality: { name: '山形市', prefecture: '山形県' },
  address: '山形市見本町1-1',
  building: '2階',
  postalCode: '9900000',
  phone: '000-000-0001',
  fax: null,
  web: null,
  latitude: 38.2,
  longitude: 140.3,
  openedOn: '1998-04-01',
  services: ['介護老人福祉施設'],
  isForChildren: false,
  corporation: { name: '見本会', url: 'https://yui.example/directory/corporations/2', corporateNumber: null },
}

it('a facility is what is known of it, and no more', () => {
  expect(facilityThing(facility)).toEqual({
    '@context': 'https://schema.org',
    '@type': 'LocalBusiness',
    '@id': 'https://yui.example/directory/facilities/1#place',
    url: 'https://yui.example/directory/facilities/1',
    name: '見本荘',
    alternateName: 'みほんそう',
    address: {
      '@type': 'PostalAddress',
      addressCountry: 'JP',
      addressRegion: '山形県',
      addressLocality: '山形市',
      streetAddress: '見本町1-1 2階',
      postalCode: '990-0000',
    },
    telephone: '000-000-0001',
    geo: { '@type': 'GeoCoordinates', latitude: 38.2, longitude: 140.3 },
    foundingDate: '1998-04-01',
    keywords: '介護老人福祉施設',
    parentOrganization: {
      '@type': 'Organization',
      '@id': 'https://yui.example/directory/corporations/2#corporation',
      name: '見本会',
      url: 'https://yui.example/directory/corporations/2',
    },
  })
})

it('a nursery is ChildCare; an address of another municipality stays whole', () => {
  const thing = facilityThing({
    ...facility,
    isForChildren: true,
    address: '東村山郡山辺町1',
    building: null,
  })
  expect(thing).toMatchObject({ '@type': 'ChildCare', address: { streetAddress: '東村山郡山辺町1' } })
})

it.each([
  [true, 'NGO'],
  [false, 'Organization'],
])('a corporation (welfare: %s) is a %s with its number', (isWelfare, type) => {
  const thing = corporationThing({
    url: 'https://yui.example/directory/corporations/3010405001696',
    name: '社会福祉法人見本会',
    kana: null,
    otherSpellings: ['見本会'],
    corporateNumber: '3010405001696',
    municipality: null,
    address: null,
    phone: null,
    web: 'https://example.jp',
    isWelfare,
  })
  expect(thing).toEqual({
    '@context': 'https://schema.org',
    '@type': type,
    '@id': 'https://yui.example/directory/corporations/3010405001696#corporation',
    url: 'https://yui.example/directory/corporations/3010405001696',
    name: '社会福祉法人見本会',
    alternateName: ['見本会'],
    identifier: { '@type': 'PropertyValue', propertyID: '法人番号', value: '3010405001696' },
    sameAs: 'https://example.jp',
  })
})

it('the way to a page ends at the page', () => {
  const absolute = (path: string) => `https://yui.example${path}`
  expect(
    breadcrumbs([{ path: '/directory', name: 'はじめ' }], '山形市', absolute, '/directory/062014'),
  ).toMatchObject({
    '@type': 'BreadcrumbList',
    itemListElement: [
      { position: 1, name: 'はじめ', item: 'https://yui.example/directory' },
      { position: 2, name: '山形市', item: 'https://yui.example/directory/062014' },
    ],
  })
})
