import { globalId } from '../../api/src/kernel/ids.ts'
import { ask } from './support/database.ts'
import { bringSession } from './support/people.ts'
import { expect, expectAccessible, keepScreen, secondAddress, test } from './support/test.ts'

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

test('a sheet is keyed in by somebody without an account, once; one leaves, one is taken in elsewhere', async ({
  page,
  browser,
}) => {
  await page.goto(await address())
  const here = page.locator('.yui-figures > div').filter({ hasText: 'いまいる人' })
  await expect(here).toContainText(/[0-9]/)
  const before = Number(/[0-9]+/.exec(await here.innerText())?.[0])

  await page.getByRole('link', { name: '記入用紙' }).click()
  const answer = page.waitForResponse(
    (response) => response.request().postData()?.includes('MakeIntakeSheets') ?? false,
  )
  await page.getByRole('button', { name: '用紙を作る' }).click()
  const { data } = (await (await answer).json()) as { data: { makeIntakeSheets: { secrets: string[] } } }
  const helper = await browser.newContext({ locale: 'ja-JP', timezoneId: 'Asia/Tokyo' })
  const typed = await helper.newPage()
  const link = `${secondAddress()}/intake-sheet#${data.makeIntakeSheets.secrets[0]}`
  await typed.goto(link)
  await expect(typed.getByRole('heading', { level: 1 })).toHaveText(/【訓練】受入用紙 第\d+号を入力する/)
  await typed.getByLabel('1行目 氏名').click()
  await typed.keyboard.type('見本 ななこ')
  await typed.keyboard.press('Enter')
  await expect(typed.getByLabel(/^1行目/).nth(1)).toBeFocused()
  await typed.keyboard.type('みほん ななこ')
  await typed.getByLabel('2行目 氏名').fill('見本 やえ')
  await expectAccessible(typed)
  await keepScreen(typed, 'intake-sheet-keyed')
  await typed.getByRole('button', { name: 'この用紙を送る' }).click()
  await expect(typed.getByText('受け取りました。')).toBeVisible()
  await typed.goto('about:blank')
  await typed.goto(link)
  await expect(typed.getByRole('button', { name: 'この用紙を送る' })).toHaveCount(0)
  await helper.close()

  await page.goto(await address())
  await expect(here).toContainText(String(before + 2))
  await page.getByRole('link', { name: '見本 やえ' }).click()
  await page.getByText('行き先を選んでください。').click()
  await page.getByRole('radio', { name: '自宅' }).check()
  await page.getByRole('button', { name: '出たことを記録する' }).click()
  await expect(here).toContainText(String(before + 1))

  await page.getByRole('link', { name: '見本 ななこ' }).click()
  await page.getByText('別の避難所に受け入れを頼む').click()
  const others = page.getByLabel(/^頼む避難所/)
  const to = await others.locator('option', { hasText: '見本いずみ園' }).getAttribute('value')
  await others.selectOption(to)
  await page.getByRole('button', { name: '受け入れを頼む', exact: true }).click()
  await expect(page.getByRole('status').filter({ hasText: '受け入れを頼みました。' })).toBeVisible()

  const elsewhere = await browser.newContext({ locale: 'ja-JP', timezoneId: 'Asia/Tokyo' })
  await bringSession(elsewhere, 'directorAndChair')
  const desk = await elsewhere.newPage()
  await desk.goto(`${secondAddress()}/`)
  await desk.getByRole('banner').getByText('選ぶ', { exact: true }).click()
  await desk.getByRole('banner').getByRole('button').filter({ hasText: '見本いずみ園' }).click()
  await expect(desk.getByText('見本いずみ園 として操作中')).toBeVisible()
  await desk.goto(`${secondAddress()}${(await address()).replace(/[^/]+$/, to ?? '')}`)
  await expect(desk.getByText('見本 ななこ')).toBeVisible()
  await desk.getByRole('button', { name: '受け入れた' }).first().click()
  await expect(desk.getByRole('link', { name: '見本 ななこ' })).toBeVisible()
  await keepScreen(desk, 'intake-arrived')
  await elsewhere.close()
  await page.goto(await address())
  await expect(here).toContainText(String(before))
})
