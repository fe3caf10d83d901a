import type { Page } from '@playwright/test'
import { expect, expectAccessible, keepScreen, test } from './support/test.ts'

// 法人・施設をさがす: the published facts of Yamagata beside the sample network, for everybody.

const count = (page: Page) => page.getByRole('status').filter({ hasText: /^[\d,]+施設/ })
const rows = (page: Page) => page.getByRole('table', { name: '条件に合う施設' }).getByRole('rowheader')

async function search(page: Page, words: string): Promise<void> {
  await page.getByRole('textbox', { name: '名前・住所・電話・事業所番号' }).fill(words)
  await page.getByRole('button', { name: 'さがす' }).click()
}

test.beforeEach(async ({ page }) => {
  await page.goto('/registry')
  await expect(rows(page)).toHaveCount(20)
})

test('list and map show the same and both narrow it; the conditions stand in the address', async ({
  page,
}) => {
  await expectAccessible(page)
  await keepScreen(page, 'registry')
  const all = await count(page).textContent()

  await page.getByRole('link', { name: /^米沢市 \d+施設$/ }).click()
  await expect(page.getByRole('checkbox', { name: /米沢市/ })).toBeChecked()
  await expect(count(page)).not.toHaveText(all ?? '')
  const inYonezawa = (await count(page).textContent()) ?? ''
  for (const row of await rows(page).all()) await expect(row).toContainText('米沢市')

  await page.getByRole('checkbox', { name: '見本だけ' }).check()
  await expect(page).toHaveURL(/only=sample/)
  await page.getByRole('link', { name: '条件をすべて外す' }).click()
  await expect(count(page)).toHaveText(all ?? '')

  await page.goBack()
  await page.goBack()
  await expect(count(page)).toHaveText(inYonezawa)
  await page.reload()
  await expect(count(page)).toHaveText(inYonezawa)
  await expect(page.getByRole('checkbox', { name: /米沢市/ })).toBeChecked()
})

test('names on the map stand out from whatever lies behind them', async ({ page }) => {
  await page.getByRole('link', { name: /^米沢市 \d+施設$/ }).click()
  await expect(page.getByRole('checkbox', { name: /米沢市/ })).toBeChecked()
  const names = page.locator('svg text')
  await expect(names.filter({ hasText: '米沢市' })).toHaveCount(1)
  const contrasts = await names.evaluateAll((texts) => {
    // WCAG's relative luminance of a colour like `rgb(0, 23, 193)`.
    const luminance = (colour: string) => {
      const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map((part) => {
        const value = Number(part) / 255
        return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
    return texts.map((text) => {
      const { fill, stroke } = getComputedStyle(text)
      const [dark = 0, light = 0] = [luminance(fill), luminance(stroke)].toSorted((a, b) => a - b)
      return (light + 0.05) / (dark + 0.05)
    })
  })
  expect(Math.min(...contrasts)).toBeGreaterThan(4.5)
})

for (const [what, words] of [
  ['a part of the name', '巡回介護'],
  ['the telephone number in full width', '０２３８－８４－５７１０'],
  ['the number without its dashes', '0238845710'],
  ['two words, in whatever order', '長井市　えがお'],
] as const) {
  test(`a facility is found by ${what}`, async ({ page }) => {
    await search(page, words)
    await expect(rows(page).filter({ hasText: '24時間巡回介護えがお' })).toBeVisible()
    await expect(page).toHaveURL(/q=/)
  })
}

test('nothing found says what to try', async ({ page }) => {
  await search(page, 'そのような施設はありません')
  await expect(page.getByText('条件に合う施設がありません。')).toBeVisible()
  await expect(page.getByText('条件を減らすか、言葉を短くしてお試しください。')).toBeVisible()
  await expectAccessible(page)
})

test('a long list is read page by page, forward and back', async ({ page }) => {
  const first = await rows(page).allTextContents()
  await page.getByRole('link', { name: '次へ' }).click()
  await expect(rows(page).first()).not.toHaveText(first[0] ?? '')
  const second = await rows(page).allTextContents()
  expect(second.filter((row) => first.includes(row))).toEqual([])
  await page.getByRole('link', { name: '前へ' }).click()
  await expect(rows(page)).toHaveText(first)
})

test('from a facility to its corporation and all it runs', async ({ page }) => {
  await search(page, '見本あおば荘')
  await page.getByRole('link', { name: /見本あおば荘/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('見本あおば荘')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('見本')
  await expect(page.getByText('連絡先は、ネットワークの会員だけに見えます。')).toBeVisible()
  await expectAccessible(page)
  await keepScreen(page, 'facility-signed-out')

  await page
    .getByRole('main')
    .getByRole('link', { name: /見本あおば会/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('見本あおば会')
  await expect(page.getByRole('table', { name: 'この法人の施設' })).toContainText('見本あおば荘')
  await expectAccessible(page)
  await keepScreen(page, 'corporation')
})

test.describe('a member of the network', () => {
  test.use({ person: 'staff' })

  test('sees whom to call at night', async ({ page }) => {
    await search(page, '見本いずみ園')
    await page.getByRole('link', { name: /見本いずみ園/ }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('見本いずみ園')
    const contacts = page.getByRole('table', { name: '連絡先' })
    await expect(contacts.getByRole('row').nth(1)).toBeVisible()
    await expectAccessible(page)
  })
})

test('shelters are found by what they are, with why one is taken for a facility', async ({ page }) => {
  await page.goto('/shelters')
  await expect(page.getByRole('heading', { level: 1, name: '避難所' })).toBeVisible()
  const row = page.getByRole('row').filter({ hasText: '村山市大字湯野沢1881-6' })
  await expect(row).toContainText('指定福祉避難所')
  await expect(row).toContainText('名前と住所が同じ')
  await expectAccessible(page)
  await keepScreen(page, 'shelters')

  await page.getByRole('combobox', { name: '市町村' }).selectOption('酒田市')
  await page.getByRole('link', { name: '指定緊急避難場所' }).click()
  await expect(page).toHaveURL(/m=062049.*EMERGENCY_SITE/)
  await expect(row).toBeHidden()
  for (const shelter of await page.getByRole('rowheader').all()) await expect(shelter).toContainText('酒田市')

  await page.goBack()
  await page.goBack()
  await row.getByRole('link', { name: 'はやまホーム' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('はやまホーム')
})
