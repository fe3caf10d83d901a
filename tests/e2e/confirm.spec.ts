import type { Page } from '@playwright/test'
import { ask } from './support/database.ts'
import { bringSession, nameOf, people } from './support/people.ts'
import { expect, expectAccessible, keepScreen, secondAddress, test } from './support/test.ts'

// 「変わりありません」: the director's one click, seen at once by everybody else.

test.use({ person: 'director' })

const equipment = (page: Page) => page.getByRole('region', { name: '設備・備え' })
const never = /か月たっています/

async function openOwnFacility(page: Page, address = ''): Promise<void> {
  await page.goto(`${address}/registry?q=見本あおば荘`)
  await page.getByRole('link', { name: /見本あおば荘/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('見本あおば荘')
}

test('from the home page to one click; a colleague at another server sees it without doing anything', async ({
  page,
  browser,
}) => {
  const colleague = await browser.newContext({ locale: 'ja-JP', timezoneId: 'Asia/Tokyo' })
  await bringSession(colleague, 'staff')
  const other = await colleague.newPage()
  await openOwnFacility(other, secondAddress())
  await expect(equipment(other)).toContainText(never)

  await page.goto('/')
  await page.getByRole('link', { name: '内容を確かめる' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('見本あおば荘')
  await expectAccessible(page)
  await keepScreen(page, 'facility-to-confirm')
  await equipment(page).getByRole('button', { name: '変わりありません' }).click()

  await expect(
    page.getByRole('status').filter({ hasText: '設備・備えを、変わりありませんと記録しました。' }),
  ).toBeAttached()
  await expect(equipment(page)).not.toContainText(never)
  await expect(equipment(other)).not.toContainText(never)
  await expect(equipment(other)).toContainText('施設長')
  await expectAccessible(other)
  await colleague.close()

  await page.getByRole('link', { name: 'やること' }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('link', { name: '内容を確かめる' })).toHaveCount(0)

  const [entry] = await ask<{ name: string; acting_name: string; roles: string[] }>(
    `select u.name, a.acting_name, a.acting_roles as roles from audit_entry a join app_user u on u.id = a.actor_user_id
     where a.command = 'confirmFacilityUnchanged' and u.email = $1 order by a.seq desc limit 1`,
    [people.director],
  )
  expect(entry).toEqual({
    name: nameOf('director'),
    acting_name: '特別養護老人ホーム 見本あおば荘',
    roles: ['FACILITY_DIRECTOR'],
  })
})

test('who may not confirm is not offered it', async ({ page }) => {
  await page.goto('/registry?q=見本いずみ園')
  await page.getByRole('link', { name: /見本いずみ園/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('見本いずみ園')
  await expect(page.getByRole('button', { name: /変わりありません/ })).toHaveCount(0)
})
