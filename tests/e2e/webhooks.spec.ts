import { openReceiver, signedBy } from '../support/webhook-receiver.ts'
import { expect, expectAccessible, keepScreen, test } from './support/test.ts'

// Another system is told what happens: made, tried, refused, mended and ended on the screen, with a real receiver.

test.use({ person: 'secretariat' })

test('the secretariat has another system told, sees whether it arrives, and ends it', async ({ page }) => {
  const receiver = await openReceiver()
  await page.goto('/network/webhooks')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('外部システムへの自動通知')
  await expect(page.getByRole('heading', { name: '見本市 防災課のシステム' })).toBeVisible()
  await expectAccessible(page)
  await keepScreen(page, 'webhooks')

  // An address that cannot be one is said beside the field, and nothing typed is lost.
  await page.getByLabel(/^相手の名前/).fill('見本 記録システム')
  await page.getByLabel(/^送り先/).fill('https://user:secret@mihon.example/')
  await page.getByRole('checkbox', { name: '災害・訓練が始まった、終わった' }).check()
  await page.getByRole('button', { name: '通知先を作る' }).click()
  await expect(page.getByText('パスワードの入ったアドレスは使えません。').first()).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel(/^送り先/).fill(`${receiver.url}/`)
  await page.getByRole('button', { name: '通知先を作る' }).click()
  const secret = await page.getByLabel('署名の鍵', { exact: true }).textContent()
  expect(secret).toMatch(/^whsec_/)
  await keepScreen(page, 'webhooks-secret')
  await page.getByRole('button', { name: '控えました' }).click()
  await expect(page.getByText(secret ?? '')).toHaveCount(0)

  const made = page.getByRole('region', { name: '見本 記録システム' })
  receiver.answer('/', 503)
  await made.getByRole('button', { name: 'ためしに送る' }).click()
  const trial = made.getByRole('row', { name: /ためし/ })
  await expect(trial).toContainText('届きませんでした', { timeout: 20_000 })
  await expect(trial).toContainText('返事 503')
  receiver.answer('/', 204)
  await trial.getByRole('button', { name: 'もう一度送る' }).click()
  await expect(trial).toContainText('届きました', { timeout: 20_000 })
  await expectAccessible(page)
  await keepScreen(page, 'webhooks-arrived')

  const [first, second] = receiver.letters
  expect(second?.body).toBe(first?.body)
  expect(second?.headers['webhook-signature']).toBe(second && signedBy(secret ?? '', second))

  await made.getByRole('button', { name: '直す', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('checkbox', { name: /訓練も知らせる/ }).check()
  await dialog.getByRole('button', { name: '変更を保存する' }).click()
  await expect(made).toContainText('訓練も知らせる')
  await made.getByRole('button', { name: 'やめる', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'やめる', exact: true }).first().click()
  await expect(made).toContainText('やめました')
  await receiver.close()
})
