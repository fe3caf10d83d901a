import type { Browser, Page } from '@playwright/test'
import { globalId } from '../../api/src/kernel/ids.ts'
import { ask } from './support/database.ts'
import { bringSession, type Person } from './support/people.ts'
import { expect, expectAccessible, keepScreen, secondAddress, test } from './support/test.ts'

// A meeting of the board (役員会): officers who have a log-in answer, check in and vote themselves; what the others say, the
// secretariat records.

test.use({ person: 'secretariat', actionTimeout: 20_000 })
test.setTimeout(300_000)

/** A second browser in which an officer is signed in, on the other API process. */
async function windowOf(browser: Browser, person: Person): Promise<Page> {
  const context = await browser.newContext({
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    baseURL: secondAddress(),
  })
  await bringSession(context, person)
  return context.newPage()
}

const OFFICER = '副会長　見本 千鶴'

test('an officer answers the notice, comes and votes for the own seat', async ({ page, browser }) => {
  const [meeting] = await ask<{ id: string; item: string; title: string }>(
    `select m.id, i.id as item, m.title from meeting m join agenda_item i on i.meeting_id = m.id
      where m.organ = 'BOARD' and m.state = 'NOTICED' and i.kind = 'RESOLUTION'`,
  )
  if (!meeting) throw new Error('The sample year has no board meeting ahead.')
  const path = `/network/meetings/${globalId('Meeting', meeting.id)}`

  // The to-do on the officer's home leads to the notice.
  const officer = await windowOf(browser, 'officer')
  await officer.goto('/')
  await expectAccessible(officer)
  await keepScreen(officer, 'board-home')
  await officer.setViewportSize({ width: 390, height: 844 })
  await keepScreen(officer, 'board-home-phone')
  await officer.setViewportSize({ width: 1280, height: 900 })
  await officer
    .getByRole('link', { name: /役員会/ })
    .first()
    .click()
  await officer.getByRole('radio', { name: /^会場で出席/ }).check({ force: true })
  await expect(officer.getByRole('radio', { name: /^委任状/ })).toHaveCount(0)
  await expectAccessible(officer)
  await keepScreen(officer, 'board-notice')
  await officer.getByRole('button', { name: `${OFFICER}として「会場で出席」と答える` }).click()
  await expect(officer.getByRole('button', { name: '直す', exact: true })).toBeVisible()
  await officer.goto('/')
  await expect(officer.getByText('いま、やることはありません。')).toBeVisible()

  // The day comes: the secretariat opens the meeting and notes who of the others is there.
  await ask(
    `update meeting set starts_at = now() + interval '10 minutes', answer_by = now() + interval '1 minute',
      record_on = (now() at time zone 'Asia/Tokyo')::date where id = $1`,
    [meeting.id],
  )
  await officer.goto(`${path}/room`)
  await officer.getByRole('button', { name: '会場に出席しています' }).click()
  await expect(officer.getByRole('button', { name: '退席します' })).toBeVisible()
  await expectAccessible(officer)
  await keepScreen(officer, 'board-check-in')
  await page.goto(path)
  await page.getByRole('link', { name: '会議の画面へ' }).click()
  const dialog = page.getByRole('dialog')
  await page.getByRole('button', { name: '受付をする' }).click()
  for (const name of ['見本 宏', '見本 進'])
    await dialog
      .getByRole('group', { name: new RegExp(name) })
      .getByRole('radio', { name: '会場' })
      .check()
  await dialog.getByRole('button', { name: '受付を記録する' }).click()
  await expect(dialog).toHaveCount(0)
  await page.getByRole('button', { name: '開会する' }).click()
  await dialog.getByLabel(/^議長の名前/).fill('見本 宏')
  await dialog.getByRole('button', { name: '開会する' }).click()
  await expect(dialog).toHaveCount(0)

  await page.getByRole('button', { name: '議案第1号に進む' }).click()
  const quorum = page.locator('.yui-two-figures')
  await expect(quorum).toContainText('成立')
  await page.getByRole('button', { name: '採決を始める' }).click()
  await dialog.getByRole('button', { name: '採決を始める' }).click()
  await expect(dialog).toHaveCount(0)

  await officer.goto(`${path}/vote/${globalId('AgendaItem', meeting.item)}`)
  await officer.getByRole('radio', { name: '賛成' }).check({ force: true })
  await expectAccessible(officer)
  await keepScreen(officer, 'board-ballot')
  await officer.getByRole('button', { name: `${OFFICER}として「賛成」で投票する` }).click()
  await expect(officer.getByRole('heading', { name: '「賛成」で受け付けました' })).toBeVisible()

  // The chair of the network has a seat of its own there, and none but that.
  const chair = await windowOf(browser, 'directorAndChair')
  await chair.goto(`${path}/vote/${globalId('AgendaItem', meeting.item)}`)
  await expect(chair.getByText(OFFICER)).toHaveCount(0)

  await page.getByRole('button', { name: '電話・FAXの回答を代わりに入れる' }).click()
  await dialog.getByRole('checkbox', { name: /見本 宏/ }).check()
  await dialog.getByRole('checkbox', { name: /見本 進/ }).check()
  await dialog.getByRole('radio', { name: '賛成' }).check()
  await dialog.getByRole('radio', { name: /^会場/ }).check()
  await dialog.getByRole('button', { name: '回答を代わりに入れる' }).click()
  await expect(dialog).toHaveCount(0)
  await keepScreen(page, 'board-room')
  await page.setViewportSize({ width: 390, height: 844 })
  await keepScreen(page, 'board-room-phone')
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.getByRole('button', { name: '採決を締め切る' }).click()
  await dialog.getByRole('button', { name: '採決を締め切る' }).click()
  await expect(page.getByRole('heading', { name: /^結果/ })).toContainText('可決')

  const ballots = await ask<{ name: string; channel: string }>(
    `select v.name, b.channel from ballot b join meeting_voter v on v.id = b.voter_id
      where b.item_id = $1 order by v.position`,
    [meeting.item],
  )
  expect(ballots).toEqual([
    { name: '副会長　見本 宏', channel: 'ROOM' },
    { name: OFFICER, channel: 'PORTAL' },
    { name: '会計　見本 進', channel: 'ROOM' },
  ])
})
