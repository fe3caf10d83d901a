import { expect, expectAccessible, keepScreen, test } from './support/test.ts'
import { expectNoSidewaysScroll, sizes } from './support/layout.ts'

// Pages that need no log-in.

const pages = [
  { path: '/help', title: '使い方', english: 'How to use' },
  { path: '/help/tour/director', title: '施設長の方へ', english: 'For directors' },
  { path: '/accessibility', title: 'アクセシビリティ', english: 'Accessibility' },
  { path: '/credits', title: 'データの出典', english: 'Sources' },
]

for (const { path, title } of pages) {
  test(`${path} can be read by everybody, on every screen`, async ({ page }) => {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
    await expectAccessible(page)
    for (const [name, size] of Object.entries(sizes)) {
      await page.setViewportSize(size)
      await expectNoSidewaysScroll(page)
      await keepScreen(page, `${path.slice(1).replaceAll('/', '-')}-${name}`)
    }
  })
}
