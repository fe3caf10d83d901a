import { bringSession } from './support/people.ts'
import { ask } from './support/database.ts'
import { globalId } from '../../api/src/kernel/ids.ts'
import { expect, expectAccessible, keepScreen, secondAddress, test } from './support/test.ts'

// Who works with whom: a corporation sees its stages, answers a proposal, and proposes itself; others see nothing of what
// is between two.

test.use({ person: 'administrator' })
test.setTimeout(120_000)

test('picture and table say the same, and the confidential pair is there for its parties alone', async ({
  page,
  browser,
}) => {
  await page.goto('/network')
  await page.getByRole('link', { name: '連携の図と表' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/連携の図と表/)
  const own = page.getByRole('region', { name: '見本あおば会の段階' })
  await expect(own.getByRole('row', { name: /業務提携/ })).toContainText('見本おおぞら会')
  await expect(own.getByRole('row', { name: /理事会参加/ })).toContainText('見本くるみ会')
  await expect(own.getByRole('row', { name: /合併/ })).toContainText('なし')
  await expect(page.getByRole('img', { name: /法人のうち、連携のある/ })).toBeVisible()
  const table = page.getByRole('region', { name: '同じ内容の表' })
  await expect(table.getByRole('row', { name: /理事1人の参加/ })).toContainText('当事者のみ')
  const rows = await table.getByRole('row').count()
  await table.getByRole('link', { name: /段階1までの/ }).click()
  await expect(table.getByRole('row', { name: /買い物バスの運行/ })).toHaveCount(2)
  expect(await table.getByRole('row').count()).toBeGreaterThan(rows)
  await expectAccessible(page)
  await keepScreen(page, 'ties')
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'CSVで保存' }).click()
  expect((await download).suggestedFilename()).toMatch(/^連携の一覧_.*\.csv$/)

  const [secret] = await ask<{ id: string }>(
    `select id from collaboration_tie where stage = 'BOARD_PARTICIPATION'`,
  )
  const others = await browser.newContext({ locale: 'ja-JP', timezoneId: 'Asia/Tokyo' })
  await bringSession(others, 'secretariat')
  const office = await others.newPage()
  await office.goto(`${secondAddress()}/network/ties`)
  await expect(office.getByRole('region', { name: '同じ内容の表' })).toContainText('給食の共同調理')
  await expect(office.getByText('理事1人の参加')).toHaveCount(0)
  await office.goto(`${secondAddress()}/network/ties/${globalId('CollaborationTie', secret?.id ?? '')}`)
  await expect(office.getByRole('heading', { level: 1 })).toHaveText('この連携は見られません。')
  await others.close()
})

test('a proposal is answered from the home page, and one’s own waits for the other', async ({ page }) => {
  await page.goto('/')
  const todo = page.getByRole('listitem').filter({ hasText: '送迎車の共同運行（南の路線）' })
  await todo.getByRole('link', { name: '内容を見て答える' }).click()
  await expect(page.getByText('答えを待っています')).toBeVisible()
  await expect(page.getByText('60,000円')).toBeVisible()
  await expectAccessible(page)
  await keepScreen(page, 'tie-proposed')
  await page.getByRole('button', { name: '同意する' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '同意する' }).click()
  await expect(page.getByText('これから始まります')).toBeVisible()
  await expect(page.getByRole('region', { name: '経過' })).toContainText('同意した')

  await page.goto('/network/ties/new')
  await page.getByRole('radio', { name: /自主的な連携/ }).check()
  await page.getByLabel(/^内容/).fill('看取りの勉強会')
  await page.getByRole('checkbox', { name: '見本いずみ会' }).check()
  await page
    .getByRole('group', { name: /始まりの日/ })
    .getByLabel('年')
    .fill('8')
  await page
    .getByRole('group', { name: /始まりの日/ })
    .getByLabel('月')
    .fill('12')
  await page
    .getByRole('group', { name: /始まりの日/ })
    .getByLabel('日')
    .fill('1')
  await page.getByLabel(/^一緒に行うこと/).fill('看取りのケアを学ぶ')
  await expectAccessible(page)
  await keepScreen(page, 'tie-new')
  await page.getByRole('button', { name: '申し込む' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/看取りの勉強会/)
  await expect(page.getByRole('row', { name: /見本いずみ会/ })).toContainText('まだ')
  await page.getByRole('button', { name: '申込みを取り下げる' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '申込みを取り下げる' }).click()
  await expect(page.getByText('取り下げられました')).toBeVisible()
})
