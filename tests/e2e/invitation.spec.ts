import { ask } from './support/database.ts'
import { expect, expectAccessible, test } from './support/test.ts'

// From the administrator's invitation, by the link of the mail, to the newcomer's role.

test.use({ person: 'administrator' })

test('an invited person opens the link of the mail, chooses a password and has the role', async ({
  page,
  browser,
  baseURL,
}) => {
  const email = `newcomer-${Date.now()}@example.com`
  await page.goto('/people/invite')
  await page.getByRole('textbox', { name: 'メールアドレス' }).fill(email)
  await page.getByRole('textbox', { name: '名前', exact: false }).first().fill('見本 あらた')
  await expectAccessible(page)
  await page.getByRole('combobox', { name: '役割' }).selectOption('法人の管理者')
  await page.getByRole('combobox', { name: '法人・施設など' }).selectOption('社会福祉法人 見本あおば会')
  await page.getByRole('button', { name: '招待を送る' }).click()
  await expect(page).toHaveURL('/people')

  const [mail] = await ask<{ body: string }>('select body from mail_message where to_address = $1', [email])
  const address = /https?:\/\/\S+\/invite#\S+/.exec(mail?.body ?? '')?.[0] ?? ''

  const newcomer = await browser.newContext({ locale: 'ja-JP', baseURL })
  const theirs = await newcomer.newPage()
  await theirs.goto(address)
  await expect(theirs.getByRole('heading', { level: 1, name: '招待を受ける' })).toBeVisible()
  await expectAccessible(theirs)
  await theirs.getByRole('textbox', { name: 'パスワード' }).fill('春の川に水車が三つ回る')
  await theirs.getByRole('button', { name: '登録して、招待を受ける' }).click()
  await expect(theirs.getByText('招待を受けました。').first()).toBeAttached()
  await newcomer.close()

  const held = await ask<{ role: string }>(
    'select r.role from role_assignment r join app_user u on u.id = r.user_id where u.email = $1',
    [email],
  )
  expect(held).toEqual([{ role: 'CORPORATION_ADMIN' }])
})
