import type { Locator, Page } from '@playwright/test'
import { globalId } from '../../api/src/kernel/ids.ts'
import { ask } from './support/database.ts'
import { expectNoSidewaysScroll, sizes } from './support/layout.ts'
import { bringSession } from './support/people.ts'
import { expect, expectAccessible, keepScreen, secondAddress, test } from './support/test.ts'

// The papers of the general meeting that is ahead: laid by the secretariat, opened by a member, and who has opened which;
// and a series whose meetings are prepared at once.

test.use({ person: 'secretariat' })
test.setTimeout(240_000)

/** The general meeting of the sample network whose notice is out. */
async function generalMeeting(): Promise<string> {
  const [row] = await ask<{ id: string }>(
    `select m.id from meeting m join platform p on p.id = m.platform_id
      where p.sample and m.organ = 'GENERAL_MEETING' and m.form = 'ASSEMBLY' and m.state = 'NOTICED' order by m.starts_at limit 1`,
  )
  return `/network/meetings/${globalId('Meeting', row?.id ?? '')}`
}

/** An item of the agenda with its papers. */
const itemCalled = (page: Page, name: string): Locator =>
  page.getByRole('listitem').filter({ has: page.getByText(name, { exact: true }) })

const file = (name: string, text: string) => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.from(`%PDF-1.7\n${text}`),
})

test('a paper is laid before an item, opened by a member, and its receipt is seen', async ({
  page,
  browser,
}) => {
  const meeting = await generalMeeting()
  await page.goto(meeting)
  await page.getByRole('link', { name: '資料をそろえる' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '資料' })).toBeVisible()
  const budget = page.getByRole('list', { name: '議案第1号の資料' })
  await expect(budget.getByText(/^開いた会員　19のうち\d+$/).first()).toBeVisible()
  await expect(page.getByText('通知のあとに新しい版になりました')).toBeVisible()
  await keepScreen(page, 'papers-secretariat')

  // A new paper: its name, then its file.
  const motion = itemCalled(page, '議案第1号')
  await motion.getByText('議案第1号に資料を加える').click()
  const title = '資料2の2 予備費の残り'
  await motion.getByLabel(/^資料の名前/).fill(title)
  await motion.getByRole('button', { name: 'ファイルを選ぶ画面へ進む' }).click()
  const placed = budget.getByRole('listitem').filter({ hasText: title })
  await expect(placed.getByText('ファイルがまだありません。会員には見えません。')).toBeVisible()
  await expectAccessible(page)
  await placed.getByLabel(/^ファイル/).setInputFiles(file('予備費.pdf', '見本'))
  await placed.getByRole('button', { name: 'この版を置く' }).click()
  await expect(placed.getByText('通知のあとに加わりました')).toBeVisible()
  await expect(placed.getByText('開いた会員　19のうち0')).toBeVisible()

  // One of the shelf.
  const report = itemCalled(page, '報告第1号')
  await report.getByText('報告第1号に資料を加える').click()
  await report.getByLabel(/^書類/).selectOption({ label: '見本地区社会福祉法人連絡協議会 会則' })
  await report.getByRole('button', { name: 'この書類を資料にする' }).click()
  await expect(page.getByRole('list', { name: '報告第1号の資料' })).toContainText('会則')

  // A member is told, finds it unread, and opens it.
  const context = await browser.newContext({ locale: 'ja-JP', timezoneId: 'Asia/Tokyo' })
  await bringSession(context, 'director')
  const director = await context.newPage()
  await director.goto(`${secondAddress()}/notifications`)
  await expect(director.getByText(`資料「${title}」が加わりました`)).toBeVisible({ timeout: 30_000 })
  await director.goto(`${secondAddress()}${meeting}`)
  const own = director
    .getByRole('list', { name: '議案第1号の資料' })
    .getByRole('listitem')
    .filter({ hasText: title })
  await expect(own.getByText('未読')).toBeVisible()
  await expect(director.getByRole('link', { name: /^資料を見る（未読\d+件）$/ })).toBeVisible()
  await expect(director.getByText(/開いた会員/)).toHaveCount(0)
  await expectAccessible(director)
  await keepScreen(director, 'papers-notice-director')
  await director.setViewportSize(sizes.phone)
  await expectNoSidewaysScroll(director)
  await keepScreen(director, 'papers-notice-director-phone')
  const kept = director.waitForEvent('download')
  await own.getByRole('button', { name: `${title}を開く` }).click()
  expect((await kept).suggestedFilename()).toBe('予備費.pdf')
  await expect(own.getByText('未読')).toHaveCount(0)
  await director.goto(`${secondAddress()}${meeting}/room`)
  const lying = director.getByText(/^資料\d+件/).filter({ visible: true })
  await expect(lying.first()).toBeVisible()
  await keepScreen(director, 'papers-room-phone')

  // The secretariat sees who has, also in the room.
  await page.goto(`${meeting}/room`)
  await page
    .getByRole('navigation', { name: '議事次第' })
    .getByRole('link', { name: /議案第1号/ })
    .click()
  const inRoom = page
    .getByRole('list', { name: '議案第1号の資料' })
    .getByRole('listitem')
    .filter({ hasText: title })
  await inRoom.getByText('開いた会員　19のうち1').click()
  await expect(inRoom.getByRole('row', { name: /見本あおば会/ })).toContainText(/\d+時|\d+:\d+/)
  await expect(inRoom.getByRole('row', { name: /見本いずみ会/ })).toContainText('まだ')
  await expectAccessible(page)
  await keepScreen(page, 'papers-room')

  // What a member has read stays; what nobody has is taken off.
  await page.goto(`${meeting}/papers`)
  await placed.getByRole('button', { name: /^資料から外す/ }).click()
  await expect(
    placed.getByText('通知のあとに会員が開いた資料は、外せません。', { exact: false }),
  ).toBeVisible()
  const rules = page
    .getByRole('list', { name: '報告第1号の資料' })
    .getByRole('listitem')
    .filter({ hasText: '会則' })
  await rules.getByRole('button', { name: /^資料から外す/ }).click()
  await expect(rules).toHaveCount(0)
  await context.close()
})

