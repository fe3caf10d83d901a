import { globalId } from '../../api/src/kernel/ids.ts'
import { ask } from './support/database.ts'
import { bringSession } from './support/people.ts'
import { expect, expectAccessible, keepScreen, secondAddress, test } from './support/test.ts'

// A director reports from a telephone, with and without a network, while the secretariat looks at the board of another
// API process, which moves by itself.

test.use({
  person: 'director',
  viewport: { width: 390, height: 844 },
  expectedComplaints: [/ERR_INTERNET_DISCONNECTED/],
})
test.setTimeout(120_000)

test('six taps on a phone that loses its network, and a board that moves by itself', async ({
  page,
  context,
  browser,
}) => {
  const [row] = await ask<{ event: string; called: string }>(
    `select e.id as event, c.id as called from disaster_event e join platform p on p.id = e.platform_id
      join called_facility c on c.event_id = e.id join facility f on f.id = c.facility_id
      where p.sample and e.closed_at is null and f.name like '%見本あおば荘' order by e.opened_at limit 1`,
  )
  const event = globalId('DisasterEvent', row?.event ?? '')
  const called = globalId('CalledFacility', row?.called ?? '')

  const office = await browser.newContext({
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    viewport: { width: 1280, height: 900 },
  })
  await bringSession(office, 'secretariat')
  const board = await office.newPage()
  await board.goto(`${secondAddress()}/disasters/${event}`)
  await expect(board.getByRole('heading', { level: 1 })).toHaveText(/【訓練】福祉避難所 開設状況/)
  await expect(board).toHaveTitle(/【訓練】/)
  await expect(board.getByRole('heading', { name: /報告が遅れている施設/ })).toBeVisible()
  const line = board.getByRole('row', { name: /見本あおば荘/ })
  await expect(line).toContainText('開設中')
  await expect(line).toContainText('12')
  await keepScreen(board, 'disaster-board')

  await page.goto(`/disasters/${event}/report`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/【訓練】状況報告/)
  await page.getByRole('button', { name: '6問に答え直す' }).click()
  for (const answer of ['全員 無事', '一部だけ使える', '非常用で動いている', '出る', 'わからない'])
    await page.getByRole('button', { name: answer, exact: true }).click()
  await expect(page.getByText('残り 1問')).toBeVisible()
  await keepScreen(page, 'disaster-report')
  await context.setOffline(true)
  await page.getByRole('button', { name: '条件つき', exact: true }).click()
  await expect(page.getByText('この端末に保存しました')).toBeVisible()
  await keepScreen(page, 'disaster-report-waiting')
  await context.setOffline(false)
  await page.getByRole('button', { name: 'いま送ってみる' }).click()
  await expect(page.getByText('事務局に届きました').first()).toBeVisible()
  await expectAccessible(page)
  await keepScreen(page, 'disaster-report-sent')

  await page.goto(`/disasters/${event}/shelters/${called}`)
  await page.getByLabel('受入れ 昼（人）').fill('13')
  await page.getByRole('button', { name: '人数を送る' }).click()
  await expect(line).toContainText('13')
  await expect(line).toContainText('＋4')
  await keepScreen(page, 'disaster-shelter')
  await office.close()
})
