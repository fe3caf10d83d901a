import { bringSession } from './support/people.ts'
import { expect, expectAccessible, keepScreen, secondAddress, test } from './support/test.ts'

// The secretariat asks a facility; it stands on the director's home page until one click answers it.

test.use({ person: 'secretariat' })
test.setTimeout(120_000)

const FACILITY = '特別養護老人ホーム 見本あおば荘'

test('asked by the secretariat, answered with one click, seen by the secretariat', async ({
  page,
  browser,
}) => {
  await page.goto('/network')
  await page
    .getByRole('row', { name: /^連絡先/ })
    .getByRole('link')
    .first()
    .click()
  await expect(page).toHaveURL(/network\/facilities/)
  await expect(page.getByRole('row', { name: new RegExp(FACILITY) })).toBeVisible()
  await page.getByRole('checkbox', { name: `${FACILITY}を選ぶ` }).check()
  await page.getByRole('radio', { name: /^上の一覧で選んだ施設（いま1施設）/ }).check()
  await expect(page.getByRole('checkbox', { name: '連絡先' })).toBeChecked()
  await page.getByLabel(/^添えることば/).fill('夜間の番号を確かめてください。')
  await expectAccessible(page)
  await page.getByRole('button', { name: '確認をお願いする' }).click()

  await expect(page).toHaveURL(/network\/requests/)
  const row = page.getByRole('row', { name: new RegExp(FACILITY) })
  await expect(row).toContainText('連絡先：未回答')
  await expect(row).toContainText('夜間の番号を確かめてください。')
  await expectAccessible(page)
  await keepScreen(page, 'confirmation-requests')

  const director = await browser.newContext({ locale: 'ja-JP', timezoneId: 'Asia/Tokyo' })
  await bringSession(director, 'director')
  const home = await director.newPage()
  await home.goto(`${secondAddress()}/`)
  const todo = home.getByRole('listitem').filter({ hasText: '連絡先の確認（事務局からのお願い）' })
  await expect(todo).toBeVisible()
  await todo.getByRole('link', { name: '内容を確かめる' }).click()
  await home
    .getByRole('region', { name: '連絡先' })
    .getByRole('button', { name: /変わりありません/ })
    .click()
  await expect(home.getByRole('status').filter({ hasText: 'と記録しました' })).toBeVisible()
  await home.goto(`${secondAddress()}/`)
  await expect(home.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(home.getByText('事務局からのお願い')).toHaveCount(0)
  await director.close()

  await page.goto('/network/requests?state=ANSWERED')
  await expect(page.getByRole('row', { name: new RegExp(FACILITY) }).first()).toContainText(
    '連絡先：変わりなし',
  )
})
