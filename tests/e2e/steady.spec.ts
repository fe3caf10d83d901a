import type { Locator, Page, Response } from '@playwright/test'
import { expect, test } from './support/test.ts'

// What can be pressed stays where it is: on a slow line, what comes in above it later would push it away from under a finger.

/** Within so many frames an answer is on the screen. */
const FRAMES = 40

/** Holds back the code that says `mark` until a question is answered and its answer drawn. */
async function holdCode(page: Page, mark: RegExp, question: string): Promise<void> {
  const isOf = (response: Response) => {
    const { operationName } = (response.request().postDataJSON() ?? {}) as { operationName?: string }
    return operationName === question
  }
  const answered = page.waitForResponse((response) => response.url().endsWith('/graphql') && isOf(response))
  await page.route('**/assets/*.js', async (route) => {
    const response = await route.fetch()
    const body = await response.text()
    if (mark.test(body)) {
      await (await answered).finished()
      await page.evaluate(async (frames) => {
        for (let frame = 0; frame < frames; frame++)
          await new Promise((drawn) => requestAnimationFrame(drawn))
      }, FRAMES)
    }
    await route.fulfill({ response, body })
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
    await holdCode(page, /search\.conditions/, 'RegistryPage')
    await page.goto('/registry?q=見本あおば荘')
    const found = page.getByRole('main').getByRole('link', { name: '見本あおば荘' }).first()
    await expectSteady(page, found)
    await expect(page.getByText('いまの条件')).toBeVisible()
  })

  test('presses the first thing to do, and nothing moves it when it is known what is on', async ({
    page,
  }) => {
    await holdCode(page, /value:.OngoingEvents./, 'Todos')
    await page.goto('/')
    await expectSteady(page, page.locator('.yui-todo').getByRole('link').first())
    await expect(page.getByRole('heading', { name: 'いま続いている災害・訓練' })).toBeVisible()
  })
})
