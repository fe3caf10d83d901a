import { ask } from './support/database.ts'
import { expectNoSidewaysScroll, sizes } from './support/layout.ts'
import { expect, expectAccessible, keepScreen, test } from './support/test.ts'

// A network of more members than one page of a list holds: whom an announcement goes to is chosen among all of them. The
// members are put into the sample network for the test and taken out again, for it is everybody's.

const MORE = 110
const LAST = `大所帯見本${MORE}の会`

/** Rows appear and go without what else happens when somebody writes them. */
const quietly = (sql: string) => ask(`set session_replication_role = replica; ${sql}`)
const added = `(select id from corporation where name like '大所帯見本%')`

test.use({ person: 'secretariat' })
test.setTimeout(120_000)

test.beforeAll(() =>
  quietly(`
    insert into corporation (name, kana, kind, sample, updated_at)
      select '大所帯見本' || lpad(n::text, 3, '0') || 'の会', 'わ' || lpad(n::text, 3, '0'), 'GENERAL', true, now()
      from generate_series(1, ${MORE}) n;
    insert into platform_membership (platform_id, corporation_id, position, member_class, starts_on, updated_at)
      select (select id from platform where sample and name like '%連絡協議会'), id, 1000, 'FULL', current_date - 30, now()
      from corporation where name like '大所帯見本%'`),
)
test.afterAll(() =>
  quietly(`
    delete from announcement where id in (select announcement_id from announcement_recipient where corporation_id in ${added});
    delete from announcement_recipient where corporation_id in ${added};
    delete from platform_membership where corporation_id in ${added};
    delete from corporation where name like '大所帯見本%'`),
)

test('an announcement goes to any of more than a hundred members, and is corrected with all of them', async ({
  page,
}) => {
  await page.goto('/network/announcements')
  const write = page.getByRole('region', { name: 'お知らせを出す' })
  await write.getByLabel(/^題/).fill('大所帯のお知らせ')
  await write.getByLabel(/^本文/).fill('えらんだ会員だけに出します。')
  await write.getByRole('radio', { name: '会員を選ぶ' }).check()
  const members = write.getByRole('group', { name: /^あて先の会員/ })
  await expect(members.getByText(`${MORE + 19}件のうち${MORE + 19}件を表示、0件を選択`)).toBeVisible()
  const narrow = members.getByLabel('ことばでしぼり込む')
  await narrow.fill(LAST)
  await expect(members.getByRole('checkbox')).toHaveCount(1)
  await members.getByRole('checkbox', { name: LAST }).check()
  await narrow.fill('見本あおば会')
  // What is chosen stays in sight, whatever is looked for.
  await expect(members.getByRole('checkbox')).toHaveCount(2)
  await members.getByRole('checkbox', { name: /見本あおば会/ }).check()
  await expect(members.getByText(/2件を選択/)).toBeVisible()
  await expectAccessible(page)
  await keepScreen(page, 'announcement-many-members')
  await page.setViewportSize(sizes.phone)
  await expectNoSidewaysScroll(page)
  await page.setViewportSize(sizes.pc)
  await write.getByRole('radio', { name: '日時を決めて出す' }).check()
  await write
    .getByRole('group', { name: /^出す日/ })
    .getByLabel('年', { exact: true })
    .fill('30')
  await write.getByLabel(/^出す時刻/).fill('9:00')
  await write.getByRole('button', { name: 'お知らせを出す' }).click()

  await expect(page.getByRole('heading', { level: 1, name: '大所帯のお知らせ' })).toBeVisible()
  const edit = page.getByRole('region', { name: 'お知らせの予定を直す' })
  const recipients = edit.getByRole('group', { name: /^あて先の会員/ })
  await expect(recipients.getByRole('checkbox', { name: LAST })).toBeChecked()
  await expect(recipients.getByText(/2件を選択/)).toBeVisible()
  await recipients.getByRole('checkbox', { name: /見本いずみ会/ }).check()
  await edit.getByRole('button', { name: '予定を直す' }).click()
  await expect
    .poll(async () => {
      const [count] = await ask<{ count: number }>(
        `select count(*)::int from announcement_recipient r join announcement a on a.id = r.announcement_id
          where a.title = '大所帯のお知らせ'`,
      )
      return count?.count
    })
    .toBe(3)
})
