import type { Page } from '@playwright/test'
import { ask } from './support/database.ts'
import { bringSession } from './support/people.ts'
import { expect, expectAccessible, keepScreen, secondAddress, test } from './support/test.ts'

// A corporation entrusts its network's secretariat, sees what depends on it, and ends it; and it is entrusted itself.

test.use({ person: 'administrator' })
test.setTimeout(120_000)

const AOBA = '社会福祉法人 見本あおば会'
const KOBUSHI = '社会福祉法人 見本こぶし会'

async function pathOf(type: 'Corporation' | 'Facility', name: string): Promise<string> {
  const [row] = await ask<{ id: string }>(
    `select id from ${type.toLowerCase()} where name like $1 and sample order by name limit 1`,
    [`%${name}`],
  )
  const kind = type === 'Corporation' ? 'corporations' : 'facilities'
  return `/${kind}/${Buffer.from(`${type}:${row?.id}`).toString('base64url')}`
}

const section = (page: Page, name: string) => page.getByRole('region', { name })

test('entrusts the secretariat, which confirms on its behalf, and ends it after seeing what is open', async ({
  page,
  browser,
}) => {
  await page.goto(await pathOf('Corporation', '見本あおば会'))
  const given = section(page, '任せている権限')
  await expect(given).toContainText('任せている権限はありません。')
  await given.getByRole('link', { name: '任せる' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('権限を任せる')
  await page.getByRole('button', { name: '任せる' }).click()
  await expect(page.getByText('任せることを選んでください').first()).toBeVisible()
  await expectAccessible(page)
  // The corporation belongs to two networks: which of them is asked.
  await page
    .getByRole('combobox', { name: /^ネットワーク/ })
    .selectOption({ label: '見本地区社会福祉法人連絡協議会' })
  await page.getByLabel('「変わりありません」の記録').check()
  await page.getByLabel('覚え書き').fill('年度末までお願いします。')
  await keepScreen(page, 'grants-give')
  await page.getByRole('button', { name: '任せる' }).click()
  await expect(given.getByRole('row', { name: /変わりありません/ })).toContainText('連絡協議会 事務局')
  await expectAccessible(page)
  await keepScreen(page, 'grants-given')

  // The secretariat, at another server.
  const other = await browser.newContext({ locale: 'ja-JP', timezoneId: 'Asia/Tokyo' })
  await bringSession(other, 'secretariat')
  const office = await other.newPage()
  await office.goto(`${secondAddress()}/entrusted`)
  await expect(section(office, AOBA)).toContainText('年度末までお願いします。')
  await office.goto(`${secondAddress()}${await pathOf('Facility', '見本あおば荘')}`)
  await expect(office.getByText(`${AOBA}から、登録の手入れを任されています。`)).toBeVisible()
  const equipment = section(office, '設備・備え')
  await expect(equipment).toContainText(`${AOBA}から任されて`)
  await equipment.getByRole('button', { name: /変わりありません/ }).click()
  await expect(equipment.locator('.yui-chunk__confirmed')).toContainText(`${AOBA}から任されて`)
  await expectAccessible(office)
  await keepScreen(office, 'grants-facility')

  // Its own people see who confirmed, and the audit says on whose behalf.
  await page.goto('/audit?command=confirmFacilityUnchanged')
  await expect(page.getByRole('row').nth(1)).toContainText(`${AOBA}から任されて`)

  await page.goto(await pathOf('Corporation', '見本あおば会'))
  await given.getByRole('link', { name: /やめる/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('任せるのをやめる')
  await expect(page.getByRole('main')).toContainText('この権限で行われた確認1回は、そのまま有効です。')
  await expectAccessible(page)
  await keepScreen(page, 'grants-end')

  // Some of the open work is done meanwhile: what is left is shown anew before it ends.
  await office.goto(`${secondAddress()}${await pathOf('Facility', '見本あおばの丘')}`)
  const resources = section(office, '部屋・車')
  await resources.getByRole('button', { name: /変わりありません/ }).click()
  await expect(resources.locator('.yui-chunk__confirmed')).toContainText(`${AOBA}から任されて`)
  await page.getByRole('button', { name: '任せるのをやめる' }).click()
  await expect(page.getByText('画面を開いたあとに仕事が変わりました').first()).toBeVisible()
  await expect(page.getByRole('main')).toContainText('この権限で行われた確認2回は、そのまま有効です。')
  await page.getByRole('button', { name: '任せるのをやめる' }).click()
  await expect(given).toContainText('任せている権限はありません。')

  await office.goto(`${secondAddress()}${await pathOf('Facility', '見本あおば荘')}`)
  await expect(section(office, '設備・備え')).toContainText(`${AOBA}から任されて`)
  await expect(office.getByText('登録の手入れを任されています')).toHaveCount(0)
  await expect(section(office, '設備・備え').getByRole('button', { name: /変わりありません/ })).toHaveCount(0)
  await other.close()
})

test('looks after another corporation, corrects on its behalf, and gives one thing back', async ({
  page,
}) => {
  await page.goto('/')
  await page.getByRole('link', { name: '任されている法人' }).click()
  const held = section(page, KOBUSHI)
  await expect(held.getByRole('row', { name: /登録の訂正/ })).toBeVisible()
  await expectAccessible(page)
  await keepScreen(page, 'grants-held')
  await held.getByRole('link', { name: 'この法人と施設のページを開く' }).click()
  await expect(page.getByText(`${KOBUSHI}から、登録の手入れを任されています。`)).toBeVisible()
  await expect(section(page, '契約の決まり')).toHaveCount(0)

  await page
    .getByRole('link', { name: /見本こぶし/ })
    .last()
    .click()
  const staff = section(page, '職員の資格')
  await staff.getByRole('link', { name: /直す/ }).click()
  await expect(page.getByText(`として、${KOBUSHI}から任されて保存します。`)).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: '職員の資格を保存する' }).click()
  await expect(staff).toContainText(`${KOBUSHI}から任されて`)

  await page.goto('/entrusted')
  await held
    .getByRole('row', { name: /連絡先をすべて/ })
    .getByRole('link', { name: /返す/ })
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('任された権限を返す')
  await expect(page.getByRole('main')).toContainText('見えなくなります。')
  await expect(page.getByRole('main')).toContainText('連絡先を確かめることと直すことは、できなくなります。')
  await expectAccessible(page)
  await keepScreen(page, 'grants-give-back')
  await page.getByRole('button', { name: '権限を返す' }).click()
  await expect(held.getByRole('row', { name: /登録の訂正/ })).toBeVisible()
  await expect(held.getByRole('row', { name: /連絡先をすべて/ })).toHaveCount(0)
})
