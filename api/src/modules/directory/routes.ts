import { GraphQLError } from 'graphql'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { route, type RouteContext } from '../../kernel/http/routes.ts'
import { answerer, type Found } from './answer.ts'
import { takeMistake } from './mistake-door.ts'
import { Elsewhere, type Drawn, type Page, type PageRequest } from './page.ts'
import { aboutPage } from './pages/about.ts'
import { corporationPage } from './pages/corporation.ts'
import { facilityPage } from './pages/facility.ts'
import { framed, isForEngines } from './pages/frame.ts'
import { missing } from './pages/missing.ts'
import {
  corporationMistakePage,
  facilityMistakePage,
  mistakenCorporation,
  mistakenFacility,
  mistakeReportedPage,
} from './pages/mistake.ts'
import { openSheltersPage } from './pages/open-shelters.ts'
import { placePage, prefecturePage } from './pages/places.ts'
import { searchPage } from './pages/search.ts'
import { servicePage, servicesPage } from './pages/services.ts'
import { shelterPlacesPage, sheltersPage } from './pages/shelters.ts'
import { startPage } from './pages/start.ts'
import { addresses, addressOf, contentOf, displayOf, readable } from './rules/addresses.ts'
import { robots, sitemapIndex, sitemapPart } from './sitemaps.ts'
import { styles } from './styles.ts'
import { viewOf, type View } from './view.ts'

const HTML = 'text/html; charset=utf-8'
const XML = 'application/xml; charset=utf-8'
const YEAR = 'public, max-age=31536000, immutable'

const pages: readonly Page[] = [
  startPage,
  searchPage,
  servicesPage,
  servicePage,
  prefecturePage,
  facilityPage,
  corporationPage,
  facilityMistakePage,
  corporationMistakePage,
  mistakeReportedPage,
  shelterPlacesPage,
  sheltersPage,
  openSheltersPage,
  aboutPage,
  placePage,
]

const answer = answerer()

interface Asked {
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, unknown>>
}

/** What a request asks for, and how it wants to be shown. */
function askedBy(request: FastifyRequest, { readPool, operator, clock, publicUrl }: RouteContext) {
  const { params: named, query: given } = request as Asked
  const params = Object.fromEntries(Object.entries(named).map(([name, value]) => [name, readable(value)]))
  const [path = ''] = request.url.split('?')
  const display = displayOf(given)
  const query = contentOf(given)
  const asked: PageRequest = { pool: readPool, params, query, operator }
  const view = () => viewOf({ ...display, now: clock.now(), publicUrl, path, query })
  return { path, display, query, asked, view }
}

/** Serves a page in the language and with the readings its address asks for; without one, the page that says so. */
async function serve(
  page: Page | null,
  request: FastifyRequest,
  reply: FastifyReply,
  context: RouteContext,
): Promise<unknown> {
  const { path, display, query, asked, view } = askedBy(request, context)
  const find = async (): Promise<Found | Elsewhere> => {
    const data = page && (await found(page, asked, path))
    if (data instanceof Elsewhere) return new Elsewhere(addressOf(data.path, data.query ?? query, display))
    if (page && data) return htmlOf(data, () => [page.draw(data, view()), view()])
    return htmlOf({}, () => [missing(view()), view()])
  }
  return answer(request, reply, context, addressOf(path, query, display), find)
}

const htmlOf = (content: object, drawn: () => [Drawn, View]): Found => ({
  type: HTML,
  content,
  draw() {
    const [page, view] = drawn()
    return {
      status: page.status ?? 200,
      noindex: !isForEngines(page),
      body: framed(page, view, styles.url).text,
    }
  },
})

/** What a page reads; a place in a list that no longer means anything leads back to its beginning. */
async function found(page: Page, asked: PageRequest, path: string): Promise<object | null> {
  try {
    return await page.find(asked)
  } catch (error) {
    if (!(error instanceof GraphQLError) || !(asked.query.after || asked.query.before)) throw error
    const { after: _after, before: _before, ...query } = asked.query
    return new Elsewhere(path, query)
  }
}

for (const page of pages) {
  route({ method: 'GET', url: page.url, handler: (...given) => serve(page, ...given) })
}

for (const [{ url }, find] of [
  [facilityMistakePage, mistakenFacility],
  [corporationMistakePage, mistakenCorporation],
] as const) {
  route({
    method: 'POST',
    url,
    async handler(request, reply, context) {
      const { asked, display, view } = askedBy(request, context)
      const taken = await takeMistake(find, asked, display, view, request, reply, context)
      return taken ?? serve(null, request, reply, context)
    },
  })
}

// A page of the edition before, kept by somebody, asks for its style sheet: it gets today's, but not for good.
route({
  method: 'GET',
  url: '/directory/styles/:file',
  handler: async (request, reply) =>
    reply
      .type('text/css; charset=utf-8')
      .header('cache-control', request.url === styles.url ? YEAR : 'public, max-age=60')
      .send(styles.text),
})

// Every other address below: a slash too many, or nothing.
route({
  method: 'GET',
  url: '/directory/*',
  async handler(request, reply, context) {
    const [path = '', search] = request.url.split('?')
    if (!path.endsWith('/')) return serve(null, request, reply, context)
    return reply.redirect(path.replace(/\/+$/, '') + (search ? `?${search}` : ''), 301)
  },
})

const text = (type: string, body: string): Found => ({
  type,
  content: body,
  draw: () => ({ status: 200, noindex: false, body }),
})

route({
  method: 'GET',
  url: addresses.sitemap,
  handler: (request, reply, context) =>
    answer(request, reply, context, addresses.sitemap, async () =>
      text(XML, await sitemapIndex({ pool: context.readPool }, context.publicUrl)),
    ),
})

route({
  method: 'GET',
  url: '/directory/sitemaps/:part',
  async handler(request, reply, context) {
    const { part = '' } = (request as Asked).params
    const name = part.replace(/\.xml$/, '')
    return answer(request, reply, context, addresses.sitemapPart(name), async () => {
      const body = await sitemapPart({ pool: context.readPool }, name, context.publicUrl)
      return body === null
        ? {
            type: 'text/plain; charset=utf-8',
            content: null,
            draw: () => ({ status: 404, noindex: true, body: 'Not found\n' }),
          }
        : text(XML, body)
    })
  },
})

route({
  method: 'GET',
  url: '/robots.txt',
  handler: async (_request, reply, { publicUrl }) =>
    reply
      .type('text/plain; charset=utf-8')
      .header('cache-control', 'public, max-age=3600')
      .send(robots(publicUrl)),
})
