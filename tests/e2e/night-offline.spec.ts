import type { Page } from '@playwright/test'
import { globalId } from '../../api/src/kernel/ids.ts'
import { ask } from './support/database.ts'
import { test } from './support/line.ts'
import { bringSession } from './support/people.ts'
import { firstAddress } from '../support/browser.ts'
import { expect, expectAccessible, keepScreen } from './support/test.ts'

// A night without a line: a director on a phone reports and takes ten people in, and everything arrives once when the line
// is back, on the board that the secretariat looks at through another API process.

test.use({
  person: 'director',
  serviceWorkers: 'allow',
  viewport: { width: 390, height: 844 },
  expectedComplaints: [/ERR_INTERNET_DISCONNECTED|ERR_FAILED|ERR_EMPTY_RESPONSE|ERR_CONNECTION|WebSocket/],
})
test.setTimeout(180_000)

const where = async () => {
  const [row] = await ask<{ event: string; opening: string; book: string; called: string }>(
    `select o.event_id as event, o.id as opening, b.id as book, c.id as called
       from intake_book b join shelter_opening o on o.id = b.opening_id
       join facility f on f.id = o.facility_id
       join called_facility c on c.event_id = o.event_id and c.facility_id = f.id
      where f.name like '%見本あおば荘' order by b.id limit 1`,
  )
  if (!row) throw new Error('The sample drill has no book of people.')
  return row
}

const counted = async (book: string) => {
  const [row] = await ask<{ day: number; night: number; people: string }>(
    `select c.day, c.night,
            (select count(*) from intake_entry e where e.book_id = $1 and e.kind = 'PERSON_ADDED') as people
       from intake_count c where c.book_id = $1 and c.need is null`,
    [book],
  )
  return { day: row?.day ?? 0, night: row?.night ?? 0, people: Number(row?.people ?? 0) }
}

const reports = async (called: string) => {
  const [row] = await ask<{ count: string }>(
    'select count(*) from status_report where called_facility_id = $1',
    [called],
  )
  return Number(row?.count)
}

const fromDevices = async () => {
  const [row] = await ask<{ count: string }>("select count(*) from status_report where channel = 'DEVICE'")
  return Number(row?.count)
}

const answerAll = async (page: Page) => {
  for (const answer of ['全員 無事', '一部だけ使える', '停電', '出る', '足りない', 'できない'])
    await page.getByRole('button', { name: answer, exact: true }).click()
}

const outbox = (page: Page) => page.getByRole('link', { name: /送信待ち/ }).first()

