import { globalId } from '../../api/src/kernel/ids.ts'
import { ask } from './support/database.ts'
import { expectNoSidewaysScroll } from './support/layout.ts'
import { bringSession } from './support/people.ts'
import { expect, expectAccessible, keepScreen, test } from './support/test.ts'

// What a drill has shown is taken over with one tap; the register is counted for a drill and a moment, and turned page by
// page; lists of help are read to their end, the number asked for is corrected, and who comes is read, which is logged.

test.setTimeout(180_000)

const phone = { width: 390, height: 844 }
const desk = { width: 1280, height: 900 }

test.describe('a director', () => {
  test.use({ person: 'director' })

  test('takes over what the spring drill has shown, and leaves one out, with one tap each', async ({
    page,
  }) => {
    const found = () =>
      ask<{ facility: string; drafts: number }>(
        `select d.facility_id as facility, count(*)::int as drafts from readiness_draft d
         join facility f on f.id = d.facility_id
         where d.decided_at is null and f.name like '%見本あおば荘' group by 1`,
      )
    await expect.poll(async () => (await found())[0]?.drafts ?? 0, { timeout: 60_000 }).toBeGreaterThan(1)
    const [row] = await found()
    await page.goto(`/readiness/${globalId('Facility', row?.facility ?? '')}`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/指定に向けた準備/, { timeout: 60_000 })
    const drafts = page.getByRole('region', { name: /訓練から分かったこと/ })
    await expect(drafts).toContainText('【訓練】春の安否報告訓練（見本）の結果から')
    // Other drills of the same house may have shown something too.
    const spring = drafts.getByRole('table', { name: /春の安否報告訓練（見本）の結果から/ })
    const took = spring.getByRole('row', { name: /市・近くの施設と訓練をした/ })
    await expect(took).toContainText('状況を1回報告')
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await keepScreen(page, 'readiness-drafts')
    await page.setViewportSize(phone)
    await expectNoSidewaysScroll(page)
    await keepScreen(page, 'readiness-drafts-phone')
    await page.setViewportSize(desk)

    await took.getByRole('button', { name: /点検表に入れる/ }).click()
    const isDraft = page.getByRole('button', { name: /点検表に入れる/ })
    await expect(
      page.getByRole('row', { name: /市・近くの施設と訓練をした.*はい/ }).filter({ hasNot: isDraft }),
    ).toContainText(/状況を1回報告/)
    const city = spring.getByRole('row', { name: /市の担当と夜間の連絡先/ })
    await city.getByRole('button', { name: '入れない' }).click()
    await expect(city).toBeHidden()
  })
})

