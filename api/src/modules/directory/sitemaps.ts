import { escaped } from '../../kernel/http/html.ts'
import { addresses } from './rules/addresses.ts'
import { dayOf } from './rules/days.ts'
import { serviceKey } from '../registry/public.ts'
import type { PageRequest } from './page.ts'
import { readSitemapCorporations, readSitemapFacilities, readSitemapIndex } from './queries.ts'

interface Entry {
  readonly path: string
  readonly changedAt?: string
}

const xml = (element: string, entry: string, entries: readonly Entry[], publicUrl: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<${element} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${entries
  .map(({ path, changedAt }) => {
    const last = changedAt ? `<lastmod>${dayOf(changedAt)}</lastmod>` : ''
    return `<${entry}><loc>${escaped(publicUrl + path)}</loc>${last}</${entry}>`
  })
  .join('\n')}
</${element}>
`

const urlset = (entries: readonly Entry[], publicUrl: string) => xml('urlset', 'url', entries, publicUrl)

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9']

/** All parts there are. */
export async function sitemapIndex(request: Pick<PageRequest, 'pool'>, publicUrl: string): Promise<string> {
  const { municipalities } = await readSitemapIndex(request)
  const parts = [
    'pages',
    ...municipalities.nodes.map(({ code }) => `facilities-${code}`),
    ...DIGITS.map((digit) => `corporations-${digit}`),
  ]
  return xml(
    'sitemapindex',
    'sitemap',
    parts.map((part) => ({ path: addresses.sitemapPart(part) })),
    publicUrl,
  )
}

/** One part; null if there is none of that name. Invented and closed records are in none. */
export async function sitemapPart(
  request: Pick<PageRequest, 'pool'>,
  part: string,
  publicUrl: string,
): Promise<string | null> {
  if (part === 'pages') {
    const { kinds } = await readSitemapIndex(request)
    const services = kinds.nodes.map((kind) => ({ path: addresses.service(serviceKey(kind)) }))
    const fixed = [addresses.start, addresses.services, addresses.shelters, addresses.about]
    return urlset([...fixed.map((path) => ({ path })), ...services], publicUrl)
  }
  const [, code] = /^facilities-(\d{6})$/.exec(part) ?? []
  if (code) {
    const { facilities } = await readSitemapFacilities(request, code)
    if (facilities.nodes.length === 0) return null
    const places = [{ path: addresses.municipality(code) }, { path: addresses.sheltersOf(code) }]
    const entries = facilities.nodes.map(({ id, updatedAt }) => ({
      path: addresses.facility(id),
      changedAt: updatedAt,
    }))
    return urlset([...places, ...entries], publicUrl)
  }
  const [, digit] = /^corporations-([1-9])$/.exec(part) ?? []
  if (digit) {
    const { corporations } = await readSitemapCorporations(request, digit)
    return urlset(
      corporations.nodes.map((one) => ({ path: addresses.corporation(one), changedAt: one.updatedAt })),
      publicUrl,
    )
  }
  return null
}

/** Programs read the directory; the portal behind it is for people. */
export const robots = (publicUrl: string): string =>
  [
    'User-agent: *',
    'Allow: /directory',
    `Disallow: ${addresses.search}`,
    'Allow: /mark.svg',
    `Allow: ${addresses.sitemap}`,
    'Disallow: /',
    '',
    `Sitemap: ${publicUrl}${addresses.sitemap}`,
    '',
  ].join('\n')