/** How many answers and readings lie on this device. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    // Opening what is not there would make it, and the portal would find it without its stores.
    if (!(await indexedDB.databases()).some(({ name }) => name === 'yui-device')) return 0
    return new Promise<number>((resolve) => {
      const opening = indexedDB.open('yui-device')
      opening.onsuccess = () => {
        const counting = opening.result.transaction('kept').objectStore('kept').count()
        counting.onsuccess = () => {
          opening.result.close()
          resolve(counting.result)
        }
      }
    })
  })

test('six taps and ten people without a line, a reload between, and all of it once on the board', async ({
  page,
  context,
  browser,
  line,
}) => {
  const { event, opening, book, called } = await where()
  const eventId = globalId('DisasterEvent', event)
  const intake = `/disasters/${eventId}/intake/${globalId('ShelterOpening', opening)}`
  const before = { ...(await counted(book)), reports: await reports(called) }

  const office = await browser.newContext({
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    viewport: { width: 1280, height: 900 },
  })
  await bringSession(office, 'secretariat')
  const board = await office.newPage()
  await board.goto(`${firstAddress()}/disasters/${eventId}`)
  const row = board.getByRole('row', { name: /見本あおば荘/ })
  await expect(row).toBeVisible()

  await page.goto(`/disasters/${eventId}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('福祉避難所 開設状況')
  // Who somebody is, and the board.
  await expect.poll(() => kept(page)).toBeGreaterThanOrEqual(2)
  await page.goto(intake)
  const here = page.locator('.yui-figures > div').filter({ hasText: 'いまいる人' })
  await expect(here).toContainText(String(before.day))
  // The shelter's book, and its people.
  await expect.poll(() => kept(page)).toBeGreaterThanOrEqual(4)
  await page.goto(`/disasters/${eventId}/report`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/状況報告/)
  await page.evaluate(async () => void (await navigator.serviceWorker.ready))
  await expect.poll(() => kept(page)).toBeGreaterThanOrEqual(5)

  await line.cut(context)
  await page.getByRole('button', { name: '6問に答え直す' }).click()
  await answerAll(page)
  await expect(page.getByText('この端末に保存しました')).toBeVisible()
  await expect(outbox(page)).toContainText('1件')

  await page.goto(`/disasters/${eventId}`)
  await expect(page.getByRole('row', { name: /見本あおば荘/ })).toBeVisible()
  await expect(page.getByText(/この端末に残っていた .* の内容/)).toBeVisible()
  await keepScreen(page, 'night-board-without-line')

  await page.goto(intake)
  for (let number = 1; number <= 10; number++) {
    await page.getByRole('link', { name: '名前のわかる人を入れる' }).click()
    await page.getByLabel(/^氏名/).fill(`見本 ${number}番`)
    await page.getByRole('radio', { name: '数えていない人（いま来た人）' }).check()
    await page.getByRole('button', { name: '保存する' }).click()
    await expect(here).toContainText(String(before.day + number))
    if (number === 5) {
      await page.reload()
      await expect(here).toContainText(String(before.day + 5))
      await expect(page.getByRole('link', { name: '見本 5番' })).toBeVisible()
    }
  }
  await expect(page.getByText(/送信待ち 10件/)).toBeVisible()
  await expect(outbox(page)).toContainText('11件')
  await expectAccessible(page)
  await keepScreen(page, 'night-intake-without-line')
  expect({ ...(await counted(book)), reports: await reports(called) }).toEqual(before)

  await line.mend(context)
  // On a phone it stands there only while something waits.
  await expect(outbox(page)).toHaveCount(0, { timeout: 30_000 })
  const after = { day: before.day + 10, night: before.night + 10, people: before.people + 10 }
  expect(await counted(book)).toEqual(after)
  expect(await reports(called)).toBe(before.reports + 1)
  await expect(here).toContainText(String(after.day))
  await expect(page.getByText(/送信待ち \d+件。/)).toHaveCount(0)
  await expect(
    row
      .getByRole('cell')
      .filter({ hasText: String(after.night) })
      .first(),
  ).toBeVisible()
  await keepScreen(board, 'night-board-after')
  await office.close()
})

test('the device of the facility: whoever is there taps without a line, and nothing is asked twice but name and PIN', async ({
  page,
  context,
  browser,
  line,
}) => {
  const before = await fromDevices()
  await page.goto('/disasters/devices')
  await page.getByLabel(/^端末の名前/).fill('見本 事務室の端末')
  await page.getByLabel(/^暗証番号/).fill('２４６８')
  await page.getByRole('button', { name: 'この端末を登録する' }).click()
  await expect(page.getByRole('link', { name: '施設の端末から報告' })).toBeVisible()

  // The same device, with nobody signed in.
  const { origins } = await context.storageState()
  const room = await browser.newContext({
    baseURL: line.address,
    storageState: { cookies: [], origins },
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    viewport: { width: 390, height: 844 },
    serviceWorkers: 'allow',
  })
  const device = await room.newPage()
  const identify = async () => {
    // Other drills may call the facility at the same time: then it is said first which one is meant.
    const first = device.getByRole('button', { name: /【訓練】/ }).first()
    await expect(device.getByLabel(/^あなたの名前/).or(first)).toBeVisible()
    if (await first.isVisible()) await first.click()
    await device.getByLabel(/^あなたの名前/).fill('見本 当直')
    await device.getByLabel(/^暗証番号/).fill('2468')
  }
  await device.goto('/facility-device')
  await expect(device.getByRole('heading', { level: 1 })).toHaveText(/施設の端末から報告/)
  await device.evaluate(async () => void (await navigator.serviceWorker.ready))
  await expect.poll(() => kept(device)).toBeGreaterThan(0)
  await line.cut(room)
  await identify()
  await answerAll(device)
  await expect(device.getByText('急ぐときは、電話で伝えてください。')).toBeVisible()
  await device.reload()
  await identify()
  await expect(device.getByText('停電')).toBeVisible()
  await keepScreen(device, 'facility-device-without-line')
  expect(await fromDevices()).toBe(before)
  await line.mend(room)
  await device.getByRole('button', { name: 'いま送ってみる' }).click()
  await expect(device.getByText(/事務局に届きました/)).toBeVisible()
  expect(await fromDevices()).toBe(before + 1)
  await expectAccessible(device)
  await room.close()
})