test('a ballot shows the papers of its item', async ({ page, browser }) => {
  const [row] = await ask<{ item: string; meeting: string }>(
    `select i.id as item, m.id as meeting from agenda_item i join meeting m on m.id = i.meeting_id
      join platform p on p.id = m.platform_id where p.sample and m.form = 'WRITTEN' and i.state = 'VOTING' limit 1`,
  )
  const meeting = `/network/meetings/${globalId('Meeting', row?.meeting ?? '')}`
  await page.goto(`${meeting}/papers`)
  await page.getByText('議案第1号に資料を加える').click()
  await page.getByLabel(/^資料の名前/).fill('見積もりの比べ')
  await page.getByRole('button', { name: 'ファイルを選ぶ画面へ進む' }).click()
  const placed = page.getByRole('list', { name: '議案第1号の資料' })
  await placed.getByLabel(/^ファイル/).setInputFiles(file('見積もり.pdf', '見本'))
  await placed.getByRole('button', { name: 'この版を置く' }).click()
  await expect(placed.getByText('通知のあとに加わりました')).toBeVisible()
  const context = await browser.newContext({ locale: 'ja-JP', timezoneId: 'Asia/Tokyo' })
  await bringSession(context, 'director')
  const director = await context.newPage()
  await director.setViewportSize(sizes.phone)
  await director.goto(`${secondAddress()}${meeting}/vote/${globalId('AgendaItem', row?.item ?? '')}`)
  const papers = director.getByRole('list', { name: '議案第1号の資料' })
  await expect(papers.getByText('未読')).toBeVisible()
  await expectNoSidewaysScroll(director)
  await keepScreen(director, 'papers-ballot-phone')
  await context.close()
})

test('a series is set up, its meetings are prepared at once and edited one by one', async ({ page }) => {
  await page.goto('/network/meetings')
  await keepScreen(page, 'meetings-with-series')
  await page.getByRole('link', { name: '定例の会議を決める' }).click()
  await page.getByRole('radio', { name: /^役員会/ }).check()
  await page.getByLabel(/^定例の会議の名前/).fill('見本の役員会')
  await page.getByRole('button', { name: '議案・報告を加える' }).click()
  await page.getByLabel(/^件名/).fill('前回からの報告')
  await expectAccessible(page)
  await keepScreen(page, 'series-new')
  await page.getByRole('button', { name: '定例の会議を決める' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '見本の役員会' })).toBeVisible()

  // 毎月 第2水曜日 14時、6回, from the second Wednesday of the month after the next.
  const now = new Date()
  const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 2, 1))
  const wednesday = 1 + ((3 - month.getUTCDay() + 7) % 7) + 7
  const first = page.getByRole('group', { name: /^はじめの開催日/ })
  await first.getByLabel('年', { exact: true }).fill(String(month.getUTCFullYear() - 2018))
  await first.getByLabel('月', { exact: true }).fill(String(month.getUTCMonth() + 1))
  await first.getByLabel('日', { exact: true }).fill(String(wednesday))
  await expect(page.getByText('第2水曜日', { exact: true })).toBeVisible()
  const dates = page.getByRole('region', { name: '準備する会議' }).getByRole('listitem')
  await expect(dates).toHaveCount(6)
  for (const date of await dates.all()) await expect(date).toContainText('水')
  await page.getByLabel(/^場所/).fill('見本会館')
  await expectAccessible(page)
  await keepScreen(page, 'series-dates')
  await page.getByRole('button', { name: '6回の会議を準備する' }).click()
  const table = page.getByRole('table', { name: 'この定例の会議' })
  await expect(table.getByRole('link', { name: '準備を続ける' })).toHaveCount(6)
  await keepScreen(page, 'series')
  await page.setViewportSize(sizes.phone)
  await expectNoSidewaysScroll(page)
  await keepScreen(page, 'series-phone')
  await page.setViewportSize(sizes.pc)

  // One of them is held elsewhere: it changes alone.
  await table.getByRole('link', { name: '準備を続ける' }).last().click()
  await expect(page.getByRole('link', { name: '見本の役員会', exact: true })).toBeVisible()
  await expect(page.getByRole('list').getByText('前回からの報告')).toBeVisible()
  await page.getByText('日時や場所を直す').click()
  await page.getByLabel(/^場所/).fill('見本集会所')
  await page.getByRole('button', { name: '日時と場所を保存する' }).click()
  await expect(page.getByText('見本集会所', { exact: true })).toBeVisible()
  await page.getByRole('link', { name: '見本の役員会', exact: true }).click()
  await expect(table.getByText('見本集会所')).toHaveCount(1)
  await expect(table.getByText('見本会館')).toHaveCount(5)
})
