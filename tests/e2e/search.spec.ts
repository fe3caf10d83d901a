import fs from 'node:fs'
import type { Download, Page } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import { expect, expectAccessible, keepScreen, test } from './support/test.ts'

// Searching as people do it: what comes first, what else can be asked, the map, files, paper, kept searches, phone tree.

const rows = (page: Page) => page.getByRole('table', { name: '条件に合う施設' }).getByRole('rowheader')
const count = (page: Page) => page.getByRole('status').filter({ hasText: /^[\d,]+施設/ })

async function search(page: Page, words: string): Promise<void> {
  await page.getByRole('textbox', { name: '名前・住所・電話・事業所番号' }).fill(words)
  await page.getByRole('button', { name: 'さがす', exact: true }).click()
}

/** Opens the conditions that not everybody needs. */
async function openMore(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'くわしい条件を開く' }).click()
  await expect(page.getByRole('group', { name: '運営の状態' })).toBeVisible()
}

test('the best answer comes first, also in kana and by number', async ({ page }) => {
  await page.goto('/registry')
  await search(page, 'さくら')
  await expect(rows(page).first()).toContainText(/^さくら/)
  await search(page, 'ｱｲﾆﾁｿｳ')
  await expect(rows(page).first()).toContainText('愛日荘')
  await search(page, '0670100718')
  await expect(page.getByText('事業所番号 0670100718 の事業所')).toBeVisible()
  await expect(rows(page)).toHaveCount(1)
})

test('what nobody has answered is not taken for no', async ({ page }) => {
  await page.goto('/registry?only=sample')
  await openMore(page)
  await expectAccessible(page)
  await keepScreen(page, 'registry-more')
  const choice = page.getByRole('combobox', { name: '自家発電機' })
  const [yes = '', orUnknown = ''] = (await choice.getByRole('option').allTextContents()).slice(1)
  const numberIn = (text: string) => Number(/（([\d,]+)）/.exec(text)?.[1]?.replaceAll(',', ''))
  expect(numberIn(orUnknown)).toBeGreaterThan(numberIn(yes))

  await choice.selectOption('YES')
  await expect(count(page)).toContainText(`${numberIn(yes)}施設`)
  await choice.selectOption('YES_OR_UNKNOWN')
  await expect(count(page)).toContainText(`${numberIn(orUnknown)}施設`)
  await page.getByRole('button', { name: /自家発電機：ある・未確認/ }).click()
  await expect(page).not.toHaveURL(/equipment/)
})

test('the nearest come first, from a place that is typed', async ({ page }) => {
  await page.goto('/registry')
  await openMore(page)
  await page.getByRole('textbox', { name: '場所の名前か住所' }).fill('山形市')
  await page.getByRole('button', { name: '場所をさがす' }).click()
  await page.getByRole('button', { name: '「山形市」からの距離でしぼる' }).click()
  await expect(page.getByText('近い順に並べています。')).toBeVisible()
  await page.getByRole('combobox', { name: '範囲' }).selectOption('2')
  await expect(page).toHaveURL(/near/)
  await expect(rows(page).first()).toContainText('km')
  const texts = await rows(page).allTextContents()
  const kilometres = texts.map((text) => Number(/約([\d.]+)km/.exec(text)?.[1]))
  expect(kilometres).toEqual(kilometres.toSorted((a, b) => a - b))
  expect(Math.max(...kilometres)).toBeLessThanOrEqual(2)
})

test.describe('from where the device is', () => {
  test.use({ geolocation: { latitude: 38.2554, longitude: 140.3396 }, permissions: ['geolocation'] })

  test('only after a press, and in no address', async ({ page }) => {
    await page.goto('/registry')
    await openMore(page)
    await page.getByRole('button', { name: 'いまいる場所から' }).click()
    await expect(page.getByText('近い順に並べています。')).toBeVisible()
    await expect(rows(page).first()).toContainText('km')
    expect(page.url()).not.toMatch(/38\.|140\./)
    await page.reload()
    await expect(page.getByText('いまいる場所がまだわからない')).toBeVisible()
  })
})

