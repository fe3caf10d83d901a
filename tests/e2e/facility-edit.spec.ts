import type { Page } from '@playwright/test'
import { ask } from './support/database.ts'
import { expectNoSidewaysScroll } from './support/layout.ts'
import { expect, expectAccessible, keepScreen, test } from './support/test.ts'

// People correct a facility's facts block by block, and everybody can see what changed and how it stood before.

const phone = { width: 390, height: 844 }

async function openFacility(page: Page, name: string): Promise<void> {
  await page.goto(`/registry?q=${name}`)
  await page
    .getByRole('link', { name: new RegExp(name) })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name)
}

const block = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

async function edit(page: Page, name: string): Promise<void> {
  await block(page, name).getByRole('link', { name: /^直す/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`${name}を直す`)
}

test.describe('the director', () => {
  test.use({ person: 'director' })

  test('on a phone makes three errors in the contacts, mends them, and sees the change in the history', async ({
    page,
  }) => {
    test.slow()
    await page.setViewportSize(phone)
    await openFacility(page, '見本あおば荘')
    await edit(page, '連絡先')
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)

    const duty = block(page, '防災の担当')
    await duty.getByLabel('夜間・休日の電話').fill('12')
    await duty.getByLabel('メールアドレス').fill('bousai.mihon-aoba.example')
    for (const [label, value] of [
      ['年', '8'],
      ['月', '11'],
      ['日', '31'],
    ] as const)
      await duty.getByLabel(label, { exact: true }).fill(value)
    await page.getByRole('button', { name: '連絡先を保存する' }).click()

    const summary = page.getByRole('alert').filter({ hasText: '3か所を直してください' })
    await expect(summary).toBeVisible()
    await expect(duty).toContainText('＊「@」を入れてください。')
    await expect(duty).toContainText('＊11月は30日までです。')
    await expect(duty.getByLabel('メールアドレス')).toHaveValue('bousai.mihon-aoba.example')
    await expectAccessible(page)
    await keepScreen(page, 'facility-edit-contacts-errors')

    await duty.getByLabel('夜間・休日の電話').fill('０００-０００-０９１２')
    await duty.getByLabel('メールアドレス').fill('bousai@mihon-aoba.example')
    await duty.getByLabel('日', { exact: true }).fill('1')
    await page.getByRole('button', { name: '連絡先を保存する' }).click()

    await expect(page.getByRole('heading', { level: 1 })).toContainText('見本あおば荘')
    await expect(block(page, '連絡先')).toContainText('000-000-0912')
    await page.getByRole('link', { name: /履歴をすべて見る/ }).click()
    const change = page.getByRole('row').filter({ hasText: '施設の連絡先「防災の担当」' }).first()
    await expect(change).toContainText('電話（夜間・休日） 000-002-0001 → 000-000-0912')
    await expect(change).toContainText('見本 花子')
    await expect(change).toContainText('施設の連絡先を直した')
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
  })

  test('adds a contact, puts it first and takes it away again without dragging', async ({ page }) => {
    await openFacility(page, '見本あおば荘')
    await edit(page, '連絡先')
    await page.getByRole('button', { name: '連絡先を追加する' }).click()
    const added = block(page, '5番目')
    await added.getByLabel('役割').fill('相談員')
    await block(page, '相談員').getByLabel('昼間の電話').fill('000-000-0099')
    await block(page, '相談員').getByRole('button', { name: /^上へ/ }).click()
    await page.getByRole('button', { name: '連絡先を保存する' }).click()
    const rows = block(page, '連絡先').getByRole('row')
    await expect(rows.nth(4)).toContainText('相談員')
    await edit(page, '連絡先')
    await block(page, '相談員')
      .getByRole('button', { name: /^削除する/ })
      .click()
    await page.getByRole('button', { name: '連絡先を保存する' }).click()
    await expect(block(page, '連絡先')).not.toContainText('相談員')
  })

  test('leaves the capacity blank, and it is shown as not given, never as 0', async ({ page }) => {
    await openFacility(page, '見本あおば荘')
    const write = async (persons: string) => {
      await edit(page, '基本の情報')
      await page.getByLabel('定員').fill(persons)
      await page.getByRole('button', { name: '基本の情報を保存する' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toContainText('見本あおば荘')
    }
    await write('')
    await expect(block(page, '基本の情報')).toContainText('定員記載なし')
    await write('80')
    await expect(block(page, '基本の情報')).toContainText('80人')
    await expect(block(page, '変更の履歴')).toContainText('定員 記載なし → 80人')
  })

  test('fills in an address from its postal code', async ({ page }) => {
    await openFacility(page, '見本あおば荘')
    await edit(page, '基本の情報')
    await page.getByLabel('郵便番号').fill('990-0001')
    await page.getByRole('button', { name: '郵便番号から住所を入れる' }).click()
    await expect(page.getByLabel('住所')).toHaveValue('山形市穂積')
    await page.getByRole('img', { name: /山形市の形/ }).click()
    await expect(page.getByRole('textbox', { name: /緯度/ })).toHaveValue(/^38\.\d{4}$/)
  })

  test('sees the facility as it stood on an earlier day', async ({ page }) => {
    const [row] = await ask<{ day: string }>(
      `select to_char(now() - interval '300 days', 'YYYY-MM-DD') as day`,
    )
    await openFacility(page, '見本あおば荘')
    await page.goto(`${page.url().split(/[?#]/)[0]}?asOf=${row?.day}`)
    await expect(page.getByText(/現在の登録です。/)).toBeVisible()
    await expect(block(page, '設備・備え')).toContainText('ある、8台')
    await expect(page.getByRole('button', { name: /変わりありません/ })).toHaveCount(0)
    await expectAccessible(page)
    await keepScreen(page, 'facility-as-of')
    await page.getByRole('link', { name: 'いまの登録に戻る' }).click()
    await expect(block(page, '設備・備え')).toContainText('12台')
  })
})

test.describe('the secretariat', () => {
  test.use({ person: 'secretariat' })

  test('corrects a member’s facility without confirming it', async ({ page }) => {
    await openFacility(page, '見本いずみ園')
    const confirmed = await block(page, '職員の資格')
      .getByText(/最終確認/)
      .innerText()
    await edit(page, '職員の資格')
    await expect(page.getByText(/最終確認日は変わりません/)).toBeVisible()
    await block(page, '防災士').getByLabel('人数').fill('0')
    await page.getByRole('button', { name: '職員の資格を保存する' }).click()
    await expect(block(page, '職員の資格').getByRole('row', { name: /防災士/ })).toContainText('0人')
    expect(
      await block(page, '職員の資格')
        .getByText(/最終確認/)
        .innerText(),
    ).toBe(confirmed)
  })
})
