import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { bringSession } from './support/people.ts'
import { expect, expectAccessible, keepScreen, secondAddress, test } from './support/test.ts'

// The register of the sample network: found, read, worked on; the minutes of its summer meeting, taken back and put again.

test.use({ person: 'secretariat' })
test.setTimeout(120_000)

const BUS = '共同車両（福祉バス）の賃借契約を結ぶこと'

test('a decision says why it came about, by which rule, and what follows', async ({ page }) => {
  await page.goto('/network/decisions')
  await page.getByLabel('ことばで絞り込む').fill('福祉バス 賃借契約')
  await page.getByRole('button', { name: '絞り込む' }).click()
  await expect(page).toHaveURL(/text=/)
  await expect(page.getByText('全1件のうち1件')).toBeVisible()
  await page.getByRole('link', { name: BUS }).click()

  await expect(page.getByRole('heading', { level: 1 })).toContainText(BUS)
  const why = page.getByRole('region', { name: 'この議決が成立した理由' })
  await expect(why.getByText('議決に加われる会員は 18 法人')).toBeVisible()
  await expect(why.getByText('出席 15 法人、必要 10 法人（余裕 5）')).toBeVisible()
  await expect(why.getByText('賛成 11、必要 8（余裕 3）')).toBeVisible()
  await expect(why.getByText('同数ではないため、議長の裁決はなし')).toBeVisible()
  await expect(why.getByText(/賛成があと4票少なければ、可決になりませんでした（11 → 7）/)).toBeVisible()
  await expect(page.getByText('一致', { exact: true })).toBeVisible()
  await expectAccessible(page)
  await keepScreen(page, 'decision')

  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '票と規則をCSVで保存' }).click(),
  ])
  const rows = fs.readFileSync(await file.path(), 'utf8')
  expect(rows).toContain('議決番号,令和')
  expect(rows).toContain('8,社会福祉法人 見本くるみ会,1,除斥')
  expect(rows).toContain('再計算,一致')

  const task = page.getByRole('row', { name: /運行表を会員に配る/ })
  await task.getByRole('button', { name: /取りかかる$/ }).click()
  await expect(task).toContainText('作業中')
  await task.getByRole('button', { name: /済みにする$/ }).click()
  await expect(task).toContainText('済み')
  await task.getByRole('button', { name: /やり直しにする$/ }).click()
  await expect(task).toContainText('これから')
})

test('locked minutes are filed on the shelf, and the paper that anybody gets is the one filed', async ({
  page,
}) => {
  await page.goto('/network/decisions')
  await page.getByRole('link', { name: BUS }).click()
  await page.getByRole('link', { name: '議事録を開く' }).click()
  const kept = page.getByRole('region', { name: '保管しているPDF' })
  // The worker files it; the page hears of that by itself.
  const seal = kept.getByText(/PDFの印（SHA-256）/)
  await expect(seal).toBeVisible({ timeout: 60_000 })
  await kept.scrollIntoViewIfNeeded()
  await keepScreen(page, 'minutes-filed')
  const hash = /[0-9a-f]{64}/.exec(await seal.innerText())?.[0]
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'PDFで保存' }).click(),
  ])
  const bytes = fs.readFileSync(await file.path())
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(hash)

  await kept.getByRole('link', { name: '棚の書類を開く' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /総会-第\d+回 議事録/ })).toBeVisible()
  await expect(page.getByText(/この書類は、ポータルが作ったものです/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'この版を置く' })).toHaveCount(0)
  await expectAccessible(page)
  await keepScreen(page, 'document-of-the-portal')
})

test('locked minutes are read by a member, on the screen and on paper', async ({ page, browser }) => {
  await page.goto('/network/decisions')
  await page.getByRole('link', { name: BUS }).click()
  await page.getByRole('link', { name: '議事録を開く' }).click()
  await expect(page.getByText('全員が署名しました。変えることはできません。')).toBeVisible()
  const address = new URL(page.url()).pathname

  const member = await browser.newContext({ locale: 'ja-JP', timezoneId: 'Asia/Tokyo' })
  await bringSession(member, 'administrator')
  const reader = await member.newPage()
  await reader.goto(`${secondAddress()}${address}`)
  await expect(reader.getByRole('heading', { name: /議案第3号/ })).toBeVisible()
  await expect(reader.getByText(/特別の利害関係があるとして（契約の相手方である）/)).toBeVisible()
  await expectAccessible(reader)
  const [file] = await Promise.all([
    reader.waitForEvent('download'),
    reader.getByRole('button', { name: 'PDFで保存' }).click(),
  ])
  expect(file.suggestedFilename()).toMatch(/総会-第2回-議事録\.pdf$/)
  expect(
    fs
      .readFileSync(await file.path())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')
  await member.close()
})

test('minutes before their signers are taken back, edited, put again and signed', async ({
  page,
  browser,
}) => {
  await page.goto('/network/decisions')
  await page.getByRole('link', { name: '今年度の事業計画と予算' }).click()
  await page.getByRole('link', { name: '議事録を開く' }).click()
  const address = new URL(page.url()).pathname
  await page.getByRole('button', { name: '署名の前に戻す' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(/^理由/).fill('質問の記録を加えるため')
  await dialog.getByRole('button', { name: '署名の前に戻す' }).click()

  await page.getByLabel(/^報告第1号について/).fill('事務局が報告した。質問はなかった。')
  await page.getByRole('button', { name: '議事録を保存する' }).click()
  await expect(page.getByText('議事録を保存しました。')).toBeAttached()
  await expectAccessible(page)
  await keepScreen(page, 'minutes-draft')
  await page.getByRole('button', { name: '署名をお願いする' }).click()
  await expect(page.getByText('内容は変えられません。')).toBeVisible()

  const chair = await browser.newContext({ locale: 'ja-JP', timezoneId: 'Asia/Tokyo' })
  await bringSession(chair, 'administrator')
  const signer = await chair.newPage()
  await signer.goto(`${secondAddress()}/`)
  await expect(signer.getByText('議事録への署名').first()).toBeVisible()
  await signer.goto(`${secondAddress()}${address}`)
  await expect(signer.getByText('事務局が報告した。質問はなかった。')).toBeVisible()
  await signer.getByRole('button', { name: '署名の内容を確かめる' }).click()
  const question = signer.getByRole('dialog', { name: 'この議事録に署名しますか' })
  await expect(question).toContainText(
    '議長として「社会福祉法人 見本あおば会　見本 かおり」の名前で署名します',
  )
  await expectAccessible(signer)
  await question.getByRole('button', { name: '署名する' }).click()
  await expect(signer.getByText('社会福祉法人 見本あおば会　見本 かおり')).toBeVisible()
  await expect(signer.getByRole('button', { name: '署名の内容を確かめる' })).toHaveCount(0)
  await chair.close()
})