test.describe('the secretariat', () => {
  test.use({ person: 'secretariat' })

  test('counts openings for a drill and a moment, and turns the pages of the register', async ({ page }) => {
    const [drill] = await ask<{ id: string }>(
      `select id from disaster_event where name like '%春の安否報告訓練（見本）' limit 1`,
    )
    const [start] = await ask<{ typed: string; before: string }>(
      `select to_char(started_at at time zone 'Asia/Tokyo' + interval '90 minutes', 'YYYY-MM-DD"T"HH24:MI') as typed,
         to_char(started_at at time zone 'Asia/Tokyo', 'YYYY-MM-DD"T"HH24:MI') as before
       from disaster_event where id = $1`,
      [drill?.id],
    )
    await page.goto('/')
    await page.getByRole('navigation').getByRole('link', { name: '福祉避難所の台帳' }).first().click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('福祉避難所の台帳')
    await page.getByLabel('災害・訓練').selectOption(globalId('DisasterEvent', drill?.id ?? ''))
    await expect(page.getByText('【訓練】の数です')).toBeVisible()
    await page.getByLabel('数え方').first().selectOption('OPEN_BY_DECISION')
    await page.getByLabel('時点').fill(start?.typed ?? '')
    await page.getByRole('button', { name: '表示する' }).click()
    await expect(page.getByRole('status').filter({ hasText: '決定で開設中' })).toContainText(/[1-3]か所/)
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await keepScreen(page, 'register-drill')
    await page.getByLabel('時点').fill(start?.before ?? '')
    await page.getByRole('button', { name: '表示する' }).click()
    await expect(page.getByText('この数え方では、ありません。')).toBeVisible()

    await page.goto('/shelters/welfare')
    const first = page.getByRole('table').getByRole('row').nth(1)
    const name = await first.getByRole('link').first().textContent()
    await page.getByRole('link', { name: '次へ' }).click()
    await expect(page.getByRole('link', { name: '前へ' })).toBeVisible()
    await expect(page.getByRole('table').first()).not.toContainText(name ?? '')
    await keepScreen(page, 'register-page-2')
    await page.getByRole('link', { name: '前へ' }).click()
    await expect(first).toContainText(name ?? '')
    await page.setViewportSize(phone)
    await expectNoSidewaysScroll(page)
    await keepScreen(page, 'register-phone')
  })

  test('finds any disaster or drill by its name, however many there were since', async ({ page }) => {
    const gone = `delete from disaster_event where name like '%見本 さがす%'`
    const quietly = (sql: string) => ask(`set session_replication_role = replica; ${sql}`)
    await quietly(`${gone};
      insert into disaster_event (platform_id, name, hazard, drill, started_at, areas, first_report_minutes, report_every_minutes,
        presumed_serious_minutes, buddy_minutes, council_minutes, opened_at, updated_at)
      select (select id from platform where sample and name like '%連絡協議会' limit 1), '【訓練】見本 さがす訓練' || n, 'FLOOD', true,
        now() - make_interval(days => n), '{}', 30, 120, 60, 20, 30, now() - make_interval(days => n), now() from generate_series(1, 30) n`)
    try {
      await page.goto('/shelters/welfare')
      await page.getByRole('button', { name: /ほかの災害・訓練をさがす/ }).click()
      const dialog = page.getByRole('dialog')
      await expect(dialog.getByRole('button', { name: '続きを見る' })).toBeVisible()
      await expectAccessible(page)
      await keepScreen(page, 'register-find-event')
      await dialog.getByLabel('名前の一部').fill('さがす訓練29')
      await dialog.getByRole('button', { name: 'さがす', exact: true }).click()
      await dialog.getByRole('button', { name: '【訓練】見本 さがす訓練29' }).click()
      await expect(page.getByLabel('災害・訓練')).toContainText('さがす訓練29')
      await expect(page.getByText('【訓練】の数です')).toBeVisible()
      await keepScreen(page, 'register-found-event')
    } finally {
      await quietly(gone)
    }
  })

  test('corrects the number asked for, sees what follows, and reads who comes, which is logged', async ({
    page,
  }) => {
    const [request] = await ask<{ event: string; id: string }>(
      `select r.event_id as event, r.id from aid_request r join disaster_event e on e.id = r.event_id
       join platform p on p.id = e.platform_id
       where p.sample and r.kind = 'STAFF' and r.state = 'OPEN' order by r.requested_at limit 1`,
    )
    await page.goto(`/disasters/${globalId('DisasterEvent', request?.event ?? '')}/aid`)
    const card = page.getByRole('article', { name: /介護職員/ }).first()
    await card.getByRole('button', { name: /数を直す/ }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(/直した数/).fill('1')
    await expect(dialog).toContainText('返事待ちの申し出1件は、そのまま残ります。')
    await keepScreen(page, 'aid-quantity')
    await dialog.getByRole('button', { name: '数を直す' }).click()
    await expect(card).toContainText('あと 1人')

    await card.getByRole('button', { name: /お願いする/ }).click()
    await dialog.getByRole('button', { name: 'お願いする' }).click()
    await expect(card).toContainText('足りました')
    await card.getByRole('button', { name: /出発した/ }).click()
    await dialog.getByLabel(/来る人の名前/).fill('見本 応援子')
    await dialog.getByLabel(/途中の連絡先/).fill('09000000000')
    await dialog.getByRole('button', { name: '出発した' }).click()
    await expect(card.getByText('向かっている')).toBeVisible()
    await expect(card).not.toContainText('見本 応援子')
    const looked = async () =>
      (
        await ask<{ count: number }>(
          `select count(*)::int as count from audit_entry where command = 'lookAtPersonalData' and input::text like '%AidHelper%'`,
        )
      )[0]?.count ?? 0
    const before = await looked()
    await card.getByRole('button', { name: '来る人の名前を見る' }).click()
    await expect(card).toContainText('来る人：見本 応援子 09000000000')
    expect(await looked()).toBe(before + 1)
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await keepScreen(page, 'aid-helper')
    await page.setViewportSize(phone)
    await expectNoSidewaysScroll(page)
    await keepScreen(page, 'aid-phone')
  })

  test('reads requests, offers, costs and history to their end, page by page', async ({ page }) => {
    const event = await longDrill()
    await page.goto(`/disasters/${globalId('DisasterEvent', event)}/aid`)
    await expect(page.getByRole('article')).toHaveCount(20)
    await page.getByRole('button', { name: /続きを見る.*受付中の要請/ }).click()
    await expect(page.getByRole('article')).toHaveCount(25)
    const card = page.getByRole('article').first()
    await expect(card.getByRole('listitem').filter({ hasText: '見本の申し出' })).toHaveCount(10)
    await card.getByRole('button', { name: /続きを見る.*申し出/ }).click()
    await expect(card.getByRole('listitem').filter({ hasText: '見本の申し出' })).toHaveCount(12)
    await expect(card.getByText(/移動 見本の費用/)).toHaveCount(5)
    await card.getByRole('button', { name: /続きを見る.*時間・費用/ }).click()
    await expect(card.getByText(/移動 見本の費用/)).toHaveCount(8)
    await expectAccessible(page)
    await keepScreen(page, 'aid-long')
  })

  test('chooses the paper of an agreement from the shelf', async ({ page }) => {
    await page.goto('/network/agreements')
    await page.getByText('協定を記録する').click()
    const form = page.locator('form').filter({ has: page.getByLabel(/協定の名前/) })
    const shelf = form.getByLabel(/協定書（書類の棚）/)
    await expect(shelf).toBeVisible()
    const title = (await shelf.locator('option').nth(1).textContent()) ?? ''
    await form.getByLabel(/協定の名前/).fill('見本の応援協定')
    await form.getByLabel(/助け合う内容/).fill('人と物の応援')
    const [year, month, day] = [
      form.getByRole('group', { name: /はじめの日/ }).getByRole('textbox', { name: '年' }),
      form.getByRole('group', { name: /はじめの日/ }).getByRole('textbox', { name: '月' }),
      form.getByRole('group', { name: /はじめの日/ }).getByRole('textbox', { name: '日' }),
    ]
    await year.fill('8')
    await month.fill('4')
    await day.fill('1')
    await form.getByRole('checkbox').nth(0).check()
    await form.getByRole('checkbox').nth(1).check()
    await shelf.selectOption({ index: 1 })
    await keepScreen(page, 'agreement-form')
    await form.getByRole('button', { name: '記録する' }).click()
    await expect(page.getByRole('row', { name: /見本の応援協定/ })).toContainText(title)
    await keepScreen(page, 'agreements')
  })
})

test('the operator takes over published designations from the register', async ({ page, context }) => {
  await bringSession(context, 'operator')
  await page.goto('/shelters/welfare')
  await page.getByRole('button', { name: '公表された指定を取り込む' }).click()
  await expect(page.getByText(/新しい指定も、終わった指定もありませんでした|取り込みました/)).toBeVisible()
})

/** A drill that is over, with more of everything than one page holds: rows as the module writes them. */
async function longDrill(): Promise<string> {
  const [event] = await ask<{ id: string; facility: string; lot: string; lender: string; item: string }>(
    `with chosen as (
       select e.platform_id, c.facility_id, l.id as lot, l.facility_id as lender, l.item_id as item
       from disaster_event e join platform p on p.id = e.platform_id join called_facility c on c.event_id = e.id
       join aid_request r on r.event_id = e.id and r.facility_id = c.facility_id
       join aid_offer o on o.request_id = r.id join stock_lot l on l.id = o.lot_id where p.sample limit 1
     ), made as (
       insert into disaster_event (platform_id, name, hazard, drill, started_at, areas, first_report_minutes,
         report_every_minutes, presumed_serious_minutes, buddy_minutes, council_minutes, opened_at, closed_at, closing_note, updated_at)
       select platform_id, '【訓練】長い訓練（見本）', 'EARTHQUAKE', true, now() - interval '30 days', '{}', 30, 120, 60, 15, 30,
         now() - interval '30 days', now() - interval '29 days', '', now() from chosen returning id
     )
     select made.id, facility_id as facility, lot, lender, item from made, chosen`,
  )
  if (!event) throw new Error('The sample has no drill with help.')
  const { id, facility, lot, lender, item } = event
  const requests = await ask<{ id: string }>(
    `insert into aid_request (event_id, kind, facility_id, item_id, quantity, needed_by, requested_at, updated_at)
     select $1, 'GOODS', $2, $3, 20, now() - interval '29 days' + n * interval '1 minute', now() - interval '30 days', now()
     from generate_series(1, 25) n order by n returning id`,
    [id, facility, item],
  )
  await ask(
    `insert into aid_change (request_id, act, quantity, at) select id, 'REQUESTED', 20, requested_at from aid_request where event_id = $1`,
    [id],
  )
  const [request] = requests
  const at = `now() - interval '29 days'`
  const offers = await ask<{ id: string }>(
    `insert into aid_offer (request_id, kind, facility_id, lot_id, label, quantity, accepted, came_back, state, offered_at,
       accepted_at, dispatched_at, arrived_at, returned_at, updated_at)
     select $1, 'GOODS', $2, $3, '見本の申し出', 1, 1, 0, 'RETURNED', ${at} + n * interval '1 minute', ${at} + interval '1 hour',
       ${at} + interval '2 hours', ${at} + interval '3 hours', ${at} + interval '4 hours', now()
     from generate_series(1, 12) n order by n returning id`,
    [request?.id, lender, lot],
  )
  await ask(
    `insert into aid_cost (offer_id, kind, category_id, on_date, what, yen, noted_at)
     select $1, 'TRAVEL', (select id from relief_category where code = 'TRANSPORT'), current_date - 29, '見本の費用' || n, 100, now()
     from generate_series(1, 8) n`,
    [offers[0]?.id],
  )
  return id
}
