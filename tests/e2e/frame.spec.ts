import { expect, expectAccessible, keepScreen, test } from './support/test.ts'
import { expectNoSidewaysScroll, sizes } from './support/layout.ts'

// The frame around every page: for whom one acts, the menus, the language, paper, and no connection.

test.describe('a director', () => {
  test.use({ person: 'director' })

  test('sees what is to be done, for whom, and whom to call', async ({ page }) => {
    await page.goto('/')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('やること')
    await expect(page.getByText('として操作中')).toBeVisible()
    await expect(page.getByRole('link', { name: /電話での相談/ })).toHaveAttribute('href', /^tel:\d+$/)
    await expect(
      page.getByRole('navigation', { name: '主な案内' }).getByRole('link').first(),
    ).toHaveAttribute('aria-current', 'page')
    for (const [name, size] of Object.entries(sizes)) {
      await page.setViewportSize(size)
      await expectNoSidewaysScroll(page)
      await expectAccessible(page)
      await keepScreen(page, `home-${name}`)
    }
  })

  test('reaches everything with the keyboard alone', async ({ page }) => {
    await page.goto('/')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.keyboard.press('Tab')
    await expect(page.getByRole('link', { name: '本文へ進む' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.locator('main')).toBeFocused()

    const menu = page.getByRole('banner').locator('summary').filter({ hasText: '見本 花子' })
    await menu.focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: 'ログアウト' })).toBeVisible()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: 'ログアウト' })).toBeHidden()
    await expect(menu).toBeFocused()
  })

  test('is taken to the heading of the next page', async ({ page }) => {
    await page.goto('/')
    await page.getByRole('navigation', { name: '主な案内' }).getByRole('link', { name: '使い方' }).click()
    await expect(page.getByRole('heading', { level: 1, name: '使い方' })).toBeFocused()
    await expect(page).toHaveTitle('使い方｜結（ゆい）')
  })

  test('reads the portal in English, also the next time', async ({ page }) => {
    await page.goto('/')
    await page.getByRole('banner').locator('summary').filter({ hasText: '見本 花子' }).click()
    await page.getByRole('button', { name: 'English' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('To do')
    await page.reload()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('To do')
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    await expectAccessible(page)
  })

  test('prints the page without what only a screen needs, and with who printed it', async ({ page }) => {
    await page.goto('/')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByRole('navigation', { name: '主な案内' })).toBeHidden()
    await expect(page.getByText('として操作中')).toBeHidden()
    await expect(page.getByText(/印刷.*見本 花子/)).toBeVisible()
    await keepScreen(page, 'home-print')
  })

  test('reads news and marks it as read', async ({ page }) => {
    await page.goto('/notifications')
    const items = page.locator('main li').filter({ hasText: '新着' })
    await expect(items.first()).toBeVisible()
    await expectAccessible(page)
    const unread = await items.count()
    await items.first().getByRole('button', { name: '読んだことにする' }).click()
    await expect(items).toHaveCount(unread - 1)
    await page.reload()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('お知らせ')
    await expect(items).toHaveCount(unread - 1)
  })
})

test.describe('without a connection', () => {
  test.use({ person: 'director', expectedComplaints: [/ERR_INTERNET_DISCONNECTED|dynamically imported/] })

  test('the portal stays on the screen, says so, and goes on when it is back', async ({ page, context }) => {
    const navigation = page.getByRole('navigation', { name: '主な案内' })
    await page.goto('/')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('やること')
    await context.setOffline(true)
    await navigation.getByRole('link', { name: 'お知らせ' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('ページを表示できませんでした')
    await expectAccessible(page)
    await page.getByRole('button', { name: '読み直す' }).click()
    await expect(page.getByText('まだ通信できません。')).toBeVisible()
    await context.setOffline(false)
    await page.getByRole('button', { name: '読み直す' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('お知らせ')
  })
})

test.describe('a director who also chairs the network', () => {
  test.use({ person: 'directorAndChair' })

  test('chooses for whom to act, and the tab remembers it', async ({ page }) => {
    await page.goto('/')
    await expect(page.getByText('だれとして操作するかを選んでください')).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('banner').getByText('選ぶ', { exact: true }).click()
    const bodies = page
      .getByRole('banner')
      .getByRole('listitem')
      .getByRole('button')
      .filter({ hasText: '見本' })
    const name = await bodies.first().locator('b').innerText()
    await bodies.first().click()
    await expect(page.getByText(`${name} として操作中`)).toBeVisible()
    await page.reload()
    await expect(page.getByText(`${name} として操作中`)).toBeVisible()
  })
})

test.describe('the secretariat on a slow machine', () => {
  test.use({ person: 'secretariat' })

  test('reads a page of many parts in English, and no question is asked again and again', async ({
    page,
  }) => {
    await page.goto('/network/committees')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.evaluate(() => localStorage.setItem('yui.language', 'en'))
    const slow = await page.context().newCDPSession(page)
    await slow.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    const asked: string[] = []
    page.on('request', (request) => {
      if (request.url().endsWith('/graphql')) asked.push(request.postData() ?? '')
    })
    await page.reload()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Committees, offices, year/)
    expect(asked.length).toBeGreaterThan(3)
    // Who asks may be read a second time, beside what the device had kept.
    for (const question of new Set(asked))
      expect(asked.filter((one) => one === question).length).toBeLessThan(3)
  })
})

test('who is not signed in is led to the log-in page', async ({ page }) => {
  await page.goto('/')
  await expect(page).toHaveURL('/login')
})

test('a page that does not exist says so', async ({ page }) => {
  await page.goto('/nowhere')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('ページが見つかりません')
  await expectAccessible(page)
})

test('forced colours and reduced motion keep every word', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' })
  await page.goto('/help')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('使い方')
  await keepScreen(page, 'help-forced-colors')
})
