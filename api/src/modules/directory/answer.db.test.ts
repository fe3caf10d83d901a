import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../tests/support/database.ts'
import { facility } from '../registry/fixtures.ts'
import { startSite, type Site } from './fixtures/site.ts'
import { words, world } from './fixtures.ts'

let site: Site

beforeAll(async () => {
  site = await startSite((await testDatabase()).url)
})
afterAll(() => site.close())

describe('who has a page already', () => {
  const kept = async (path: string) => {
    const first = await site.get(path)
    const [etag, modified] = [first.headers.get('etag') ?? '', first.headers.get('last-modified') ?? '']
    return { first, etag, modified }
  }

  it('is told so: by its mark or by the time, with one small statement', async () => {
    const { home } = await world(site.db)
    const path = `/directory/facilities/${home.id}`
    const { etag, modified } = await kept(path)
    const waysToAsk: Record<string, string>[] = [
      { 'if-none-match': etag },
      { 'if-none-match': `"other", ${etag}` },
      { 'if-none-match': '*' },
      { 'if-modified-since': modified },
    ]
    for (const headers of waysToAsk) {
      const again = await site.get(path, headers)
      expect([again.status, again.text, again.statements]).toEqual([304, '', 1])
      expect(again.headers.get('etag')).toBe(etag)
      expect(again.headers.get('cache-control')).toContain('max-age=60')
    }
    const other = await site.get(path, { 'if-none-match': '"other"', 'if-modified-since': modified })
    expect([other.status, other.statements]).toEqual([200, 1])
  })

  it('hears of a change at once, also of one made by hand', async () => {
    const { home } = await world(site.db)
    const path = `/directory/facilities/${home.id}`
    const { etag } = await kept(path)
    await site.db.facility.update({ where: { id: home.id }, data: { phone: '023-000-0099' } })
    const again = await site.get(path, { 'if-none-match': etag })
    expect(again.status).toBe(200)
    expect(again.text).toContain('023-000-0099')
    expect(again.headers.get('etag')).not.toBe(etag)
  })

  it('is not troubled by changes elsewhere: the page is read, but not drawn again', async () => {
    const { home } = await world(site.db)
    const path = `/directory/facilities/${home.id}`
    const { etag } = await kept(path)
    await facility(site.db)
    const again = await site.get(path, { 'if-none-match': etag })
    expect([again.status, again.statements]).toEqual([304, 2])
  })

  it('gets it anew on the next day, because its sentences count days', async () => {
    const { home } = await world(site.db)
    await site.db.facility.update({
      where: { id: home.id },
      data: { confirmedAt: '2025-11-23T05:00:00Z' },
    })
    const path = `/directory/facilities/${home.id}`
    const { etag, modified } = await kept(path)
    try {
      site.set('2026-11-24T03:00:00Z')
      expect(words(await site.get(path, { 'if-none-match': etag }))).toContain(
        '1年以上、確かめられていません。',
      )
      site.set('2030-01-01T03:00:00Z') // later than the hand of the test
      expect((await site.get(path, { 'if-modified-since': modified })).status).toBe(200)
    } finally {
      site.set('2026-11-23T03:00:00Z')
    }
  })

  it('may only ask for the head', async () => {
    const { first, etag } = await kept('/directory/services')
    const head = await site.get('/directory/services', {}, 'HEAD')
    expect([head.status, head.text, head.headers.get('etag')]).toEqual([200, '', etag])
    expect(head.headers.get('content-type')).toBe(first.headers.get('content-type'))
  })

  it('gets it packed or plain', async () => {
    const packed = await site.get('/directory', { 'accept-encoding': 'gzip' })
    const plain = await site.get('/directory', { 'accept-encoding': 'identity' })
    expect([packed.headers.get('content-encoding'), plain.headers.get('content-encoding')]).toEqual([
      'gzip',
      null,
    ])
    expect(packed.text).toBe(plain.text)
    expect(plain.headers.get('vary')).toContain('accept-encoding')
  })
})

describe('the style sheet', () => {
  it('is small, kept for good under the name of its content, and found by pages of an older edition', async () => {
    const { text } = await site.get('/directory')
    const [, url = ''] = /<link rel="stylesheet" href="([^"]+)"/.exec(text) ?? []
    const sheet = await site.get(url)
    expect(sheet.headers.get('content-type')).toBe('text/css; charset=utf-8')
    expect(sheet.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(gzipSync(sheet.text).length).toBeLessThan(12 * 1024)
    const older = await site.get('/directory/styles/000000000000.css')
    expect([older.status, older.headers.get('cache-control')]).toEqual([200, 'public, max-age=60'])
  })
})

describe('search engines', () => {
  it('are told which pages there are: real ones that stand, and no others', async () => {
    const { home, number } = await world(site.db)
    const closed = await world(site.db)
    await site.db.facility.update({
      where: { id: closed.home.id },
      data: { status: 'CLOSED', endedOn: new Date('2026-03-31') },
    })
    const invented = await facility(site.db)
    const index = await site.get('/sitemap.xml')
    expect(index.headers.get('content-type')).toBe('application/xml; charset=utf-8')
    const parts = [...index.text.matchAll(/<loc>https:\/\/yui\.example(.*?)<\/loc>/g)].map(
      ([, path = '']) => path,
    )
    expect(parts).toContain('/directory/sitemaps/pages.xml')
    expect(parts).toContain('/directory/sitemaps/facilities-062014.xml')
    const all = await Promise.all(parts.map((path) => site.get(path)))
    const paths = all.flatMap(({ text }) =>
      [...text.matchAll(/<loc>https:\/\/yui\.example(.*?)<\/loc>/g)].map(([, path]) => path),
    )
    expect(paths).toContain(`/directory/facilities/${home.id}`)
    expect(paths).toContain(`/directory/corporations/${number}`)
    expect(paths).toContain('/directory/062014')
    expect(paths).not.toContain(`/directory/facilities/${invented.id}`)
    expect(paths).not.toContain(`/directory/facilities/${closed.home.id}`)
    expect((await site.get('/directory/sitemaps/nothing.xml')).status).toBe(404)
  })

  it('may read the directory and nothing else', async () => {
    const { text, headers } = await site.get('/robots.txt')
    expect(headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(text).toContain('Allow: /directory\n')
    expect(text).toContain('Disallow: /\n')
    expect(text).toContain('Sitemap: https://yui.example/sitemap.xml')
  })
})

it('guests are limited as elsewhere, and told in a sentence', async () => {
  const strict = await startSite((await testDatabase()).url, { RATE_LIMIT_FACTOR: 0.01 })
  try {
    const statuses: number[] = []
    for (let n = 0; n < 5; n++) statuses.push((await strict.get('/directory/about')).status)
    expect(statuses).toEqual([200, 200, 200, 429, 429])
    const refused = await strict.get('/directory/about', { accept: 'text/html' })
    expect(refused.text).toContain('少し待ってから、もう一度開いてください。')
    expect(refused.headers.get('retry-after')).toBe('5')
    expect(refused.headers.get('cache-control')).toBe('no-store')
    expect((await strict.get('/directory/about', { accept: '*/*' })).text).toBe(
      '{"error":{"code":"RATE_LIMITED"}}',
    )
  } finally {
    await strict.close()
  }
})
