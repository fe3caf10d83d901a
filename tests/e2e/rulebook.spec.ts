import { expect, expectAccessible, keepScreen, test } from './support/test.ts'

// The rulebook read, tried out, compared, drafted and dropped again by the secretariat.

test.use({ person: 'secretariat' })
test.setTimeout(180_000)

const QUORUM = '総会は、議決に加われる会員の過半数の出席で成立します（会則第14条1項）。'

test('the rulebook in force is read, tried out and compared', async ({ page }) => {
  await page.goto('/network')
  await page.getByRole('link', { name: '会則', exact: true }).click()
  await expect(page).toHaveURL(/network\/rulebook/)
  await expect(page.getByRole('heading', { level: 1, name: /会則/ })).toBeVisible()
  await expect(page.getByText(QUORUM)).toBeVisible()
  await expect(page.getByRole('heading', { name: '第14条（総会の成立）' })).toBeVisible()
  await expect(page.getByText(/第4版/).first()).toBeVisible()
  await keepScreen(page, 'rulebook')

  await page.getByText('ためす', { exact: true }).click()
  await page.getByRole('button', { name: '計算する' }).click()
  await expect(page.getByText('可決です')).toBeVisible()
  await expect(page.getByText(/19のうち10以上が必要で、14あります（会則第14条1項）/)).toBeVisible()
  await page.getByLabel('会場・オンラインの出席').fill('5')
  await page.getByLabel(/^賛成/).fill('9')
  await page.getByLabel(/^反対/).fill('0')
  await page.getByRole('button', { name: '計算する' }).click()
  await expect(page.getByText('成立しません')).toBeVisible()
  await expect(page.getByText(/1足りません/)).toBeVisible()
  await expectAccessible(page)
  await keepScreen(page, 'rulebook-trial')

  await page.getByRole('link', { name: '第3版と比べる' }).click()
  await expect(page.getByText('総会は、会日との間に5日以上おいて招集します（会則第12条）。')).toBeVisible()
  await expect(page.getByText('総会は、会日との間に7日以上おいて招集します（会則第12条）。')).toBeVisible()
  await expectAccessible(page)
  await keepScreen(page, 'rulebook-compare')
})

test('a draft is begun, changed, asks which decision puts it in force, and is dropped', async ({ page }) => {
  await page.goto('/network/rulebook')
  await page.getByText('改正案をつくる', { exact: true }).click()
  await page.getByRole('button', { name: '案をつくる' }).click()
  await expect(page).toHaveURL(/network\/rulebook\/draft/)
  await expect(page.getByRole('heading', { level: 1, name: /第5版の案/ })).toBeVisible()
  const meeting = page.getByRole('region', { name: '総会' })
  await expect(meeting.getByLabel('招集から会日までにおく日数')).toBeHidden()
  await meeting.getByText('招集の日数', { exact: true }).click()
  await meeting.getByLabel('招集から会日までにおく日数').fill('１０')
  await meeting.getByLabel('書面での議決を認めるときの日数').fill('7')
  await expectAccessible(page)
  await page.getByRole('button', { name: '改正案を保存する' }).click()
  await expect(page.getByText(/ふだんの日数より短くできません/).first()).toBeVisible()
  await keepScreen(page, 'rulebook-draft')
  await meeting.getByLabel('書面での議決を認めるときの日数').fill('14')
  await page.getByRole('button', { name: '改正案を保存する' }).click()
  await expect(page.getByText(/ふだんの日数より短くできません/)).toHaveCount(0)
  // Pressed while it is still being saved, the button would do nothing.
  await expect(page.getByRole('status').filter({ hasText: '改正案を保存しました。' })).toBeVisible()

  // Whatever is folded opens when it has to be mended.
  const articles = page.getByRole('region', { name: '条文' })
  await articles.getByText('第14条（総会の成立）').click()
  await articles.getByLabel(/^本文/).and(page.locator(':visible')).fill('')
  await articles.getByText('第14条（総会の成立）').click()
  await page.getByRole('button', { name: '改正案を保存する' }).click()
  await expect(articles.getByLabel(/^本文/).and(page.locator(':visible'))).toHaveCount(1)
  await page.getByRole('alert').getByRole('link').click()
  await expect(articles.getByLabel(/^本文/).and(page.locator(':visible'))).toBeFocused()
  await page.keyboard.type('総会は、会員の過半数の出席で成立する。')
  await page.getByRole('button', { name: '改正案を保存する' }).click()
  await expect(page.getByRole('alert')).toHaveCount(0)
  await expect(meeting.getByLabel('招集から会日までにおく日数')).toHaveValue('10')

  await page.getByRole('button', { name: 'この案を施行する' }).click()
  const adopting = page.getByRole('dialog')
  // Of all decisions in the register, only amendments that were carried.
  const amendments = adopting.getByRole('radio', { name: /会則の一部改正（第9条 会費）/ })
  await amendments.first().check()
  await expect(adopting.getByRole('radio')).toHaveCount(await amendments.count())
  await adopting.getByRole('button', { name: 'この日から施行する' }).click()
  await expect(adopting.getByRole('alert')).toContainText('施行する日')
  await expect(page).toHaveURL(/network\/rulebook\/draft/)
  await expectAccessible(page)
  await keepScreen(page, 'rulebook-adopt')
  await adopting.getByRole('button', { name: 'やめる' }).click()

  await page.getByRole('button', { name: '改正案を取りやめる' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '取りやめる' }).click()
  await expect(page).toHaveURL(/network\/rulebook(\?|$)/)
  await expect(page.getByText('第5版の案')).toHaveCount(0)
})

