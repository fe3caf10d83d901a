import { globalId } from '../../api/src/kernel/ids.ts'
import { ask } from './support/database.ts'
import { expect, expectAccessible, keepScreen, test } from './support/test.ts'

// A coordinator enters who waits, has a proposal computed by the worker, decides a line, and asks what if a shelter is lost.

test.use({ person: 'secretariat' })
test.setTimeout(180_000)

test('from who waits to a decision, in a drill that says so everywhere', async ({ page }) => {
  const [row] = await ask<{ id: string }>(
    `select c.event_id as id from assignment_case c join disaster_event e on e.id = c.event_id where e.drill and e.closed_at is null limit 1`,
  )
  await page.goto(`/disasters/${globalId('DisasterEvent', row?.id ?? '')}/assignment`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/【訓練】行き先の案と決定/)
  const waiting = page.getByRole('region', { name: '行き先を待つ人' })
  await expect(waiting.getByRole('row', { name: /見本-03/ })).toContainText('医療的ケア 1人、家族など 1人')
  const proposal = page.getByRole('region', { name: '案', exact: true })
  await expect(proposal).toContainText('これより良い案がないことを、計算で確かめました。')
  // People whom a shelter seeks a place for wait in the same list, by number and without a name.
  const fromShelter = waiting.getByRole('row', { name: /見本あおば荘-1/ })
  await expect(fromShelter).toContainText('避難所から移る人')
  await expect(fromShelter).toContainText('妊産婦 1人')
  await expect(page.getByRole('main')).not.toContainText('ふたば')
  // Kinds of need spread people over several shelters.
  expect(await proposal.locator('.yui-assignment-shelter').count()).toBeGreaterThan(2)
  await keepScreen(page, 'assignment')

  await waiting.getByText('行き先を待つ人を加える').click()
  await waiting.getByLabel('番号').fill('B-01')
  await waiting.getByLabel('いまいる市町村').selectOption({ index: 1 })
  await waiting.getByLabel('高齢者').check()
  await waiting.getByLabel('最優先').check()
  await waiting.getByRole('button', { name: '加える', exact: true }).click()
  await expect(waiting.getByRole('row', { name: /B-01/ })).toContainText('最優先')

  await proposal.getByRole('button', { name: '案を作り直す' }).click()
  await expect(proposal.getByRole('row', { name: /B-01/ })).toBeVisible({ timeout: 60_000 })
  const line = proposal.getByRole('row', { name: /B-01/ })
  await line.getByRole('button', { name: /この行き先に決める/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'この行き先に決める' }).click()
  await expect(line).toContainText('決定：案のとおり')

  const whatIf = page.getByRole('region', { name: '避難所が使えなくなったら' })
  await whatIf.getByLabel('使えなくなる避難所').selectOption({ index: 1 })
  await whatIf.getByRole('button', { name: '計算する' }).click()
  await expect(whatIf.getByRole('heading', { level: 3 })).toContainText('が使えなくなったら', {
    timeout: 60_000,
  })
  await expectAccessible(page)
  await keepScreen(page, 'assignment-decided')
})
