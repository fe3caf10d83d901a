import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { parseGlobalId } from '../../api/src/kernel/ids.ts'
import { projectRoot } from '../../scripts/project.ts'
import { ask } from './support/database.ts'
import { expectNoSidewaysScroll } from './support/layout.ts'
import { expect, expectAccessible, keepScreen, test } from './support/test.ts'

// A message of a drill comes in, asks, and a person opens a drill because of it; its forms say that it is one.

const file = path.join(projectRoot, 'data', 'jma', 'samples', '15_16_03_241226_VPWW55.xml')

/** A level 4 of heavy rain for 山形市, as a drill and about a thing of its own. */
const message = () =>
  fs
    .readFileSync(file, 'utf8')
    .replaceAll('0121400', '0620100')
    .replaceAll('稚内市', '山形市')
    .replace('<Status>通常</Status>', '<Status>訓練</Status>')
    .replace(/<EditorialOffice>[^<]*/, `<EditorialOffice>見本${randomUUID()}`)

test.describe('the secretariat', () => {
  test.use({ person: 'secretariat' })
  test.setTimeout(120_000)

  test('sets in words from which weight on it is asked, from a day on', async ({ page }) => {
    await page.goto('/alerts')
    const thresholds = page.getByRole('region', { name: '問いかける目安' })
    const row = thresholds.getByRole('row', { name: /^震度/ })
    await expect(row).toContainText('すべてのネットワークに共通の目安')
    await keepScreen(page, 'alert-thresholds')
    await row.getByRole('button', { name: /変える/ }).click()
    const form = page.getByRole('dialog')
    await form.getByLabel('震度5強以上').check()
    await form.getByRole('button', { name: '目安を決める' }).click()
    await expect(form.getByLabel(/^よりどころ/)).toHaveAttribute('aria-invalid', 'true')
    await form.getByLabel(/^よりどころ/).fill('見本の申し合わせ')
    await form.getByLabel(/^まだ・わからない/).check()
    // What was wrong is told until the field is left, which is with the click: the button stays under it.
    await expect(form.getByText('か所を直してください')).toHaveCount(1)
    // The whole form at once: of what is scrolled away axe knows no background.
    await page.setViewportSize({ width: 1280, height: 1800 })
    await expectAccessible(page)
    await keepScreen(page, 'alert-threshold-form')
    await form.getByRole('button', { name: '目安を決める' }).click()
    await expect(row).toContainText('震度5強以上')
    await expect(row).toContainText('このネットワークで決めた目安')
    await expect(row).toContainText('未確認')
    await page.setViewportSize({ width: 390, height: 844 })
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
    await keepScreen(page, 'alert-thresholds-phone')
  })

  test('puts a message in, opens the drill it asks for, and finds its forms marked', async ({ page }) => {
    await page.goto('/alerts')
    await page
      .getByLabel(/^電文のファイル/)
      .setInputFiles({ name: '訓練の電文.xml', mimeType: 'application/xml', buffer: Buffer.from(message()) })
    await page.getByRole('button', { name: '入れる', exact: true }).click()
    await expect(page.getByRole('heading', { name: '【訓練】訓練として開きますか' }).first()).toBeVisible()
    // Kind, place and weight in words: nobody knows municipalities by their codes.
    const question = page.locator('section', { has: page.getByRole('heading', { level: 3 }) }).first()
    await expect(question).toContainText('山形市')
    await expect(question).toContainText(/洪水|土砂災害/)
    await expect(question).toContainText('警戒レベル4相当')
    await expect(question).not.toContainText('062014')
    await keepScreen(page, 'alerts')
    await page.getByRole('link', { name: '【訓練】訓練を開く画面へ' }).first().click()
    await expect(page.getByLabel(/名前/)).toHaveValue('宗谷地方大雨警報・注意報')
    await expect(page.getByRole('group', { name: /^どちらですか/ }).getByRole('radio')).toHaveCount(1)
    await page.locator('form button[type="submit"]').click()
    await page.waitForURL(/\/disasters\/(?!new)[^/?]+$/)
    // The question has ended with this drill; the other network of the same city is still asked.
    const eventId = parseGlobalId(page.url().split('/').at(-1) ?? '')?.id
    const ended = await ask<{ drill: boolean }>(
      `select drill from alert_suggestion where state = 'CONFIRMED' and event_id = $1::uuid`,
      [eventId],
    )
    expect(ended).toEqual([{ drill: true }])
    await page.goto(`${page.url()}/outputs`)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('【訓練】')
    await keepScreen(page, 'outputs')
    await page.getByRole('link', { name: '災害時情報共有システムの入力項目' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('【訓練】')
    await expect(page.getByRole('heading', { name: '埋まらなかった欄' }).first()).toBeVisible()
    await keepScreen(page, 'output')
  })
})
