import { globalId } from '../../api/src/kernel/ids.ts'
import { ask } from './support/database.ts'
import { expect, expectAccessible, keepScreen, test } from './support/test.ts'

// The night at a shelter's desk, on a phone: numbers first, a name, a disagreement and a person entered twice, a sheet.

test.use({ person: 'staff', viewport: { width: 390, height: 844 } })
test.setTimeout(120_000)

const address = async () => {
  const [row] = await ask<{ event: string; opening: string }>(
    `select o.event_id as event, o.id as opening from intake_book b join shelter_opening o on o.id = b.opening_id
     join facility f on f.id = o.facility_id where f.sample order by b.id limit 1`,
  )
  return `/disasters/${globalId('DisasterEvent', row?.event ?? '')}/intake/${globalId('ShelterOpening', row?.opening ?? '')}`
}

test('counts first and names later, settles what two desks wrote, and takes in a paper sheet', async ({
  page,
}) => {
  await page.goto(await address())
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/【訓練】受け入れ/)
  const figure = (label: string) => page.locator('.yui-figures > div').filter({ hasText: label })
  await expect(figure('いまいる人')).toContainText('9')
  await keepScreen(page, 'intake')

  await page.getByLabel(/^何人来ましたか/).fill('３')
  await page.getByRole('button', { name: '人数を入れる' }).click()
  await expect(figure('いまいる人')).toContainText('12')
  await expect(figure('名前をまだ聞いていない人')).toContainText('8')

  await page.getByRole('button', { name: '「ふつう」が正しい' }).click()
  await expect(page.getByRole('heading', { name: '食い違い' })).toHaveCount(0)
  await page
    .getByRole('listitem')
    .filter({ hasText: 'ふりがなが同じ' })
    .getByRole('button', { name: '同じ人' })
    .click()
  await expect(figure('いまいる人')).toContainText('11')

  await page.getByRole('link', { name: '名前を入れる' }).first().click()
  await page.getByLabel(/^氏名/).fill('見本 むつみ')
  await page.getByRole('checkbox', { name: '高齢者' }).check()
  await keepScreen(page, 'intake-person')
  await page.getByRole('button', { name: '保存する' }).click()
  await expect(page.getByRole('link', { name: '見本 むつみ' })).toBeVisible()
  await expect(figure('いまいる人')).toContainText('11')
  await expect(figure('名前をまだ聞いていない人')).toContainText('7')

  await page.getByRole('link', { name: '記入用紙' }).click()
  await page.getByRole('button', { name: '用紙を作る' }).click()
  await expect(page.getByRole('img', { name: /入力するためのコード/ })).toBeVisible()
  await expectAccessible(page)
  await keepScreen(page, 'intake-sheet-paper')

  await page.goto(`${await address()}/search`)
  await page.getByLabel(/^たずねている人/).fill('見本 いつお')
  await page.getByLabel(/^続柄/).fill('長男')
  await page.getByRole('radio', { name: '写真つきの身分証' }).check()
  await page.getByLabel(/^さがしている人/).fill('みほん いちこ')
  await page.getByLabel(/^生まれた年/).fill('1938')
  await page.getByRole('button', { name: 'さがす' }).click()
  await expect(page.getByText(/見つかりました.*見本あおば荘/)).toBeVisible()
  await keepScreen(page, 'intake-search')
})
