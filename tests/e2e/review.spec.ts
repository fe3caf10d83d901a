import type { Page } from '@playwright/test'
import { globalId } from '../../api/src/kernel/ids.ts'
import { ask } from './support/database.ts'
import { expectNoSidewaysScroll, sizes } from './support/layout.ts'
import { expect, expectAccessible, keepScreen, test } from './support/test.ts'

// 同じものの確認: what may be one is compared, decided, merged, and put back as it was.

const question = (page: Page) => page.getByRole('main').getByRole('heading', { level: 2 }).first()
const comparison = (page: Page) => page.getByRole('table', { name: '見くらべ' })
const waiting = async (page: Page): Promise<number> =>
  Number(/[\d,]+(?=件)/.exec((await page.getByText(/^確認を待つもの：/).textContent()) ?? '')?.[0])

/** Opens the pair of the invented records of one kind. */
async function openSample(page: Page, kind: string): Promise<void> {
  const [row] = await ask<{ id: string }>(
    `select id from match_proposal where sample and kind::text = $1 order by score desc limit 1`,
    [kind],
  )
  await page.goto(`/review?pair=${globalId('MatchProposal', row?.id ?? '')}`)
  await expect(comparison(page)).toBeVisible()
}

test.describe('the secretariat', () => {
  test.use({ person: 'secretariat' })

  test('is asked to compare, and finds the way from what there is to do', async ({ page }) => {
    await page.goto('/')
    await page.getByRole('main').getByRole('link', { name: '見くらべる' }).click()
    await expect(page.getByRole('heading', { level: 1, name: '同じものの確認' })).toBeVisible()
    await expect(comparison(page)).toContainText(/同じ|異なる|一部が同じ/)
    await expect(page.getByRole('list', { name: '点の内わけ' })).toContainText('点')
    await expectAccessible(page)
    await keepScreen(page, 'review-queue')
    await page.setViewportSize({ width: 390, height: 844 })
    await expectNoSidewaysScroll(page)
    await keepScreen(page, 'review-queue-phone')
  })

  test('decides with a key, goes on at once, and takes the last decision back', async ({ page }) => {
    await page.goto('/review')
    const before = await waiting(page)
    const first = await comparison(page).textContent()
    await page.keyboard.press('2')
    await expect(page.getByText(/を「別のもの」と決めました。/).first()).toBeVisible()
    await expect(comparison(page)).not.toHaveText(first ?? '')
    await expect(question(page)).toBeFocused()
    await expect.poll(() => waiting(page)).toBe(before - 1)

    await page.getByRole('button', { name: /^取り消す/ }).click()
    await expect.poll(() => waiting(page)).toBe(before)
    await expect(comparison(page)).toHaveText(first ?? '')
  })

  test('types a number into the note without deciding', async ({ page }) => {
    await page.goto('/review')
    const before = await waiting(page)
    await page.getByText('メモを残す').click()
    await page.getByRole('textbox', { name: /メモ/ }).pressSequentially('123')
    expect(await waiting(page)).toBe(before)
    await expect(page.getByText(/と決めました。/)).toHaveCount(0)
  })

  test('says of a shelter that it is a facility, and the facility’s page shows the role', async ({
    page,
  }) => {
    await openSample(page, 'SHELTER_FACILITY')
    const facility = await comparison(page).getByRole('link').first().textContent()
    await page.getByRole('button', { name: '同じ', exact: true }).click()
    await expect(page.getByText('「同じ」と決めました')).toBeVisible()
    await comparison(page)
      .getByRole('link', { name: facility ?? '' })
      .first()
      .click()
    await expect(page.getByText('人が確かめた').first()).toBeVisible()
    await page.goBack()
    await page.getByRole('button', { name: /^取り消す/ }).click()
    await expect(page.getByRole('button', { name: '同じ', exact: true })).toBeVisible()
  })
})

test.describe('the operator', () => {
  test.use({ person: 'operator' })

  test('merges two facilities after having seen what moves, and undoes it', async ({ page }) => {
    await openSample(page, 'FACILITY_FACILITY')
    await page.getByRole('button', { name: '同じ', exact: true }).click()
    await page.getByRole('link', { name: 'まとめる内容を見る' }).click()
    await expect(page.getByRole('heading', { level: 1, name: '1つにまとめる' })).toBeVisible()
    await page.getByRole('link', { name: /特別養護老人ホーム 見本ひばり荘 を残す/ }).click()
    const moves = page.getByRole('table', { name: '残る記録に移るもの' })
    await expect(moves.getByRole('row').filter({ hasText: '連絡先' })).toContainText('1')
    await expect(page.getByRole('table', { name: '重なっているものと、その扱い' })).toContainText(
      '残る方は「未確認」なので、終わる方の答えを使います。',
    )
    await expectAccessible(page)
    await keepScreen(page, 'review-merge')
    await page.setViewportSize({ width: 390, height: 844 })
    await expectNoSidewaysScroll(page)
    await keepScreen(page, 'review-merge-phone')
    await page.setViewportSize(sizes.pc)

    await page.getByRole('button', { name: 'まとめる', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'まとめた記録' })).toBeVisible()
    const row = page.getByRole('row').filter({ hasText: '見本ひばり荘' })
    await expect(row.first()).toContainText('まとめてあります')
    await expectAccessible(page)
    await keepScreen(page, 'review-merges')

    await row
      .first()
      .getByRole('button', { name: /元に戻す/ })
      .click()
    await page.getByRole('dialog').getByRole('button', { name: '元に戻す' }).click()
    await expect(row.first()).toContainText('元に戻しました')
    const facilities = await ask<{ status: string }>(
      `select status from facility where sample and name like '%見本ひばり荘%'`,
    )
    expect(facilities.map(({ status }) => status)).toEqual(['ACTIVE', 'ACTIVE'])

    await openSample(page, 'FACILITY_FACILITY')
    await page.getByRole('button', { name: /^取り消す/ }).click()
    await expect(page.getByRole('button', { name: '同じ', exact: true })).toBeVisible()
  })

  test('looks through what the portal linked, page by page', async ({ page }) => {
    await page.goto('/review?show=linked')
    const rows = page.getByRole('table', { name: '組の一覧' }).getByRole('row')
    await expect(rows.first()).toBeVisible()
    expect(await rows.count()).toBeGreaterThan(20)
    await expectAccessible(page)
    await page.getByRole('link', { name: '次へ' }).click()
    await expect(page).toHaveURL(/after=/)
    await expect(rows.first()).toBeVisible()
  })
})

test('nobody else sees the pairs', async ({ page }) => {
  await page.goto('/review')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(comparison(page)).toHaveCount(0)
})
