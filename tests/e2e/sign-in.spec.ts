import type { Page } from '@playwright/test'
import { plugInAuthenticator } from './support/authenticator.ts'
import { currentCode, nameOf, password, people } from './support/people.ts'
import { expect, expectAccessible, keepScreen, test } from './support/test.ts'
import { beginConversion, confirmConversion } from './support/typing.ts'

// Coming in and going out: password, second factor, passkey, and what a newcomer finds at the door.

async function enterPassword(page: Page, email: string, secret: string = password): Promise<void> {
  await page.getByRole('textbox', { name: 'メールアドレス' }).fill(email)
  await page.getByRole('textbox', { name: 'パスワード' }).fill(secret)
  await page.getByRole('button', { name: 'ログインする', exact: true }).click()
}

const home = (page: Page) => page.getByRole('heading', { level: 1, name: 'やること' })

async function signOut(page: Page, name: string): Promise<void> {
  await page.getByRole('banner').locator('summary').filter({ hasText: name }).click()
  // The page is loaded anew: its address is that of the log-in a moment before that.
  const anew = page.waitForEvent('load')
  await page.getByRole('button', { name: 'ログアウト', exact: true }).click()
  await anew
  await expect(page).toHaveURL(/\/login/)
}

test('a newcomer comes to the log-in page and can take the tour from there', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1, name: 'ログイン' })).toBeVisible()
  await expectAccessible(page)
  await keepScreen(page, 'login')
  await page.getByRole('link', { name: '施設長の方の案内' }).click()
  await expect(page).toHaveURL('/help/tour/director')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})

test('a director signs in with a password and out again', async ({ page }) => {
  await page.goto('/login')
  await enterPassword(page, people.director)
  await expect(home(page)).toBeVisible()
  await signOut(page, nameOf('director'))
  await page.goto('/')
  await expect(page).toHaveURL(/\/login/)
})

test.describe('a wrong password', () => {
  test.use({ expectedComplaints: [/401/] })

  test('is refused without saying which of the two was wrong', async ({ page }) => {
    await page.goto('/login')
    await enterPassword(page, people.reporter, 'not the password')
    await expect(page.getByText(/メールアドレスかパスワードが違います/).first()).toBeVisible()
    await expectAccessible(page)
  })
})

test('an administrator needs the code of the authenticator app as well', async ({ page }) => {
  await page.goto('/login')
  await enterPassword(page, people.secretariat)
  const code = page.getByRole('textbox', { name: '確認コード' })
  await expect(code).toBeVisible()
  await expectAccessible(page)
  await code.fill(currentCode())
  await page.getByRole('button', { name: '確認してログインする' }).click()
  await expect(home(page)).toBeVisible()
})

test('a passkey made in the account opens the portal without a password', async ({ page }) => {
  await plugInAuthenticator(page)
  await page.goto('/login')
  await enterPassword(page, people.staff)
  await expect(home(page)).toBeVisible()
  await page.goto('/account')
  await page.getByRole('textbox', { name: 'パスキーの名前' }).fill('事務室のパソコン')
  await page.getByRole('button', { name: 'この端末のパスキーを追加する' }).click()
  await expect(page.getByRole('region', { name: 'パスキー' }).getByRole('listitem')).toContainText(
    '事務室のパソコン',
  )

  await signOut(page, nameOf('staff'))
  await page.getByRole('button', { name: 'パスキーでログインする' }).click()
  await expect(home(page)).toBeVisible()
})

test('Enter that confirms a conversion does not send the form; the next one does', async ({ page }) => {
  await page.goto('/registry')
  const words = page.getByRole('textbox', { name: '名前・住所・電話・事業所番号' })
  await words.focus()
  await beginConversion(page, 'あおばそう')
  await confirmConversion(page, 'あおば荘')
  await expect(words).toHaveValue('あおば荘')
  await expect(page).toHaveURL('/registry')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/q=/)
})

test('with the keyboard alone from the log-in page to a facility', async ({ page }) => {
  await page.goto('/login')
  await page.getByRole('textbox', { name: 'メールアドレス' }).focus()
  await page.keyboard.type(people.reporter)
  await page.keyboard.press('Tab')
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
  await expect(home(page)).toBeVisible()
  await page
    .getByRole('navigation', { name: '主な案内' })
    .getByRole('link', { name: '法人・施設をさがす' })
    .focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: '法人・施設をさがす' })).toBeFocused()
  await page.getByRole('textbox', { name: '名前・住所・電話・事業所番号' }).focus()
  await page.keyboard.type('見本あおば荘')
  await page.keyboard.press('Enter')
  const facility = page.getByRole('link', { name: /見本あおば荘/ })
  await expect(facility).toBeVisible()
  await facility.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('見本あおば荘')
})
