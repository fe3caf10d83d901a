import { randomUUID } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../tests/support/database.ts'
import { globalId } from '../../kernel/ids.ts'
import { corporation, facility } from '../registry/fixtures.ts'
import { startSite, type Got, type Site } from './fixtures/site.ts'
import { SECRET, things, unique, words, world } from './fixtures.ts'

let site: Site

beforeAll(async () => {
  site = await startSite((await testDatabase()).url)
})
afterAll(() => site.close())

describe('every page', () => {
  const shown = async () => {
    const { home, number } = await world(site.db)
    return [
      '/directory',
      '/directory/search?q=%E8%A9%A6%E9%A8%93',
      '/directory/search?service=KAIGO-510&municipality=062014',
      '/directory/services',
      '/directory/services/KAIGO-510',
      '/directory/062014',
      '/directory/prefectures/06',
      `/directory/facilities/${home.id}`,
      `/directory/corporations/${number}`,
      `/directory/facilities/${home.id}/mistake`,
      `/directory/corporations/${number}/mistake`,
      '/directory/mistake-reported',
      '/directory/shelters',
      '/directory/shelters/062014',
      '/directory/about',
    ]
  }

  it('is whole HTML in few bytes, of two statements at most, without a script, in all its forms', async () => {
    for (const path of await shown())
      for (const form of ['', 'furigana=1', 'lang=en']) {
        const address = form ? `${path}${path.includes('?') ? '&' : '?'}${form}` : path
        const got = await site.get(address)
        expect({ address, status: got.status }).toEqual({ address, status: 200 })
        expect({ address, isFew: got.statements <= 2 }).toEqual({ address, isFew: true })
        expect(got.headers.get('content-type')).toBe('text/html; charset=utf-8')
        expect({ address, isLight: gzipSync(got.text).length < 30 * 1024 }).toEqual({
          address,
          isLight: true,
        })
        expect(got.text).toMatch(/^<!doctype html>/)
        expect(got.text.match(/<h1>/g)).toHaveLength(1)
        expect(got.text).not.toMatch(/<script(?! type="application\/ld\+json")|\son\w+=|style="|javascript:/)
        expect(got.text).not.toMatch(/>undefined<|>null<|\[object/)
        expect(got.text.includes('<ruby>')).toBe(form === 'furigana=1')
        expect(got.text).toContain(`<html lang="${form === 'lang=en' ? 'en' : 'ja'}"`)
      }
  })

  it('shows nothing that is for members only', async () => {
    for (const path of await shown()) {
      const { text } = await site.get(path)
      for (const secret of [SECRET, '090-9999-9999', 'himitsu@example.jp']) expect(text).not.toContain(secret)
    }
  })

  it('escapes what was published', async () => {
    for (const path of await shown()) {
      const { text } = await site.get(path)
      expect(text).not.toContain('<b>')
      expect(text.replace(/<script.*?<\/script>/gs, '')).not.toMatch(/"A"|'B'/)
    }
  })

  it('carries the security headers of the portal and may be kept for a minute', async () => {
    const { headers } = await site.get('/directory/about')
    expect(headers.get('content-security-policy')).toContain("default-src 'self'")
    expect(headers.get('content-security-policy')).not.toContain('unsafe')
    expect(headers.get('cache-control')).toBe('public, max-age=60, stale-while-revalidate=600')
    expect(headers.get('set-cookie')).toBeNull()
  })

  it('is logged and counted as other routes, without what was looked for', async () => {
    await site.get('/directory/search?q=himitsu-no-namae')
    const line = site.lines.findLast((one) => one.includes('"route":"/directory/search"')) ?? ''
    expect(JSON.parse(line)).toMatchObject({ method: 'GET', status: 200, statements: 2 })
    expect(site.lines.join()).not.toContain('himitsu-no-namae')
  })
})

describe('a facility', () => {
  it('says what is known in plain words, and what is not', async () => {
    const { home } = await world(site.db)
    const text = words(await site.get(`/directory/facilities/${home.id}`))
    expect(text).toContain('介護が必要な高齢の方が、長く暮らす施設です。')
    expect(text).toContain('2025年12月末の公表データです。 施設の人は、まだ確かめていません。')
    expect(text).toMatch(/定員 記載なし/)
    expect(text).toMatch(/蓄電池 未確認/)
    expect(text).toContain('災害のときは、行く前に市町村に確かめてください。')
    expect(text).toContain('試験の発行者「試験のデータ」（CC BY 4.0、2025年12月末）')
  })

  it.each([
    ['2026-08-03T00:00:00Z', '2026年8月3日に、施設の人が確かめました。'],
    ['2025-09-12T00:00:00Z', '1年以上、確かめられていません。最後に確かめたのは、2025年9月12日です。'],
  ])('confirmed at %s says so', async (confirmedAt, sentence) => {
    const { home } = await world(site.db)
    await site.db.facility.update({ where: { id: home.id }, data: { confirmedAt } })
    expect(words(await site.get(`/directory/facilities/${home.id}`))).toContain(sentence)
  })

  it('has its readings on wish, kept in the address of every link', async () => {
    const { home } = await world(site.db)
    const { text } = await site.get(`/directory/facilities/${home.id}?furigana=1`)
    expect(text).toContain('<span class="reading">（しけんそう）</span>') // behind a name as long as this
    expect(text).toContain('<ruby>施設<rp>（</rp><rt>しせつ</rt><rp>）</rp></ruby>')
    const own = [...text.matchAll(/<a [^>]*href="(\/directory[^"]*)"/g)].map(([, href = '']) => href)
    const without = own.filter((href) => !/furigana=1|lang=en/.test(href))
    expect(without).toEqual([`/directory/facilities/${home.id}`]) // the link that takes them off
  })

  it('is told to programs, parsed and without anything private', async () => {
    const { home, owner, number } = await world(site.db)
    const got = await site.get(`/directory/facilities/${home.id}`)
    const [place, way] = things(got)
    const url = `https://yui.example/directory/facilities/${home.id}`
    expect(place).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'LocalBusiness',
      url,
      address: {
        '@type': 'PostalAddress',
        addressCountry: 'JP',
        addressLocality: '山形市',
        postalCode: '990-0001',
      },
      telephone: '023-000-0001',
      geo: { latitude: 38.25, longitude: 140.33 },
      parentOrganization: { name: owner.name, url: `https://yui.example/directory/corporations/${number}` },
    })
    expect(Object.keys(place ?? {}).toSorted()).toEqual(
      '@context @id @type address alternateName geo keywords name parentOrganization sameAs telephone url'.split(
        ' ',
      ),
    )
    expect(way).toMatchObject({ '@type': 'BreadcrumbList' })
    expect((way?.itemListElement as { item: string }[] | undefined)?.map(({ item }) => item)).toEqual([
      'https://yui.example/directory',
      'https://yui.example/directory/062014',
      url,
    ])
    expect(got.text).toContain(`<link rel="canonical" href="${url}"`)
    expect(got.text).toContain(`<link rel="alternate" hreflang="en" href="${url}?lang=en"`)
    expect(got.text).toContain(`<meta property="og:url" content="${url}"`)
    expect(got.headers.get('x-robots-tag')).toBeNull()
  })

  it('that is invented is marked, and no engine may show it', async () => {
    const { id } = await facility(site.db, { name: '見本荘' })
    const got = await site.get(`/directory/facilities/${id}`)
    expect(got.text).toContain('<span class="sample">見本</span>')
    expect(got.text).toContain('<meta name="robots" content="noindex"')
    expect(got.headers.get('x-robots-tag')).toBe('noindex')
    expect(things(got)).toEqual([])
  })

  it('has one address; former forms lead there', async () => {
    const { home, number10 } = await world(site.db)
    const canonical = `/directory/facilities/${home.id}`
    for (const old of [home.id.toUpperCase(), globalId('Facility', home.id)]) {
      const got = await site.get(`/directory/facilities/${old}?furigana=1`)
      expect([got.status, got.headers.get('location')]).toEqual([301, `${canonical}?furigana=1`])
    }
    const byNumber = await site.get(`/directory/facilities/${number10}`)
    expect([byNumber.status, byNumber.headers.get('location')]).toEqual([301, canonical])
  })

  it('that is closed says who goes on, with 410; it is in no list', async () => {
    const { home } = await world(site.db)
    const heir = await facility(site.db, { name: '見本引き継ぎ荘' })
    await site.db.facility.update({
      where: { id: home.id },
      data: { status: 'CLOSED', endedOn: new Date('2026-03-31'), successorId: heir.id },
    })
    const got = await site.get(`/directory/facilities/${home.id}`)
    expect(got.status).toBe(410)
    expect(words(got)).toContain('2026年3月31日に、閉じました。')
    expect(got.text).toContain(`href="/directory/facilities/${heir.id}"`)
    expect(got.headers.get('etag')).toBeNull()
    expect(got.statements).toBeLessThanOrEqual(2)
    const name = encodeURIComponent(home.name.slice(10, 20))
    expect((await site.get(`/directory/search?q=${name}`)).text).not.toContain(home.id)
  })
})

