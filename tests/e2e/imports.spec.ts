import fs from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { encoderFor } from '../../api/src/modules/registry/import/csv.ts'
import { projectRoot } from '../../scripts/project.ts'
import { ask } from './support/database.ts'
import { expect, expectAccessible, keepScreen, test } from './support/test.ts'

// ファイルの取込: look first, mend, confirm, take back; on the real stack, with the worker.

const CORPORATION = '社会福祉法人 見本あおば会'
const HEADINGS = ['施設名', '法人名', '住所', '電話', '定員']

const table = (rows: readonly (readonly string[])[]) =>
  Buffer.from([HEADINGS, ...rows].map((row) => row.join(',')).join('\r\n'))

const csv = (name: string, buffer: Buffer) => ({ name, mimeType: 'text/csv', buffer })

async function begin(page: Page): Promise<void> {
  await page.goto('/imports')
  await page.getByRole('button', { name: 'ファイルを取り込む' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('取り込むファイルの準備')
}

/** Waits for the worker: the page asks by itself how it comes along. */
async function checked(page: Page): Promise<void> {
  await page.getByRole('button', { name: '検査する', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('取込の検査結果', { timeout: 45_000 })
}

const figure = (page: Page, name: string) =>
  page.getByRole('navigation', { name: '結果でしぼる' }).getByRole('link', { name: new RegExp(`^${name}`) })

test.describe('the secretariat', () => {
  test.use({ person: 'secretariat' })
  test.setTimeout(180_000)

  test('looks, mends, confirms and takes back a list of facilities, by keyboard where it matters', async ({
    page,
  }) => {
    const [known] = await ask<{ name: string; address: string; phone: string }>(
      `select f.name, f.address, f.phone from facility f join corporation c on c.id = f.corporation_id
       where c.name = $1 order by f.confirmed_at desc nulls last limit 1`,
      [CORPORATION],
    )
    if (!known) throw new Error('the sample network is not there')
    await begin(page)
    await page.getByLabel('ファイルを選ぶ').setInputFiles(
      csv(
        '施設一覧_見本.csv',
        table([
          [known.name, CORPORATION, known.address, known.phone, '54人'],
          ['見本とりこみ荘', CORPORATION, '山形市見本町九丁目9番9号', '000-000-0099', '29'],
          ['見本とりこみ苑', CORPORATION, '', '000-000-0098', '20'],
        ]),
      ),
    )
    await expect(page.getByRole('heading', { name: '施設一覧_見本.csv' })).toBeVisible()
    await expectAccessible(page)
    await keepScreen(page, 'import-files')

    await page.getByRole('radio', { name: /^施設/ }).check()
    await page
      .getByLabel(/^市町村/)
      .first()
      .selectOption('山形市')
    await page.getByLabel(/^この列の意味を残す名前/).fill('見本の施設一覧')
    await page.getByRole('button', { name: '読み方・出典を決める' }).click()
    await expect(page.getByText('そのほかの表').first()).toBeVisible()

    await checked(page)
    await expect(page.getByText('まだ何も書きかえていません。')).toBeVisible()
    await expect(figure(page, '作成')).toContainText('1件')
    await expect(figure(page, 'エラー')).toContainText('1行')
    await expectAccessible(page)
    await keepScreen(page, 'import-result')
    await page.setViewportSize({ width: 390, height: 844 })
    await keepScreen(page, 'import-result-phone')
    await expectAccessible(page)
    await page.setViewportSize({ width: 1280, height: 900 })

    // What a person set is shown and stays unless somebody chooses.
    await figure(page, '人が決めた値').click()
    await expect(page).toHaveURL(/show=KEEP/)
    await expect(page.getByText('54人')).toBeVisible()
    await page
      .getByRole('button', { name: /ファイルの値にする$/ })
      .last()
      .click()
    await expect(page.getByText('人が決めた値を、ファイルの値に置きかえます。')).toBeVisible()

    // The row in error goes out as a file, is mended and comes in again.
    await figure(page, 'エラー').click()
    await expect(page.getByText('住所が空です。')).toBeVisible()
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'エラーの行だけ書き出す', exact: true }).click()
    const saved = fs.readFileSync(await (await download).path(), 'utf8')
    expect(saved).toContain('見本とりこみ苑')
    const [head = '', row = ''] = saved.replace(/^\uFEFF/, '').split('\r\n')
    const cells = row.split(',')
    cells[head.split(',').indexOf('住所')] = '山形市見本町九丁目8番8号'
    const mended = `${head}\r\n${cells.join(',')}\r\n`
    await page.getByRole('button', { name: '直したファイルを選ぶ' }).click()
    await page.getByLabel('ファイルを選ぶ').setInputFiles(csv('エラーの行.csv', Buffer.from(mended)))
    await expect(page.getByRole('heading', { name: 'エラーの行.csv' })).toBeVisible()
    const card = page.locator('article').filter({ hasText: 'エラーの行.csv' })
    if (!(await card.getByRole('radio', { name: /^施設/ }).isVisible()))
      await card.getByText('読み方・出典を決める').first().click()
    await card.getByRole('radio', { name: /^施設/ }).check()
    await card
      .getByLabel(/^市町村/)
      .last()
      .selectOption('山形市')
    await card.getByRole('button', { name: '読み方・出典を決める' }).click()
    await expect(
      page.getByRole('status').filter({ hasText: 'エラーの行.csvの読み方を決めました。' }),
    ).toBeAttached()
    await checked(page)
    await expect(figure(page, '作成')).toContainText('2件')

    const confirm = page.getByRole('button', { name: /件を取り込む$/ })
    await expect(page.getByText('見本地区社会福祉法人連絡協議会').last()).toBeVisible()
    await confirm.focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('取り込みました', { timeout: 45_000 })
    await expectAccessible(page)
    await keepScreen(page, 'import-done')
    const count = async () =>
      (await ask<{ n: number }>(`select count(*)::int as n from facility where name like '見本とりこみ%'`))[0]
        ?.n
    expect(await count()).toBe(2)

    await page.getByRole('button', { name: '元に戻す' }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByText('全部まとめて取り込む前に戻します。')).toBeVisible()
    await dialog.getByRole('button', { name: '元に戻す' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('取込を元に戻しました', {
      timeout: 45_000,
    })
    expect(await count()).toBe(0)
    await page.getByRole('link', { name: '取込の一覧へ' }).click()
    await expect(page.getByRole('row', { name: /施設一覧_見本\.csv/ }).first()).toContainText(
      '元に戻しました',
    )
  })
})

test.describe('the operator', () => {
  test.use({ person: 'operator' })
  test.setTimeout(120_000)

  test('sees that a published file saved by an old Excel changes nothing, and gives it up', async ({
    page,
  }) => {
    const published = fs.readFileSync(path.join(projectRoot, 'data/kaigo/jigyosho_540_yamagata.csv'), 'utf8')
    const { encode } = encoderFor('shift_jis')
    await begin(page)
    await page
      .getByLabel('ファイルを選ぶ')
      .setInputFiles(csv('jigyosho_540.csv', Buffer.from(encode(published.replace(/^\uFEFF/, '')))))
    await expect(page.getByText('Shift_JIS')).toBeVisible()
    await expect(page.getByText('介護サービス情報公表システム（厚生労働省）のCSV').first()).toBeVisible()
    await checked(page)
    await expect(figure(page, '作成')).toContainText('0件')
    // What is the same already does not stand in front of what would change.
    await expect(figure(page, '変わるもの')).toContainText('0件')
    await expect(page.getByText('登録は、何も変わりません。')).toBeVisible()
    await figure(page, '変更なし').click()
    await expect(page.getByText('すべての項目が同じです').first()).toBeVisible()
    await page.getByRole('button', { name: '取りやめる' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '取りやめる' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('取込を取りやめました')
  })
})

test.describe('a director', () => {
  test.use({ person: 'director' })

  test('is not offered to import', async ({ page }) => {
    await page.goto('/')
    await expect(
      page.getByRole('navigation', { name: '主な案内' }).getByRole('link', { name: 'ファイルの取込' }),
    ).toHaveCount(0)
  })
})
