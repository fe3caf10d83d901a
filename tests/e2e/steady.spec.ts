import type { Locator, Page } from '@playwright/test'
import { expect, test } from './support/test.ts'

// What can be pressed stays where it is: on a slow line, what comes in above it later would push it away from under a finger.

/** Code that a page asks for while it is drawn takes longer than its data. */
async function slowScripts(page: Page): Promise<void> {
  let isDrawn = false
  page.on('domcontentloaded', () => (isDrawn = true))
  await page.route('**/assets/*.js', async (route) => {
    if (isDrawn) await new Promise((resolve) => setTimeout(resolve, 400))
    await route.continue()
  })
}

async function expectSteady(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  const before = await target.boundingBox()
  await page.waitForLoadState('networkidle')
  expect(await target.boundingBox()).toEqual(before)
}

test.describe('the director, on a telephone and a slow line', () => {
  test.use({ person: 'director', viewport: { width: 390, height: 844 } })

  test('presses what was found, and nothing moves it when its conditions come', async ({ page }) => {
    await slowScripts(page)
    await page.goto('/registry?q=見本あおば荘')
    const found = page.getByRole('main').getByRole('link', { name: '見本あおば荘' }).first()
    await expectSteady(page, found)
    await expect(page.getByText('いまの条件')).toBeVisible()
  })

  test('presses the first thing to do, and nothing moves it when it is known what is on', async ({
    page,
  }) => {
    await slowScripts(page)
    await page.goto('/')
    await expectSteady(page, page.locator('.yui-todo').getByRole('link').first())
    await expect(page.getByRole('heading', { name: 'いま続いている災害・訓練' })).toBeVisible()
  })
})