test('the map shows what the list shows, and can be read as a table', async ({ page }) => {
  await page.goto('/registry?m=%5B"062014"%5D&s=%5B"KAIGO-510"%5D')
  const all = Number((await count(page).textContent())?.match(/\d+/)?.[0])
  await page.getByRole('link', { name: '施設の地図' }).click()
  const map = page.getByRole('region', { name: '地図' })
  await expect(map.getByRole('group', { name: /見つかった場所の地図/ })).toBeVisible()
  await map.getByText(/地図と同じ内容の表/).click()
  const cells = await map.getByRole('table').locator('td[data-numeric]').allTextContents()
  const unplaced = Number(
    (
      await map
        .getByText(/位置がわからず/)
        .textContent()
        .catch(() => '')
    )?.match(/\d+/)?.[0] ?? 0,
  )
  expect(cells.reduce((sum, text) => sum + Number(text), 0) + unplaced).toBe(all)
  await expectAccessible(page)
  await keepScreen(page, 'registry-map')

  const cluster = map.getByRole('group').getByRole('link', { name: /か所。大きく見る/ })
  if ((await cluster.count()) > 0) {
    await cluster.first().focus()
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/z=/)
    await page.getByRole('link', { name: '県全体に戻す' }).click()
    await expect(page).not.toHaveURL(/z=/)
  }
  await page.goto('/shelters?view=map')
  await expect(page.getByRole('region', { name: '地図' })).toBeVisible()
  await expectAccessible(page)
})

test('corporations are searched beside facilities', async ({ page }) => {
  await page.goto('/registry')
  await search(page, '済生会')
  await page.getByRole('link', { name: '法人の一覧' }).click()
  const found = page.getByRole('table', { name: '条件に合う法人' })
  await expect(found).toContainText('済生会')
  await expectAccessible(page)
})

const contentOf = async (download: Download): Promise<Buffer> => fs.readFileSync(await download.path())

test('each file holds the search, its sources and its licence', async ({ page }) => {
  await page.goto('/registry?m=%5B"062014"%5D&s=%5B"KAIGO-510"%5D&only=real')
  const all = Number((await count(page).textContent())?.match(/\d+/)?.[0])
  await page.getByText('この検索結果を書き出す').click()
  const file = async (name: string): Promise<{ name: string; content: Buffer }> => {
    const waiting = page.waitForEvent('download')
    await page.getByRole('link', { name }).click()
    const download = await waiting
    return { name: download.suggestedFilename(), content: await contentOf(download) }
  }
  const csv = await file('CSV（UTF-8）')
  expect(csv.name).toMatch(/^施設一覧_\d{4}-\d\d-\d\d\.csv$/)
  const lines = parse<Record<string, string>>(csv.content, { columns: true, bom: true })
  expect(lines).toHaveLength(all)
  for (const line of lines) expect(line['ライセンス']).toContain('CC BY 4.0')

  const sjis = await file('CSV（Shift_JIS。古いExcel向け）')
  const decoded = new TextDecoder('shift_jis', { fatal: true }).decode(sjis.content)
  expect(decoded.split('\r\n').filter(Boolean)).toHaveLength(all + 1)

  const book = unzipSync(new Uint8Array((await file('Excel（xlsx）')).content))
  const sheet = (n: number) => strFromU8(book[`xl/worksheets/sheet${n}.xml`] ?? new Uint8Array())
  expect(sheet(1).match(/<row>/g)).toHaveLength(all + 1)
  expect(sheet(2)).toContain('CC BY 4.0')

  const geo = JSON.parse((await file('GeoJSON（地図ソフト向け）')).content.toString('utf8')) as {
    features: unknown[]
    notes: string[]
  }
  expect(geo.features).toHaveLength(all)
  expect(geo.notes.join()).toContain('CC BY 4.0')

  const standard = await file('自治体標準の形式（介護サービス事業所一覧、CSV）')
  const [heading = ''] = standard.content.toString('utf8').slice(1).split('\r\n')
  expect(heading).toMatch(/^都道府県コード又は市区町村コード,NO,/)
})

