import { globalId } from '../../api/src/kernel/ids.ts'
import { ask } from './support/database.ts'
import { expectNoSidewaysScroll, sizes } from './support/layout.ts'
import { bringSession } from './support/people.ts'
import { expect, expectAccessible, keepScreen, secondAddress, test } from './support/test.ts'

// The order of the papers of an item, and a body without an account that reads them by its link and answers.

test.use({ person: 'secretariat' })
test.setTimeout(120_000)

test('papers are put in order, and an invited body reads them by its link', async ({ page, browser }) => {
  const [row] = await ask<{ id: string }>(
    `select m.id from meeting m join platform p on p.id = m.platform_id
      where p.sample and m.organ = 'GENERAL_MEETING' and m.form = 'ASSEMBLY' and m.state = 'NOTICED' order by m.starts_at limit 1`,
  )
  const meeting = `/network/meetings/${globalId('Meeting', row?.id ?? '')}`
  await page.goto(`${meeting}/papers`)
  const motion = page.getByRole('listitem').filter({ has: page.getByText('議案第2号', { exact: true }) })
  const papers = page.getByRole('list', { name: '議案第2号の資料' })
  const lines = papers.getByRole('listitem')
  // Titles as they lie there; those of the sample come first.
  const titles = () => lines.locator('.yui-papers__title b').allTextContents()
  await motion.getByText('議案第2号に資料を加える').click()
  for (const title of ['新旧の比べ', '会費の見込み']) {
    await motion.getByLabel(/^資料の名前/).fill(title)
    await motion.getByRole('button', { name: 'ファイルを選ぶ画面へ進む' }).click()
    const placed = lines.filter({ hasText: title })
    await placed.getByLabel(/^ファイル/).setInputFiles({
      name: `${title}.pdf`,
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.7\n見本'),
    })
    await placed.getByRole('button', { name: 'この版を置く' }).click()
    await expect(placed.getByText('通知のあとに加わりました')).toBeVisible()
  }
  const before = await titles()
  expect(before.slice(-2)).toEqual(['新旧の比べ', '会費の見込み'])
  await lines.filter({ hasText: '会費の見込み' }).getByRole('button', { name: /^上へ/ }).click()
  await expect.poll(titles).toEqual([...before.slice(0, -2), '会費の見込み', '新旧の比べ'])
  // The first has nowhere further up to go, the last nowhere further down.
  await expect(lines.first().getByRole('button', { name: /^上へ/ })).toHaveCount(0)
  await expect(lines.last().getByRole('button', { name: /^下へ/ })).toHaveCount(0)

  // A member reads them in the new order.
  const context = await browser.newContext({ locale: 'ja-JP', timezoneId: 'Asia/Tokyo' })
  await bringSession(context, 'director')
  const director = await context.newPage()
  await director.goto(`${secondAddress()}${meeting}`)
  const read = director.getByRole('list', { name: '議案第2号の資料' }).getByRole('listitem')
  await expect(read.last()).toContainText('新旧の比べ')
  await context.close()

  // The secretariat makes a link for a body without an account.
  await page.goto(meeting)
  const guests = page.getByRole('region', { name: '招いた団体' })
  await guests.getByLabel(/^団体の名前/).fill('見本市 福祉課')
  await guests.getByRole('button', { name: 'リンクを作る' }).click()
  const link = new URL((await guests.locator('code').textContent()) ?? '')
  expect(link.pathname).toBe('/meeting-guest')
  const line = guests.getByRole('row', { name: /見本市 福祉課/ })
  await expect(line).toContainText('まだ開いていません')

  const outside = await browser.newContext({
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    viewport: sizes.phone,
  })
  const guest = await outside.newPage()
  await guest.goto(`${secondAddress()}${link.pathname}${link.hash}`)
  await expect(guest.getByText('見本市 福祉課')).toBeVisible()
  // Nobody reads the secret over a shoulder.
  expect(new URL(guest.url()).hash).toBe('')
  const theirs = guest.getByRole('list', { name: /の資料$/ }).getByRole('listitem')
  const paper = theirs.filter({ hasText: '会費の見込み' })
  await expect(paper).toBeVisible()
  await expectNoSidewaysScroll(guest)
  await expectAccessible(guest)
  const kept = guest.waitForEvent('download')
  await paper.getByRole('button', { name: '会費の見込みを開く' }).click()
  expect((await kept).suggestedFilename()).toBe('会費の見込み.pdf')
  await expect(paper.getByText(/に開きました/)).toBeVisible()
  await guest.getByRole('radio', { name: '会場に行く' }).check()
  await guest.getByLabel(/^人数/).fill('２')
  await guest.getByRole('button', { name: '出欠を送る' }).click()
  await expect(guest.getByText('「会場に行く」で受け取っています。', { exact: false })).toBeVisible()
  await keepScreen(guest, 'meeting-guest-phone')

  // The secretariat sees what was read and answered, and takes the link back.
  await page.reload()
  await expect(line).toContainText('会費の見込み')
  await expect(line).toContainText('2名')
  await line.getByRole('button', { name: '見本市 福祉課のリンクを止める' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'リンクを止める' }).click()
  await expect(line.getByRole('button', { name: /リンクを止める/ })).toHaveCount(0)
  await guest.goto('about:blank')
  await guest.goto(`${secondAddress()}${link.pathname}${link.hash}`)
  await expect(guest.getByText('このリンクは使えなくなりました。', { exact: false })).toBeVisible()
  await expect(guest.getByRole('list', { name: /の資料$/ })).toHaveCount(0)
  await outside.close()
})
