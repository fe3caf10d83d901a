import fs from 'node:fs'
import type { Page } from '@playwright/test'
import { openedWorkbook } from '../support/protected-workbook.ts'
import { unzipped } from '../support/xlsx.ts'
import { bringSession } from './support/people.ts'
import { expect, expectAccessible, keepScreen, test } from './support/test.ts'

// A director's night on a phone, from the first page on and only by what can be pressed there: called, reported, asked,
// open, people in, closed, and the list taken out.

test.use({ person: 'director', viewport: { width: 390, height: 844 } })
test.setTimeout(240_000)

const PASSWORD = 'mihon-no-kagi'
const NAME = '見本の夜の道のり'
const SIX = ['全員 無事', '使える', 'ついている', '出る', '足りている', 'できる']

const ongoing = (page: Page) =>
  page
    .getByRole('region', { name: 'いま続いている災害・訓練' })
    .getByRole('article')
    .filter({ hasText: NAME })

test('a director goes through the night from the first page, with six taps for the report', async ({
  page,
  browser,
}) => {
  const office = await browser.newContext({
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    viewport: { width: 1280, height: 900 },
  })
  await bringSession(office, 'secretariat')
  const council = await office.newPage()
  await council.goto(new URL('/disasters/new', process.env.YUI_E2E_URL).href)
  await council.getByLabel('名前').fill(NAME)
  await council.getByRole('button', { name: '始めて、施設に知らせる' }).click()
  await expect(council.getByRole('heading', { level: 1 })).toHaveText(/【訓練】福祉避難所 開設状況/)
  const board = council.url()

  await page.goto('/')
  await expect(ongoing(page)).toContainText('【訓練】')
  await expectAccessible(page)
  await keepScreen(page, 'journey-home')
  await ongoing(page).getByRole('link', { name: '状況報告をする' }).click()
  await expect(page.getByText('残り 6問')).toBeVisible()
  for (const answer of SIX) await page.getByRole('button', { name: answer, exact: true }).click()
  await expect(page.getByText('事務局に届きました').first()).toBeVisible()

  await council
    .getByRole('link', { name: /見本あおば荘/ })
    .first()
    .click()
  await council.getByRole('button', { name: '開設を依頼する' }).click()
  // The request stands on the screen the director has open, and among the things to do.
  await page.getByRole('link', { name: '開設の依頼に答える' }).click({ timeout: 30_000 })
  await keepScreen(page, 'journey-asked')
  await page.getByRole('button', { name: '開設できる', exact: true }).click()
  await council.getByRole('button', { name: 'できしだい' }).click({ timeout: 30_000 })
  await page.goto('/')
  await expect(page.getByText(`${NAME}　開設の記録`)).toBeVisible()
  await ongoing(page).getByRole('link', { name: '開設したことを記録する' }).click()
  await page.getByRole('button', { name: '開設した' }).click()
  await page.getByRole('link', { name: '人を受け入れる（名簿）' }).click({ timeout: 30_000 })

  await page.getByLabel(/^何人来ましたか/).fill('3')
  await page.getByRole('button', { name: '人数を入れる' }).click()
  const here = page.locator('.yui-figures > div').filter({ hasText: 'いまいる人' })
  await expect(here).toContainText('3')
  await page.getByRole('link', { name: 'この施設の開設へ' }).click()
  await page.getByRole('button', { name: '閉鎖する' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('まだ3人がいることになっています')
  await keepScreen(page, 'journey-closing')
  await dialog.getByRole('button', { name: '閉鎖する' }).click()
  await page.getByRole('link', { name: '名簿を受け取る' }).click({ timeout: 30_000 })
  await expect(page.getByRole('heading', { name: '名簿の受け取りと匿名化' })).toBeVisible()
  const list = page.url()
  await page.goto('/')
  const toHandOut = page.getByText(`${NAME}　受入名簿の受け取り`)
  await expect(toHandOut).toBeVisible()
  await keepScreen(page, 'journey-closed')
  await page.goto(list)
  await page.getByLabel(/^ファイルを開くパスワード/).fill(PASSWORD)
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '名簿をファイルで受け取る' }).click(),
  ])
  const book = openedWorkbook(fs.readFileSync(await file.path()), PASSWORD)
  expect(unzipped(book).get('xl/worksheets/sheet1.xml')).toContain('名前を聞いていない人 3人')
  await expect(page.getByText(/最後に受け取ったのは/)).toBeVisible()
  await keepScreen(page, 'journey-handed-out')
  await page.goto('/')
  await expect(ongoing(page)).toBeVisible()
  await expect(toHandOut).toHaveCount(0)

  await council.goto(board)
  await council.getByRole('button', { name: /終え/ }).click()
  await council.getByRole('dialog').getByRole('button', { name: /終え/ }).first().click()
  await expect(council.getByText(/に終わりました/).first()).toBeVisible()
  await office.close()
})
