import fs from 'node:fs'
import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { test as base, expect, type Page } from '@playwright/test'

interface BrowserOptions {
  /** Complaints of the browser's console which this test brings about on purpose. */
  expectedComplaints: RegExp[]
}

interface BrowserFixtures {
  /** Fails the test when a page has complained on the console or thrown. */
  quietConsole: undefined
}

/** Playwright's test on the running portal; import it instead of Playwright's own. */
export const test = base.extend<BrowserOptions & BrowserFixtures>({
  expectedComplaints: [[], { option: true }],
  quietConsole: [
    async ({ context, expectedComplaints }, use) => {
      const complaints: string[] = []
      const note = (text: string) => {
        if (!expectedComplaints.some((pattern) => pattern.test(text))) complaints.push(text)
      }
      context.on('console', (message) => message.type() === 'error' && note(message.text()))
      context.on('weberror', (problem) => note(problem.error().stack ?? problem.error().message))
      await use(undefined)
      expect(complaints, 'the browser console').toEqual([])
    },
    { auto: true },
  ],
})

export { expect }

/** Address of the first API process, where people sign in. */
export function firstAddress(): string {
  return process.env.YUI_E2E_URL ?? ''
}

/** Address of the second API process on the same database. */
export function secondAddress(): string {
  return process.env.YUI_E2E_SECOND_URL ?? ''
}

const accessibilityRules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * Fails when axe finds a barrier on the page, or a contrast it cannot judge. A page that is just being drawn or left has
 * neither heading nor contents for a moment; what stays is what people meet, so a barrier has to be there to the end.
 */
export async function expectAccessible(page: Page): Promise<void> {
  // A page whose parts are still being fetched is grey lines; what people read is looked at.
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  // What lies half under the fixed top has no background that axe could know.
  await page.evaluate(() => window.scrollTo({ top: 0, behavior: 'instant' }))
  let found = await barriersOn(page)
  for (let again = 0; found.length > 0 && again < 3; again++) {
    // What comes next is not known here, so there is nothing to wait for but time.
    await page.waitForTimeout(700)
    found = await barriersOn(page)
  }
  expect(found, `accessibility of ${page.url()}`).toEqual([])
}

async function barriersOn(page: Page) {
  const { violations, incomplete } = await new AxeBuilder({ page }).withTags(accessibilityRules).analyze()
  // What lies behind words on a map axe cannot see; they carry their own halo (registry.spec.ts measures it). Of a name
  // that stands beside several rows it takes the second row for something in front.
  const undecided = incomplete
    .filter(({ id }) => id === 'color-contrast')
    .map((rule) => ({
      ...rule,
      nodes: rule.nodes.filter(({ html }) => !/^<(text|span class="yui-(row-note|dz-word)")/.test(html)),
    }))
    .filter(({ nodes }) => nodes.length > 0)
  return [...violations, ...undecided].map(({ id, help, nodes }) => ({
    rule: `${id}: ${help}`,
    where: nodes.map(({ html, failureSummary }) => `${html}\n${failureSummary ?? ''}`),
  }))
}

/** Where to keep what a test shows, for people to look at: YUI_SCREENS, set by scripts/test.ts; nowhere if empty. */
function placeFor(name: string): string | undefined {
  const folder = process.env.YUI_SCREENS
  if (!folder) return undefined
  fs.mkdirSync(folder, { recursive: true })
  return path.join(folder, name)
}

/** Keeps a picture of the page. */
export async function keepScreen(page: Page, name: string): Promise<void> {
  const file = placeFor(`${name}.png`)
  if (file) await page.screenshot({ path: file, fullPage: true, animations: 'disabled' })
}

/** Keeps a file that the portal handed out. */
export function keepFile(name: string, bytes: Buffer): void {
  const file = placeFor(name)
  if (file) fs.writeFileSync(file, bytes)
}
