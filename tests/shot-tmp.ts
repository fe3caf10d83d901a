import { chromium } from '@playwright/test'
import { bringSession, type Person } from './e2e/support/people.ts'
const base = 'http://localhost:4183'
const [, , person, out, ...steps] = process.argv
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
for (const width of [1280, 390]) {
  const context = await browser.newContext({
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    viewport: { width, height: 900 },
  })
  if (person !== 'nobody') await bringSession(context, person as Person, base)
  const page = await context.newPage()
  page.on('console', (m) => {
    if (['error', 'warning'].includes(m.type())) console.log(width, m.text())
  })
  page.on('pageerror', (e) => console.log(width, 'PAGEERROR', e.message))
  for (const step of steps) {
    if (step.startsWith('/')) await page.goto(base + step)
    else if (step.startsWith('click:')) await page.getByText(step.slice(6)).first().click()
    else if (step.startsWith('link:'))
      await page
        .getByRole('link', { name: new RegExp(step.slice(5)) })
        .first()
        .click()
    else if (step.startsWith('wait:')) await page.waitForTimeout(Number(step.slice(5)))
  }
  await page.waitForTimeout(1200)
  await page.screenshot({ path: `/tmp/shots/${out}-${width}.png`, fullPage: true })
  console.log(width, page.url())
  await context.close()
}
await browser.close()