describe('a corporation', () => {
  it('stands at its 法人番号, shows what it runs and is an NGO to programs', async () => {
    const { owner, number, home } = await world(site.db)
    const byKey = await site.get(`/directory/corporations/${owner.id}`)
    expect([byKey.status, byKey.headers.get('location')]).toEqual([301, `/directory/corporations/${number}`])
    const got = await site.get(`/directory/corporations/${number}`)
    expect(got.text).toContain(`href="/directory/facilities/${home.id}"`)
    expect(things(got)[0]).toMatchObject({
      '@type': 'NGO',
      name: owner.name,
      identifier: { '@type': 'PropertyValue', value: number },
    })
  })

  it('that merged says into which', async () => {
    const { owner, number } = await world(site.db)
    const heir = await corporation(site.db)
    await site.db.corporation.update({
      where: { id: owner.id },
      data: { status: 'MERGED', endedOn: new Date('2026-04-01'), successorId: heir.id },
    })
    const got = await site.get(`/directory/corporations/${number}`)
    expect(got.status).toBe(410)
    expect(got.text).toContain(`href="/directory/corporations/${heir.id}"`)
  })
})

describe('a place', () => {
  it.each(['06201', '0620100', encodeURIComponent('山形市')])('called %s leads to its code', async (name) => {
    await world(site.db)
    for (const before of ['', 'shelters/']) {
      const got = await site.get(`/directory/${before}${name}?lang=en`)
      expect([got.status, got.headers.get('location')]).toEqual([301, `/directory/${before}062014?lang=en`])
    }
  })

  it('whose name two municipalities have asks which', async () => {
    for (const [code, prefecture] of [
      ['132063', '東京都'],
      ['342084', '広島県'],
    ] as const)
      await site.db.municipality.upsert({
        where: { code },
        create: { code, prefecture, name: '府中市' },
        update: {},
      })
    const got = await site.get(`/directory/${encodeURIComponent('府中市')}`)
    expect(got.status).toBe(200)
    expect(got.text).toContain('href="/directory/132063"')
    expect(got.text).toContain('href="/directory/342084"')
  })
})