test('the whole result fits on paper, with its conditions, day, sources and licence', async ({ page }) => {
  await page.goto('/registry?m=%5B"062014"%5D&s=%5B"KAIGO-510"%5D')
  const all = Number((await count(page).textContent())?.match(/\d+/)?.[0])
  await page.getByRole('link', { name: '一覧をA4で印刷する（500件まで）' }).click()
  await expect(page.getByText('条件：山形市・特別養護老人ホーム')).toBeVisible()
  await expect(page.getByRole('table', { name: '施設の一覧' }).getByRole('rowheader')).toHaveCount(all)
  await expect(page.getByText(/厚生労働省.*CC BY 4\.0/)).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('button', { name: 'A4で印刷する' })).toBeHidden()
  await keepScreen(page, 'registry-paper')
})

test.describe('somebody who is signed in', () => {
  test.use({ person: 'director' })

  test('keeps a search, finds it again, renames it and gives it up', async ({ page }) => {
    const name = `見本の検索 ${Date.now()}`
    await page.goto('/registry?w=true&m=%5B"062014"%5D')
    await page.getByRole('button', { name: 'この検索を保存する' }).click()
    await page.getByRole('textbox', { name: '検索の名前' }).fill(name)
    await page.getByRole('button', { name: '保存する', exact: true }).click()
    await expect(page.getByText(`「${name}」を保存しました。`)).toBeVisible()

    await page.goto('/')
    await expect(page.getByRole('region', { name: '保存した検索' }).getByRole('link', { name })).toBeVisible()
    await page.goto('/registry/saved')
    const kept = page.getByRole('region', { name })
    await expect(kept).toContainText('山形市・指定福祉避難所')
    await expectAccessible(page)
    await keepScreen(page, 'saved-searches')
    await kept.getByRole('button', { name: '名前・お知らせを直す' }).click()
    await kept.getByRole('textbox', { name: '検索の名前' }).fill(`${name}（新）`)
    await kept.getByRole('checkbox').check()
    await kept.getByRole('button', { name: '直す', exact: true }).click()
    const renamed = page.getByRole('region', { name: `${name}（新）` })
    await expect(renamed).toContainText('お知らせを受け取る')
    await renamed.getByRole('link', { name: 'この条件でさがす' }).click()
    await expect(page.getByRole('checkbox', { name: '指定福祉避難所' }).first()).toBeChecked()
    await page.goto('/registry/saved')
    await renamed.getByRole('button', { name: /を消す/ }).click()
    await expect(renamed).toBeHidden()
  })

  test('sees who calls whom at night, to press and to print', async ({ page }) => {
    await page.goto('/network')
    await page.getByRole('link', { name: '夜間の電話連絡網' }).click()
    const tree = page.getByRole('table', { name: '電話をかける順番' })
    await expect(tree.getByRole('rowheader').first()).toBeVisible()
    const calls = await tree.locator('tbody tr').evaluateAll((lines) =>
      lines.map((line) => ({
        number: Number(line.querySelector('td')?.textContent),
        next: (line.querySelector('td[data-label="次にかける先"]')?.textContent?.match(/\d+/g) ?? []).map(
          Number,
        ),
      })),
    )
    const called = calls.flatMap(({ next }) => next)
    // Everybody but those whom the secretariat calls is called by exactly one other; nobody calls more than four.
    expect(new Set(called).size).toBe(called.length)
    expect(called.length).toBe(calls.length - 4)
    expect(Math.max(...calls.map(({ next }) => next.length))).toBeLessThanOrEqual(4)
    await expect(tree.getByRole('link', { name: /^[\d-]+$/ }).first()).toHaveAttribute('href', /^tel:\d+/)
    await expectAccessible(page)
    await keepScreen(page, 'phone-tree')
    await page.emulateMedia({ media: 'print' })
    await keepScreen(page, 'phone-tree-paper')
  })
})

test('guests see no phone tree', async ({ page }) => {
  await page.goto('/network/phone-tree')
  await expect(page.getByRole('table', { name: '電話をかける順番' })).toHaveCount(0)
})
