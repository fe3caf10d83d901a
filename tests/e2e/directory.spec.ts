import type { Page } from '@playwright/test'
import { ask } from './support/database.ts'
import { expectNoSidewaysScroll, sizes } from './support/layout.ts'
import { bringSession } from './support/people.ts'
import { expect, expectAccessible, keepScreen, test } from './support/test.ts'

// The directory for everybody: plain pages, read by people with old machines, in print, with readings, by engines.

const keyOf = async (name: string): Promise<string> => {
  const [row] = await ask<{ id: string }>('select id from facility where name like $1 order by id limit 1', [
    `%${name}`,
  ])
  return row?.id ?? ''
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('somebody searches, opens a facility, turns the readings on and keeps them', async ({ page }) => {
    await page.goto('/directory')
    await page.getByRole('searchbox', { name: '名前・住所・電話番号' }).fill('愛日荘')
    await page.getByRole('button', { name: 'さがす' }).click()
    await expect(page.getByRole('status')).toHaveText('1か所あります。')
    await page.getByRole('link', { name: '愛日荘' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('愛日荘')
    await expect(page.getByText('2025年12月末の公表データです。')).toBeVisible()
    await expect(page.getByText('介護が必要な高齢の方が、長く暮らす施設です。').first()).toBeVisible()

    await page.getByRole('link', { name: 'ふりがなをつける' }).click()
    await expect(page.locator('h1 rt')).toHaveText('あいにちそう')
    await page.getByRole('navigation', { name: '今いるところ' }).getByRole('link').nth(1).click()
    await expect(page).toHaveURL('/directory/062014?furigana=1')
    await expect(page.locator('h1 rt')).toHaveText('やまがたし')
  })

  test('somebody finds by what they need, and narrows it to a municipality', async ({ page }) => {
    await page.goto('/directory')
    await page.getByRole('link', { name: '特別養護老人ホーム', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('特別養護老人ホーム')
    await page.getByRole('combobox', { name: '市町村' }).selectOption('山形市')
    await page.getByRole('button', { name: 'さがす' }).click()
    await expect(page).toHaveURL(/municipality=062014/)
    await page.getByRole('link', { name: '次のページ' }).click()
    await page.getByRole('link', { name: '前のページ' }).click()
    await expect(page.getByRole('link', { name: '愛日荘' })).toBeVisible()
  })

  test('welfare shelters come with the sentence that matters', async ({ page }) => {
    await page.goto('/directory/shelters')
    await page.getByRole('link', { name: '山形市', exact: true }).click()
    await expect(page.getByText('災害のときは、行く前に市町村に確かめてください。')).toBeVisible()
    await expect(page.getByRole('heading', { name: '指定福祉避難所' })).toBeVisible()
  })

  test('it can be read in English and leads to the log-in', async ({ page }) => {
    await page.goto('/directory/about')
    await page.getByRole('link', { name: 'English' }).click()
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('About this directory')
    await expect(page.getByRole('link', { name: 'Member log-in' })).toHaveAttribute('href', '/login')
  })
})

test('somebody reports a mistake, and the director says what came of it', async ({ browser, page }) => {
  const key = await keyOf('見本あおば荘')
  await page.goto(`/directory/facilities/${key}/mistake`)
  await expectAccessible(page)
  const visitor = await browser.newContext({ javaScriptEnabled: false, locale: 'ja-JP' })
  const plain = await visitor.newPage()
  await plain.goto(`/directory/facilities/${key}?furigana=1`)
  await plain.getByRole('link', { name: /^まちがいを/ }).click()
  await plain.setViewportSize(sizes.phone)
  await expectNoSidewaysScroll(plain)
  await keepScreen(plain, 'directory-mistake-phone')
  await plain.setViewportSize(sizes.pc)
  await plain.getByRole('link', { name: 'ふりがなをはずす' }).click()
  await plain.getByRole('radio', { name: '電話・ファックス・ホームページ' }).check()
  await plain.getByRole('textbox', { name: '正しい内容' }).fill('ファックスの番号が変わりました。')
  await plain.getByRole('button', { name: '知らせる' }).click()
  await expect(plain.getByRole('heading', { level: 1 })).toHaveText('知らせを送りました')
  await visitor.close()

  await bringSession(page.context(), 'director')
  await page.goto('/')
  const todo = page.getByRole('listitem').filter({ hasText: 'まちがいの知らせの確認' })
  await todo.getByRole('link', { name: '知らせを見る' }).click()
  const row = page.getByRole('row', { name: /ファックスの番号が変わりました。/ })
  await expect(row).toContainText('見本あおば荘')
  await expectAccessible(page)
  await keepScreen(page, 'mistakes')
  await row.getByRole('button', { name: /結果を書く$/ }).click()
  const dialog = page.getByRole('dialog', { name: '確かめた結果' })
  await dialog.getByRole('radio', { name: /^直すところはない/ }).check()
  await dialog.getByRole('button', { name: '記録する' }).click()
  await expect(dialog.getByText('＊')).toBeVisible()
  await keepScreen(page, 'mistake-settled-wrongly')
  await dialog.getByLabel(/^わけ/).fill('番号は前と同じです。')
  await dialog.getByRole('button', { name: '記録する' }).click()
  await expect(page.getByText('確かめる知らせはありません。')).toBeVisible()
  await page.getByRole('link', { name: '済んだもの' }).click()
  await expect(row).toContainText('直すところはありませんでした')
  await expect(row).toContainText('番号は前と同じです。')
})

test('portal and directory lead to each other', async ({ page }) => {
  await page.goto('/login')
  await page.getByRole('link', { name: '福祉の施設・事業所の案内' }).click()
  await expect(page).toHaveURL('/directory')
  const key = await keyOf('見本あおば荘')
  await page.goto(`/directory/facilities/${key}`)
  await page.getByRole('link', { name: '会員の方は、ポータルでこの施設を見る' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /見本あおば荘/ })).toBeVisible()
  await page.getByRole('link', { name: 'だれでも見られるページ' }).click()
  await expect(page).toHaveURL(`/directory/facilities/${key}`)
  await page.getByRole('link', { name: '会員のログイン' }).click()
  await expect(page).toHaveURL('/login')
})

/** How many sheets a page fills. */
async function sheets(page: Page): Promise<number> {
  const pdf = await page.pdf({ preferCSSPageSize: true })
  return pdf.toString('latin1').match(/\/Type\s*\/Page(?![a-zA-Z])/g)?.length ?? 0
}

test('a facility fills one sheet of A4, also with readings', async ({ page }) => {
  for (const name of ['見本あおば荘', '愛日荘'])
    for (const form of ['', '?furigana=1']) {
      await page.goto(`/directory/facilities/${await keyOf(name)}${form}`)
      expect(await sheets(page), `${name}${form}`).toBe(1)
    }
})

const pages: readonly (readonly [name: string, address: () => Promise<string>])[] = [
  ['start', async () => '/directory'],
  ['search', async () => '/directory/search?q=山形'],
  ['services', async () => '/directory/services'],
  ['service', async () => '/directory/services/KAIGO-510'],
  ['prefecture', async () => '/directory/prefectures/06'],
  ['municipality', async () => '/directory/062014'],
  ['facility', async () => `/directory/facilities/${await keyOf('愛日荘')}`],
  ['sample', async () => `/directory/facilities/${await keyOf('見本あおば荘')}`],
  ['corporation', async () => '/directory/corporations/3010405001696'],
  ['shelters', async () => '/directory/shelters/063410'],
  ['shelter-places', async () => '/directory/shelters'],
  ['about', async () => '/directory/about'],
]

for (const [name, address] of pages) {
  test(`${name} can be read by everybody: on every screen, with readings, on paper and in English`, async ({
    page,
  }) => {
    test.slow() // four screens, three forms, four looks by axe
    const path = await address()
    const mobile = { width: 390, height: 844 }
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    for (const [size, viewport] of Object.entries({ ...sizes, mobile })) {
      await page.setViewportSize(viewport)
      await expectNoSidewaysScroll(page)
      await keepScreen(page, `directory-${name}-${size}`)
    }
    await expectAccessible(page)
    await page.setViewportSize(sizes.pc)
    await expectAccessible(page)

    await page.setViewportSize({ width: 794, height: 1123 })
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByRole('navigation', { name: '表示とログイン' })).toBeHidden()
    await expectNoSidewaysScroll(page)
    await page.emulateMedia({ media: 'screen' })

    for (const form of ['furigana=1', 'lang=en']) {
      await page.goto(`${path}${path.includes('?') ? '&' : '?'}${form}`)
      await page.setViewportSize(sizes.phone)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expectNoSidewaysScroll(page)
      await expectAccessible(page)
      await keepScreen(page, `directory-${name}-${form.replace('=', '-')}`)
    }
  })
}

test.describe('what is not there', () => {
  test.use({ expectedComplaints: [/404|410/] })

  test('is said in words, with a search', async ({ page }) => {
    const answer = await page.goto('/directory/facilities/nothing')
    expect(answer?.status()).toBe(404)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('このページは見つかりません')
    await expectAccessible(page)
    await page.getByRole('searchbox').fill('愛日荘')
    await page.getByRole('searchbox').press('Enter')
    await expect(page.getByRole('link', { name: '愛日荘' })).toBeVisible()
  })
})