describe('a list', () => {
  it('is read on page by page, and back; a place that means nothing leads to its beginning', async () => {
    const name = `見本頁${unique()}`
    for (let n = 0; n < 45; n++)
      await facility(site.db, {
        name: `${name}荘${n}`,
        kana: `ぺ${'あいうえお'[Math.floor(n / 10)]}${'かきくけこさしすせそ'[n % 10]}`,
      })
    const rel = (got: Got, which: string) =>
      new RegExp(`<a rel="${which}" href="([^"]+)"`).exec(got.text)?.[1]?.replaceAll('&amp;', '&')
    const count = (got: Got) => got.text.match(/<h3>/g)?.length
    const first = await site.get(`/directory/search?q=${encodeURIComponent(name)}`)
    expect(words(first)).toContain('45か所あります。')
    expect([count(first), rel(first, 'prev')]).toEqual([20, undefined])
    const second = await site.get(rel(first, 'next') ?? '')
    const third = await site.get(rel(second, 'next') ?? '')
    expect([count(second), count(third), rel(third, 'next')]).toEqual([20, 5, undefined])
    const back = await site.get(rel(third, 'prev') ?? '')
    const listed = ({ text }: Got) => text.match(/facilities\/[\w-]+/g)
    expect(listed(back)).toEqual(listed(second))
    const broken = await site.get(`/directory/search?q=${encodeURIComponent(name)}&after=zzz&furigana=1`)
    expect([broken.status, broken.headers.get('location')]).toEqual([
      301,
      `/directory/search?q=${encodeURIComponent(name)}&furigana=1`,
    ])
  })

  it('with nothing in it says what to do', async () => {
    const got = await site.get(`/directory/search?q=${unique()}${unique()}`)
    expect(got.status).toBe(200)
    expect(words(got)).toContain('見つかりませんでした。')
    expect(got.headers.get('x-robots-tag')).toBe('noindex')
  })
})

describe('what is not there', () => {
  it.each([
    '/directory/nothing',
    '/directory/999999',
    '/directory/facilities/nothing',
    `/directory/facilities/${randomUUID()}`,
    '/directory/corporations/1111111111111',
    '/directory/services/KAIGO-none',
    '/directory/services/nothing',
    '/directory/prefectures/99',
    '/directory/shelters/nowhere',
    '/directory/a/b/c',
    '/directory/%00',
  ])('%s is told with 404 and a search', async (path) => {
    const got = await site.get(path)
    expect(got.status).toBe(404)
    expect(got.text).toContain('このページは見つかりません')
    expect(got.text).toContain('role="search"')
    expect(got.headers.get('x-robots-tag')).toBe('noindex')
    expect(got.statements).toBeLessThanOrEqual(2)
  })

  it('a slash too many leads to the page', async () => {
    const got = await site.get('/directory/about/?lang=en')
    expect([got.status, got.headers.get('location')]).toEqual([301, '/directory/about?lang=en'])
  })
})
