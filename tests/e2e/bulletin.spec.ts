import fs from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { bringSession } from './support/people.ts'
import { expect, expectAccessible, keepScreen, secondAddress, test } from './support/test.ts'

// The secretariat files a document and announces it; the director finds it at home, reads it and says so; the mail can be
// chosen; the calendar is read elsewhere; and everything is handed over as one file.

test.use({ person: 'secretariat' })
test.setTimeout(180_000)

const TITLE = '雪おろしの応援の約束'

test('a document is filed, announced, read, acknowledged and handed over', async ({ page, browser }) => {
  await page.goto('/network')
  await page.getByRole('link', { name: '書類', exact: true }).click()
  await expect(page).toHaveURL(/network\/documents/)
  await keepScreen(page, 'documents')
  const form = page.getByRole('region', { name: '書類を置く' })
  await form.getByLabel(/^書類の名前/).fill(TITLE)
  await form.getByLabel(/^種類/).selectOption('CONTRACT')
  await expect(form.getByText(/目安は10年です/)).toBeVisible()
  await form.getByRole('button', { name: '書類を置く' }).click()
  await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible()

  const pdf = { name: '約束.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n見本') }
  await page.getByLabel(/^ファイル/).setInputFiles(pdf)
  await page.getByLabel(/^変わったところ/).fill('署名した版です。')
  await page.getByRole('button', { name: 'この版を置く' }).click()
  const version = page.getByRole('row', { name: /第1版/ })
  await expect(version).toContainText('署名した版です。')
  const kept = page.waitForEvent('download')
  await version.getByRole('button', { name: '第1版を開く' }).click()
  expect((await kept).suggestedFilename()).toBe('約束.pdf')
  await expect(version).toContainText('1人')
  await expectAccessible(page)
  await keepScreen(page, 'document')

  await page.goto('/network/announcements')
  const write = page.getByRole('region', { name: 'お知らせを出す' })
  await write.getByLabel(/^題/).fill(`${TITLE}をお読みください`)
  await write.getByLabel(/^本文/).fill('書類を棚に置きました。\n\nくわしくは https://mihon.example/yuki へ。')
  await write.getByRole('checkbox', { name: /「読みました」を押してもらう/ }).check()
  await write.getByRole('checkbox', { name: TITLE }).check()
  await expectAccessible(page)
  await write.getByRole('button', { name: 'お知らせを出す' }).click()
  await expect(page.getByRole('heading', { level: 1, name: `${TITLE}をお読みください` })).toBeVisible()
  await expect(page.getByText(/会員のうち0会員が「読みました」/)).toBeVisible()
  await keepScreen(page, 'announcement-secretariat')

  const context = await browser.newContext({ locale: 'ja-JP', timezoneId: 'Asia/Tokyo' })
  await bringSession(context, 'director', secondAddress())
  const director = await context.newPage()
  await director.goto(`${secondAddress()}/`)
  const todo = director.getByRole('listitem').filter({ hasText: `${TITLE}をお読みください` })
  await todo.getByRole('link', { name: 'お知らせを読む' }).click()
  await expect(director.getByRole('link', { name: /https:\/\/mihon\.example\/yuki/ })).toBeVisible()
  await keepScreen(director, 'announcement-director')
  await expectAccessible(director)
  await director.getByRole('button', { name: '読みました' }).click()
  await expect(director.getByText(/に「読みました」を押しました/)).toBeVisible()
  await director.goto(`${secondAddress()}/`)
  await expect(director.getByText(`${TITLE}をお読みください`)).toHaveCount(0)

  await director.goto(`${secondAddress()}/account/notices`)
  const news = director.getByRole('group', { name: /^事務局からのお知らせ/ })
  await expect(news.getByRole('radio', { name: /朝の1通にまとめて/ })).toBeChecked()
  await news.getByRole('radio', { name: 'メールでは受け取らない' }).check()
  await director.getByRole('button', { name: '受け取り方を保存する' }).click()
  await director.reload()
  await expect(news.getByRole('radio', { name: 'メールでは受け取らない' })).toBeChecked()
  await news.getByRole('radio', { name: /朝の1通にまとめて/ }).check()
  await director.getByRole('button', { name: '受け取り方を保存する' }).click()

  await director.goto(`${secondAddress()}/network/calendar`)
  await expect(director.getByRole('region', { name: '9月' })).toContainText('福祉避難所の開設訓練')
  await expect(director.getByText('事務局と会長の打合せ')).toHaveCount(0)
  await keepScreen(director, 'year-calendar')
  await director.getByRole('button', { name: 'アドレスを作る' }).click()
  const address = await director.getByLabel('カレンダーに登録するアドレス').inputValue()
  const feed = await director.request.get(`${secondAddress()}${new URL(address).pathname}`)
  expect(await feed.text()).toContain('SUMMARY:福祉避難所の開設訓練')
  await context.close()

  await page.reload()
  await expect(page.getByText(/会員のうち1会員が「読みました」/)).toBeVisible()

  await page.goto('/network/handover-package')
  await expectAccessible(page)
  await keepScreen(page, 'handover-package')
  const taken = page.waitForEvent('download')
  await page.getByRole('button', { name: '引き継ぎ一式を取り出す' }).click()
  const files = unzipSync(new Uint8Array(fs.readFileSync(await (await taken).path())))
  const index = strFromU8(files['index.html'] ?? new Uint8Array())
  expect(index).toContain(TITLE)
  expect(Object.keys(files)).toEqual(
    expect.arrayContaining(['contacts.csv', 'calendar.ics', expect.stringContaining(TITLE)]),
  )
})