test('what is typed while the draft is being saved stays, and is what is saved next', async ({ page }) => {
  await page.goto('/network/rulebook')
  await page.getByText('改正案をつくる', { exact: true }).click()
  await page.getByRole('button', { name: '案をつくる' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /第5版の案/ })).toBeVisible()
  const note = page.getByLabel(/^変わること/)
  await note.fill('書面での議決を認める')

  // The save is held back until more has been typed; then its answer and its event come, in whichever order.
  const release = Promise.withResolvers<void>()
  const asked = Promise.withResolvers<void>()
  await page.route('**/graphql', async (route) => {
    if (!route.request().postData()?.includes('書面での議決を認める')) return route.continue()
    asked.resolve()
    await release.promise
    await route.continue()
  })
  await page.getByRole('button', { name: '改正案を保存する' }).click()
  await asked.promise
  const meeting = page.getByRole('region', { name: '総会' })
  const days = meeting.getByLabel('書面での議決を認めるときの日数')
  await meeting.getByText('招集の日数', { exact: true }).click()
  await days.fill('21')
  await note.press('End')
  await note.pressSequentially('。招集は')
  release.resolve()
  await expect(page.getByRole('status').filter({ hasText: '改正案を保存しました。' })).toBeVisible()
  await page.unroute('**/graphql')
  // Whoever goes on typing when the answer comes types into the same field, and nothing is folded away.
  await expect(note).toBeFocused()
  await page.keyboard.type('14日前')
  await expect(note).toHaveValue('書面での議決を認める。招集は14日前')
  await expect(days).toBeVisible()
  await expect(days).toHaveValue('21')

  const saved = page.waitForResponse((response) => !!response.request().postData()?.includes('招集は14日前'))
  await page.getByRole('button', { name: '改正案を保存する' }).click()
  await saved
  await expect(page.getByRole('status').filter({ hasText: '改正案を保存しました。' })).toBeVisible()
  await page.reload()
  await expect(note).toHaveValue('書面での議決を認める。招集は14日前')
  await expect(days).toHaveValue('21')

  await page.getByRole('button', { name: '改正案を取りやめる' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '取りやめる' }).click()
  await expect(page).toHaveURL(/network\/rulebook(\?|$)/)
})
