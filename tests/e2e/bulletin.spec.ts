import fs from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { ask } from './support/database.ts'
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
  await bringSession(context, 'director')
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
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expectAccessible(page)
  await keepScreen(page, 'handover-package')
  const taken = page.waitForEvent('download')
  await page.getByRole('button', { name: '引き継ぎ一式を取り出す' }).click()
  const files = unzipSync(new Uint8Array(fs.readFileSync(await (await taken).path())))
  const index = strFromU8(files['index.html'] ?? new Uint8Array())
  expect(index).toContain(TITLE)
  expect(Object.keys(files)).toEqual(
    expect.arrayContaining([
      'contacts.csv',
      'calendar.ics',
      'tasks.csv',
      'dues.csv',
      expect.stringContaining(TITLE),
    ]),
  )
})

test('an announcement to a committee is planned, corrected, and seen by its members alone', async ({
  page,
  browser,
}) => {
  await page.goto('/network/announcements')
  const write = page.getByRole('region', { name: 'お知らせを出す' })
  await write.getByLabel(/^題/).fill('部会の打合せ')
  await write.getByLabel(/^本文/).fill('議題を集めています。')
  await write.getByRole('radio', { name: /部会の会員だけ/ }).check()
  await write.getByLabel(/^あて先の部会/).selectOption({ label: '就労支援部会' })
  await write.getByRole('radio', { name: '日時を決めて出す' }).check()
  const day = write.getByRole('group', { name: /^出す日/ })
  await day.getByLabel('年', { exact: true }).fill('30')
  await write.getByLabel(/^出す時刻/).fill('９：００')
  await expectAccessible(page)
  await keepScreen(page, 'announcement-to-committee')
  await write.getByRole('button', { name: 'お知らせを出す' }).click()

  await expect(page.getByRole('heading', { level: 1, name: '部会の打合せ' })).toBeVisible()
  await expect(page.getByText(/に出る予定です/)).toBeVisible()
  await expect(page.getByText('就労支援部会あて')).toBeVisible()
  const address = new URL(page.url()).pathname
  const edit = page.getByRole('region', { name: 'お知らせの予定を直す' })
  await expect(edit.getByLabel(/^出す時刻/)).toHaveValue('9:00')
  await edit.getByLabel(/^題/).fill('就労支援部会の打合せ')
  await expectAccessible(page)
  await keepScreen(page, 'announcement-edit')
  await edit.getByRole('button', { name: '予定を直す' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '就労支援部会の打合せ' })).toBeVisible()

  // Out at once: the members of the committee have it, and nobody else.
  await edit.getByRole('radio', { name: 'すぐに出す' }).check()
  await edit.getByRole('button', { name: '予定を直す' }).click()
  await expect(page.getByText(/に出ました。/)).toBeVisible()
  await expect(edit).toHaveCount(0)
  const readers = page.getByRole('region', { name: '会員の確認の状況' })
  await expect(readers.getByRole('row')).toHaveCount(5)

  const seats = await ask<{ name: string }>(
    `select co.name from committee_member m join committee c on c.id = m.committee_id
       join corporation co on co.id = m.corporation_id where c.name = '就労支援部会'`,
  )
  for (const { name } of seats)
    await expect(readers.getByRole('row', { name: new RegExp(name) })).toBeVisible()
  const context = await browser.newContext({ locale: 'ja-JP', timezoneId: 'Asia/Tokyo' })
  await bringSession(context, 'administrator')
  const administrator = await context.newPage()
  await administrator.goto(`${secondAddress()}/`)
  const isSeated = seats.some(({ name }) => name.endsWith('見本あおば会'))
  await administrator.goto(`${secondAddress()}${address}`)
  await expect(
    administrator.getByRole('heading', {
      level: 1,
      name: isSeated ? '就労支援部会の打合せ' : 'このお知らせは見つかりません。',
    }),
  ).toBeVisible()
  await context.close()
})

test.describe('the operator', () => {
  test.use({ person: 'operator' })

  test('corrects a proposal for how long papers are kept, and confirms it against its source', async ({
    page,
  }) => {
    await page.goto('/admin/services')
    await page.getByRole('link', { name: '書類の保存年数の案' }).click()
    await expect(page.getByRole('heading', { level: 1, name: '書類の保存年数の案' })).toBeVisible()
    await expectAccessible(page)
    await keepScreen(page, 'retention')
    const row = page.getByRole('row', { name: /^様式/ })
    await row.getByRole('button', { name: /^直す/ }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: /^年数/ }).fill('５')
    await dialog.getByLabel(/^根拠/).fill('見本の規程1条（様式は5年）')
    await expectAccessible(page)
    await keepScreen(page, 'retention-correct')
    await dialog.getByRole('button', { name: '保存する' }).click()
    await expect(dialog).toHaveCount(0)
    await expect(row).toContainText('5年')
    await expect(row).toContainText('未確認')
    await row.getByRole('button', { name: /^出典を記録する/ }).click()
    await dialog.getByRole('button', { name: '確かめたと記録する' }).click()
    await expect(row).toContainText(/に確認/)
    await expect(row).not.toContainText('未確認')
  })
})
