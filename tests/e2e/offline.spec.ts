import type { Page } from '@playwright/test'
import { ask } from './support/database.ts'
import { test } from './support/line.ts'
import { bringAccount, people } from './support/people.ts'
import { expect, expectAccessible, keepScreen } from './support/test.ts'

// What was pressed without a network arrives later, once, by the same person; and sign-out leaves nothing behind.

test.use({
  serviceWorkers: 'allow',
  expectedComplaints: [/ERR_INTERNET_DISCONNECTED|ERR_FAILED|ERR_EMPTY_RESPONSE|ERR_CONNECTION|WebSocket/],
})

const equipment = (page: Page) => page.getByRole('region', { name: '設備・備え' })
const outboxLink = (page: Page) => page.getByRole('link', { name: /送信待ち/ })

/** Confirmations in the audit, of the director. */
const confirmations = async () => {
  const [row] = await ask<{ count: string }>(
    `select count(*) from audit_entry a join app_user u on u.id = a.actor_user_id
     where a.command = 'confirmFacilityUnchanged' and u.email = $1`,
    [people.director],
  )
  return Number(row?.count)
}

/** What the browser holds: files of the service worker, keys, rows. */
const held = (page: Page) =>
  page.evaluate(async () => {
    const files = (await caches.keys()).length
    const database = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('yui-device')
      opening.onsuccess = () => resolve(opening.result)
    })
    const countOf = (store: string) =>
      new Promise<number>((resolve) => {
        const counting = database.transaction(store).objectStore(store).count()
        counting.onsuccess = () => resolve(counting.result)
      })
    const rows = { keys: await countOf('key'), outbox: await countOf('outbox'), kept: await countOf('kept') }
    database.close()
    return { files, ...rows, workers: (await navigator.serviceWorker.getRegistrations()).length }
  })

test('a confirmation without a network waits, survives a reload, and arrives once', async ({
  page,
  context,
  line,
}) => {
  // A session of its own: this test ends it, and the others share theirs.
  await bringAccount(context, people.director)
  const before = await confirmations()
  await page.goto('/registry?q=見本あおば荘')
  await page.getByRole('link', { name: /見本あおば荘/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('見本あおば荘')
  await expect(outboxLink(page)).toContainText('0件')
  await page.evaluate(async () => void (await navigator.serviceWorker.ready))
  await expect.poll(async () => (await held(page)).kept).toBeGreaterThan(1)

  await line.cut(context)
  await equipment(page).getByRole('button', { name: '変わりありません' }).click()
  await expect(equipment(page)).toContainText('この端末に保存しました')
  await expect(outboxLink(page)).toContainText('1件')

  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('見本あおば荘')
  await expect(page.getByText(/この端末に残っていた .* の内容/)).toBeVisible()
  await expect(equipment(page)).toContainText('この端末に保存しました')
  await keepScreen(page, 'facility-without-network')

  await outboxLink(page).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('送信待ち')
  await expect(page.getByText('見本あおば荘　設備・備え：変わりありません', { exact: true })).toBeVisible()
  await expectAccessible(page)
  await keepScreen(page, 'outbox-waiting')
  expect(await confirmations()).toBe(before)

  await line.mend(context)
  await expect(page.getByText('送信済み')).toBeVisible()
  await expect(outboxLink(page)).toContainText('0件')
  expect(await confirmations()).toBe(before + 1)
  await keepScreen(page, 'outbox-arrived')

  await page.getByText('施設長').first().click()
  await page.getByRole('button', { name: 'ログアウト' }).click()
  await expect(page).toHaveURL(/\/login/)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  // A browser lets a worker go when the last page it served has been left.
  // While the page is left it cannot be asked.
  await expect(async () => {
    expect(await held(page)).toEqual({ files: 0, keys: 0, outbox: 0, kept: 0, workers: 0 })
  }).toPass({ timeout: 20_000 })
})
