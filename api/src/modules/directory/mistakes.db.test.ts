import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../tests/support/database.ts'
import { facility } from '../registry/fixtures.ts'
import { startSite, type Site } from './fixtures/site.ts'
import { unique, words, world } from './fixtures.ts'

// 「まちがいを知らせる」: anybody, without a name, without JavaScript.

let site: Site
beforeAll(async () => {
  site = await startSite((await testDatabase()).url)
})
afterAll(() => site.close())

const reportsOf = (facilityId: string) => site.db.mistakeReport.findMany({ where: { facilityId } })

describe('a mistake on a page', () => {
  it('is reported from the page itself, and told nobody who it was', async () => {
    const { home } = await world(site.db)
    const page = await site.get(`/directory/facilities/${home.id}`)
    expect(page.text).toContain(`href="/directory/facilities/${home.id}/mistake"`)
    const form = await site.get(`/directory/facilities/${home.id}/mistake`)
    expect(form.headers.get('x-robots-tag')).toBe('noindex')
    expect(form.text).toContain(
      `<form class="form" method="post" action="/directory/facilities/${home.id}/mistake"`,
    )

    const sent = await site.send(`/directory/facilities/${home.id}/mistake?furigana=1`, {
      topic: 'CONTACT',
      text: '  電話は\r\n\r\n023-000-0002です。 ',
      website: '',
    })
    expect([sent.status, sent.headers.get('location')]).toEqual([
      303,
      '/directory/mistake-reported?furigana=1',
    ])
    expect(sent.headers.get('cache-control')).toBe('no-store')
    expect(words(await site.get('/directory/mistake-reported'))).toContain('知らせを送りました')
    const [report, ...more] = await reportsOf(home.id)
    expect(more).toEqual([])
    expect(report).toMatchObject({ topic: 'CONTACT', text: '電話は\n023-000-0002です。', settledAt: null })
    const entry = await site.db.auditEntry.findFirstOrThrow({
      where: { command: 'reportMistake', subjectId: report?.id ?? '' },
    })
    expect(entry).toMatchObject({ actorUserId: null, actingKey: null })
    expect(JSON.stringify(entry.input)).not.toContain('023-000-0002')
  })

  it('of a corporation is about the corporation', async () => {
    const { owner, number } = await world(site.db)
    const path = `/directory/corporations/${number}/mistake`
    expect((await site.send(path, { topic: 'OTHER', text: '名前がちがいます。' })).status).toBe(303)
    expect(await site.db.mistakeReport.findFirst({ where: { corporationId: owner.id } })).toMatchObject({
      facilityId: null,
      topic: 'OTHER',
    })
  })

  it.each([
    ['no topic', { text: '<b>電話' }, 'どこがちがうかを、えらんでください。'],
    ['a topic nobody knows', { topic: 'X', text: '<b>電話' }, 'どこがちがうかを、えらんでください。'],
    [
      'nothing to be seen',
      { topic: 'OTHER', text: ' \u200b\n ' },
      '正しい内容を、500字までで書いてください。',
    ],
    ['a long text', { topic: 'OTHER', text: '<'.repeat(501) }, '正しい内容を、500字までで書いてください。'],
  ])('with %s comes back with what was typed', async (_name, fields, told) => {
    const { home } = await world(site.db)
    const got = await site.send(`/directory/facilities/${home.id}/mistake`, fields)
    expect(got.status).toBe(422)
    expect(words(got)).toContain(told)
    // One line break right behind the tag is not part of the text.
    const typed = fields.text.replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    expect(got.text.replaceAll(/(<textarea[^>]*>)\n/g, '$1')).toContain(`>${typed}</textarea>`)
    expect(await reportsOf(home.id)).toEqual([])
  })

  it('is kept once, whoever presses twice', async () => {
    const { home } = await world(site.db)
    const path = `/directory/facilities/${home.id}/mistake`
    for (let press = 0; press < 2; press++)
      expect((await site.send(path, { topic: 'ENDED', text: '今はありません。' })).status).toBe(303)
    expect(await reportsOf(home.id)).toHaveLength(1)
  })

  it('is not taken from a program, from another page, or about what is no more', async () => {
    const { home } = await world(site.db)
    const path = `/directory/facilities/${home.id}/mistake`
    const fields = { topic: 'OTHER', text: '住所がちがいます。' }
    expect((await site.send(path, { ...fields, website: 'https://spam.example' })).status).toBe(303)
    expect((await site.send(path, fields, { origin: 'https://elsewhere.example' })).status).toBe(403)
    expect((await site.get(path, { origin: site.url }, 'POST')).status).toBe(404)
    expect((await site.send('/directory/facilities/nothing/mistake', fields)).status).toBe(404)
    expect(await reportsOf(home.id)).toEqual([])

    const closed = await facility(site.db, { status: 'CLOSED', endedOn: new Date('2026-04-01') })
    const gone = await site.send(`/directory/facilities/${closed.id}/mistake`, fields)
    expect([gone.status, gone.headers.get('location')]).toEqual([303, `/directory/facilities/${closed.id}`])
    expect(await reportsOf(closed.id)).toEqual([])
  })

  it('is asked for by telephone once many wait to be looked at', async () => {
    const { home } = await world(site.db)
    await site.db.mistakeReport.createMany({
      data: Array.from({ length: 20 }, () => ({
        facilityId: home.id,
        topic: 'OTHER' as const,
        text: unique(),
        reportedAt: new Date('2026-11-20'),
      })),
    })
    const got = await site.send(`/directory/facilities/${home.id}/mistake`, {
      topic: 'OTHER',
      text: unique(),
    })
    expect(got.status).toBe(409)
    expect(words(got)).toContain('電話で知らせてください。')
  })
})

describe('who runs the directory', () => {
  it('is named on the page about it, where it was set, and the page is new then', async () => {
    const named = await startSite((await testDatabase()).url, {
      YUI_OPERATOR: '見本県社会福祉協議会　000-000-0000',
      // What a process has made once it keeps for its own address.
      PUBLIC_URL: 'https://mihon.example',
    })
    const told = await named.get('/directory/about')
    expect(words(told)).toContain('この案内を運営しているところ 見本県社会福祉協議会 000-000-0000')
    await named.close()
    const untold = await site.get('/directory/about')
    expect(words(untold)).not.toContain('運営しているところ')
    expect(untold.headers.get('etag')).not.toBe(told.headers.get('etag'))
  })
})
