import fs from 'node:fs'
import type { Browser, Locator, Page } from '@playwright/test'
import { globalId } from '../../api/src/kernel/ids.ts'
import { ask } from './support/database.ts'
import { bringAccount, bringSession } from './support/people.ts'
import { expect, expectAccessible, keepFile, keepScreen, secondAddress, test } from './support/test.ts'

// A whole general meeting of the 19 sample corporations on the portal: notice, answers, proxies and votes in writing, the
// room with its quorum, five items — a report, an amendment, an exclusion, one before which a member leaves — and the close.

test.use({ person: 'secretariat', actionTimeout: 20_000 })
test.setTimeout(600_000)

/** A member of the sample network, with a director who can sign in. */
interface Member {
  readonly name: string
  readonly email: string
}

/** Gives the invented directors of some corporations the cast's password, since only the cast has one. */
async function memberCalled(stem: string): Promise<Member> {
  const [found] = await ask<Member & { id: string }>(
    `select u.id, u.email, c.name from role_assignment r
      join app_user u on u.id = r.user_id join facility f on f.id = r.facility_id
      join corporation c on c.id = f.corporation_id
      where r.role = 'FACILITY_DIRECTOR' and c.sample and c.name like $1
      order by (select count(*) from role_assignment held where held.user_id = u.id), u.email limit 1`,
    [`%見本${stem}会`],
  )
  if (!found) throw new Error(`Nobody directs a facility of ${stem}.`)
  await ask(
    `insert into auth_account (id, user_id, account_id, provider_id, password, created_at, updated_at)
      select uuidv7(), $1::uuid, $1, a.provider_id, a.password, now(), now()
      from auth_account a join app_user u on u.id = a.user_id
      where u.email = 'hanako@example.com' and not exists (select from auth_account where user_id = $1::uuid)`,
    [found.id],
  )
  return { name: found.name, email: found.email }
}

/** A second browser in which a member's director is signed in, on the other API process. */
async function windowOf(browser: Browser, { email }: Pick<Member, 'email'>): Promise<Page> {
  const context = await browser.newContext({
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    baseURL: secondAddress(),
  })
  if (email.endsWith('@example.com')) await bringSession(context, 'director')
  else await bringAccount(context, email)
  return context.newPage()
}

const japan = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Tokyo',
  dateStyle: 'short',
  timeStyle: 'short',
})

async function fillMoment(page: Page, day: string, time: string, at: Date): Promise<void> {
  const [date = '', clock = ''] = japan.format(at).split(' ')
  const [year = '', month = '', dayOfMonth = ''] = date.split('-')
  const group = page.getByRole('group', { name: new RegExp(`^${day}`) })
  await group.getByLabel('年', { exact: true }).fill(String(Number(year) - 2018))
  await group.getByLabel('月', { exact: true }).fill(month)
  await group.getByLabel('日', { exact: true }).fill(dayOfMonth)
  await page.getByLabel(new RegExp(`^${time}`)).fill(clock)
}

const ITEMS = [
  { kind: /^報告/, title: '上期の事業報告' },
  { kind: /^議案/, title: '補正予算' },
  { kind: /^議案/, title: '会則の一部改正（第9条 会費）', rule: '会則の改正（会則第30条）' },
  { kind: /^議案/, title: '共同車両（福祉バス）の賃借契約を結ぶこと' },
  { kind: /^議案/, title: '福祉避難所 合同訓練の計画' },
] as const

async function writeAgenda(page: Page): Promise<void> {
  for (const item of ITEMS) {
    await page.getByRole('button', { name: '議案・報告を加える' }).click()
    const row = page.getByRole('region', { name: /番目$/ }).last()
    await row.getByRole('radio', { name: item.kind }).check()
    await row.getByLabel(/^本文/).fill(`${item.title}について。`)
    if ('rule' in item) await row.getByLabel(/^議決の種類/).selectOption({ label: item.rule })
    // Last: the row is known by its title from then on.
    await row.getByLabel(/^件名/).fill(item.title)
  }
  await page.getByRole('button', { name: '議案を保存する' }).click()
  await expect(
    page.getByRole('region', { name: '招集通知を送る' }).getByText('5件', { exact: true }),
  ).toBeVisible()
}

const dialog = (page: Page): Locator => page.getByRole('dialog')

/** Records the same vote of several members, as the secretariat sees a show of hands. */
async function recordHands(
  page: Page,
  names: readonly string[],
  choice: '賛成' | '反対' | '棄権',
  channel: RegExp,
) {
  await page.getByRole('button', { name: '電話・FAXの回答を代わりに入れる' }).click()
  for (const name of names)
    await dialog(page)
      .getByRole('checkbox', { name: new RegExp(name) })
      .check()
  await dialog(page).getByRole('radio', { name: choice }).check()
  await dialog(page).getByRole('radio', { name: channel }).check()
  await dialog(page).getByRole('button', { name: '回答を代わりに入れる' }).click()
  await expect(dialog(page)).toHaveCount(0)
}

async function openVote(page: Page): Promise<void> {
  await page.getByRole('button', { name: '採決を始める' }).click()
  await dialog(page).getByRole('button', { name: '採決を始める' }).click()
  await expect(dialog(page)).toHaveCount(0)
  await expect(page.getByRole('button', { name: '採決を締め切る' })).toBeVisible()
}

async function closeVote(page: Page): Promise<void> {
  await page.getByRole('button', { name: '採決を締め切る' }).click()
  await dialog(page).getByRole('button', { name: '採決を締め切る' }).click()
  await expect(dialog(page)).toHaveCount(0)
  await expect(page.getByRole('heading', { name: /^結果/ })).toContainText('可決')
}

/** Chooses and confirms: the two taps of a ballot. */
async function vote(page: Page, name: string, choice: '賛成' | '反対' | '棄権'): Promise<void> {
  await page.getByRole('radio', { name: choice }).check({ force: true })
  await page.getByRole('button', { name: `${name}として「${choice}」で投票する` }).click()
  await expect(page.getByRole('heading', { name: `「${choice}」で受け付けました` })).toBeVisible()
}

test('a general meeting from the notice to the signed minutes', async ({ page, browser }) => {
  const [aoba, uguisu, enishi, kurumi] = await Promise.all(
    ['あおば', 'うぐいす', 'えにし', 'くるみ'].map(memberCalled),
  )
  if (!aoba || !uguisu || !enishi || !kurumi) throw new Error('The cast has changed.')
  const roll = await ask<{ name: string }>(
    `select c.name from platform_membership m join corporation c on c.id = m.corporation_id
      join platform p on p.id = m.platform_id where p.name = '見本地区社会福祉法人連絡協議会' and m.starts_on <= current_date and (m.ends_on is null or m.ends_on >= current_date)
      order by m.position, m.id`,
  )
  expect(roll).toHaveLength(19)
  const own = new Set([aoba, uguisu, enishi, kurumi].map(({ name }) => name))
  const others = roll.map(({ name }) => name).filter((name) => !own.has(name))

  // The secretariat prepares the meeting and calls it; it is too late for the rulebook, so all have to have consented.
  await page.goto('/network/meetings')
  await page.getByRole('link', { name: '会議を準備する' }).click()
  await expectAccessible(page)
  const startsAt = new Date(Date.now() + 25 * 60_000)
  await page.getByLabel(/^回/).first().fill('9')
  await fillMoment(page, '開催日', '開会の時刻', startsAt)
  await page.getByLabel(/^閉会の予定/).fill('')
  await page.getByLabel(/^場所/).fill('見本市総合福祉センター')
  await fillMoment(page, '回答の締切日', '回答の締切時刻', new Date(startsAt.getTime() - 5 * 60_000))
  await expect(page.getByLabel(/^会議の名前/)).toHaveValue(/^令和\d+年度 第9回 総会$/)
  const title = await page.getByLabel(/^会議の名前/).inputValue()
  await page.getByRole('button', { name: '議案を並べる画面へ進む' }).click()

  await expect(page).toHaveURL(/\/edit$/)
  await writeAgenda(page)
  await expectAccessible(page)
  await keepScreen(page, 'general-meeting-prepared')
  const notice = page.getByRole('region', { name: '招集通知を送る' })
  await expect(notice).toContainText('議決に加わる19名')
  await expect(notice).toContainText(/期限を\d+日過ぎています/)
  await notice.getByLabel(/^期限を過ぎても開ける理由/).fill('全会員から電話で同意を得ました。')
  await notice.getByRole('button', { name: '招集通知を送る' }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expect(page).toHaveURL(/\/network\/meetings\/[^/]+$/)
  const meetingPath = new URL(page.url()).pathname
  await keepScreen(page, 'general-meeting-notice')

  // Members answer: one comes, one gives its proxy to it, one votes in writing; FAX and telephone are recorded.
  const aobaPage = await windowOf(browser, aoba)
  await aobaPage.goto(meetingPath)
  await aobaPage.getByRole('radio', { name: /^会場で出席/ }).check({ force: true })
  await expectAccessible(aobaPage)
  await aobaPage.getByRole('button', { name: `${aoba.name}として「会場で出席」と答える` }).click()
  await expect(aobaPage.getByRole('button', { name: '直す', exact: true })).toBeVisible()

  const uguisuPage = await windowOf(browser, uguisu)
  await uguisuPage.goto(meetingPath)
  await uguisuPage.getByRole('radio', { name: /^委任状/ }).check({ force: true })
  await uguisuPage.getByLabel(/^委任する相手/).selectOption({ label: aoba.name })
  await uguisuPage.getByRole('button', { name: `${uguisu.name}として「委任状」と答える` }).click()
  await expect(uguisuPage.getByText(`委任状　${aoba.name}に任せます`).first()).toBeVisible()

  const enishiPage = await windowOf(browser, enishi)
  await enishiPage.goto(meetingPath)
  await enishiPage.getByRole('radio', { name: /^書面で投票/ }).check({ force: true })
  await enishiPage.getByRole('button', { name: `${enishi.name}として「書面で投票」と答える` }).click()
  await enishiPage.getByRole('link', { name: /^書面で投票する.*補正予算/ }).click()
  await vote(enishiPage, enishi.name, '賛成')
  for (const item of ITEMS.slice(2)) {
    await enishiPage.getByRole('link', { name: `次の議案の投票をする：${item.title}` }).click()
    await expect(enishiPage.getByRole('heading', { level: 1, name: item.title })).toBeVisible()
    await vote(enishiPage, enishi.name, '賛成')
  }

  await page.reload()
  await page.getByText('電話・FAXの回答を代わりに入れる').click()
  const [absent = '', byChair = ''] = others.slice(-2)
  for (const [name, answer, channel] of [
    [absent, '欠席', '電話'],
    [byChair, '委任状', 'FAX'],
  ] as const) {
    await page.getByLabel(/^回答した会員/).selectOption({ label: name })
    await page.getByRole('radio', { name: answer }).last().check()
    await page.getByRole('radio', { name: channel }).check()
    await page.getByRole('button', { name: '回答を代わりに入れる' }).click()
    await expect(page.getByLabel(/^回答した会員/)).toHaveValue('')
  }
  await expect(page.getByText('19のうち5が回答しました。')).toBeVisible()

  // The room: check-in, opening, the report.
  await page.getByRole('link', { name: '会議の画面へ' }).click()
  await page.getByRole('button', { name: '受付をする' }).click()
  const there = [...others.slice(0, 11), kurumi.name]
  for (const name of there)
    await dialog(page)
      .getByRole('group', { name: new RegExp(name) })
      .getByRole('radio', { name: '会場' })
      .check()
  await dialog(page).getByRole('button', { name: '受付を記録する' }).click()
  await expect(dialog(page)).toHaveCount(0)
  await page.getByRole('button', { name: '開会する' }).click()
  const [chair = ''] = others
  await dialog(page)
    .getByLabel(/^議長の会員/)
    .selectOption({ label: `${roll.findIndex(({ name }) => name === chair) + 1}　${chair}` })
  await dialog(page)
    .getByLabel(/^議長の名前/)
    .fill('見本 次郎')
  await dialog(page).getByRole('button', { name: '開会する' }).click()
  await expect(dialog(page)).toHaveCount(0)
  await page.getByRole('button', { name: '報告第1号に進む' }).click()
  await page.getByRole('button', { name: '報告を終える' }).click()
  await aobaPage.getByRole('link', { name: '会議の画面へ' }).click()

  // 議案第1号: quorum, a vote of one's own and by proxy, hands in the room.
  await page.getByRole('button', { name: '議案第1号に進む' }).click()
  const quorum = page.locator('.yui-two-figures')
  // 11 others and くるみ in the room, あおば, its proxy, the chair's proxy, one in writing.
  await expect(quorum).toContainText('必要 10')
  await expect(quorum).toContainText('成立')
  await openVote(page)
  await aobaPage.getByRole('link', { name: /^投票する/ }).click()
  await expectAccessible(aobaPage)
  await keepScreen(aobaPage, 'general-meeting-ballot')
  await vote(aobaPage, aoba.name, '賛成')
  await keepScreen(aobaPage, 'general-meeting-ballot-done')
  await aobaPage.getByRole('button', { name: `次は、委任を受けた${uguisu.name}の投票をする` }).click()
  await vote(aobaPage, uguisu.name, '反対')
  await recordHands(page, [...others.slice(0, 9), kurumi.name], '賛成', /^会場/)
  await expect(page.getByText('賛否は締切のあとに開きます（会則第15条4項）。')).toBeVisible()
  await expectAccessible(page)
  await keepScreen(page, 'general-meeting-room')
  await page.setViewportSize({ width: 390, height: 844 })
  await keepScreen(page, 'general-meeting-room-phone')
  await page.setViewportSize({ width: 1280, height: 900 })
  await closeVote(page)
  await expect(quorum).toContainText('12賛成')

  // 議案第2号, the amendment: two thirds of all members have to be there.
  await page.getByRole('button', { name: '議案第2号に進む' }).click()
  await expect(quorum).toContainText('必要 13')
  await openVote(page)
  await recordHands(page, [...others.slice(0, 10), kurumi.name], '賛成', /^会場/)
  await recordHands(page, [byChair], '賛成', /^会場/)
  await closeVote(page)

  // 議案第3号: the other party of the contract says so itself, and takes no part.
  await page.getByRole('button', { name: '議案第3号に進む' }).click()
  const kurumiPage = await windowOf(browser, kurumi)
  const [bus] = await ask<{ id: string }>(
    `select i.id from agenda_item i join meeting m on m.id = i.meeting_id where m.title = $1 and i.position = 4`,
    [title],
  )
  await kurumiPage.goto(`${meetingPath}/vote/${globalId('AgendaItem', bus?.id ?? '')}`)
  await kurumiPage.getByText('利害関係を申し出る').first().click()
  await kurumiPage.getByLabel(/^利害関係の内容/).fill('契約の相手方のため、この議案には加わりません。')
  await kurumiPage.getByRole('button', { name: `${kurumi.name}として利害関係を申し出る` }).click()
  await expect(kurumiPage.getByText('議長に伝えました')).toBeVisible()
  await page.getByRole('button', { name: /^除斥を認める/ }).click()
  await expect(page.getByText('数える会員は 19 → 18 です。')).toBeVisible()
  await openVote(page)
  await recordHands(page, others.slice(0, 10), '賛成', /^会場/)
  await keepScreen(page, 'general-meeting-exclusion')
  await closeVote(page)

  // 議案第4号: a member leaves before, and the quorum falls.
  await page.getByRole('button', { name: '議案第4号に進む' }).click()
  await page.getByRole('button', { name: '退席を記録する' }).click()
  await dialog(page)
    .getByLabel(/^退席した会員/)
    .selectOption({ index: 4 })
  await dialog(page).getByRole('button', { name: '退席を記録する' }).click()
  await expect(page.getByText(/が退席しました。出席は \d+ → \d+ になりました/)).toBeVisible()
  await openVote(page)
  await aobaPage.getByRole('link', { name: '会議の画面へ' }).click()
  await aobaPage.getByRole('link', { name: /^投票する/ }).click()
  await vote(aobaPage, aoba.name, '賛成')
  await page.getByRole('button', { name: '電話・FAXの回答を代わりに入れる' }).click()
  for (const box of (await dialog(page).getByRole('checkbox').all()).slice(0, 9)) await box.check()
  await dialog(page).getByRole('radio', { name: '賛成' }).check()
  await dialog(page).getByRole('radio', { name: /^電話/ }).check()
  await dialog(page).getByRole('button', { name: '回答を代わりに入れる' }).click()
  await expect(dialog(page)).toHaveCount(0)
  await closeVote(page)

  await page.getByRole('button', { name: '閉会する' }).click()
  await dialog(page).getByRole('button', { name: '閉会する' }).click()
  await expect(page.getByText('終わりました')).toBeVisible()
  await keepScreen(page, 'general-meeting-closed')

  // What stands in the register.
  const register = await ask<{ title: string; outcome: string; number: number }>(
    `select d.title, d.outcome, d.number from decision d join meeting m on m.id = d.meeting_id
      where m.title = $1 order by d.number`,
    [title],
  )
  expect(register.map(({ outcome }) => outcome)).toEqual(['CARRIED', 'CARRIED', 'CARRIED', 'CARRIED'])
  expect(register.map((decision) => decision.title)).toEqual(ITEMS.slice(1).map((item) => item.title))
  await page.goto('/network/meetings')
  await expect(page.getByRole('row', { name: new RegExp(title) })).toContainText('終わりました')

  // The minutes: what the meeting recorded stands in them, the secretariat adds words, and three sign.
  await page
    .getByRole('row', { name: new RegExp(title) })
    .getByRole('link')
    .first()
    .click()
  await page.getByRole('link', { name: '議事録へ' }).click()
  const minutesPath = new URL(page.url()).pathname
  await page.getByRole('button', { name: '議事録を書き始める' }).click()
  await expect(page.getByRole('textbox', { name: /^議案第3号について/ })).toHaveValue(
    new RegExp(`${kurumi.name}は、特別の利害関係があるとして.*18法人、出席は15法人`),
  )
  await page.getByLabel(/^報告第1号について/).fill('事務局長が報告した。質問はなかった。')
  await page.getByRole('button', { name: '議事録を保存する' }).click()
  await expect(page.getByText('議事録を保存しました。')).toBeAttached()
  await page.getByLabel('議事録署名人（1人目）').selectOption({ label: aoba.name })
  await page.getByLabel('議事録署名人（2人目）').selectOption({ label: kurumi.name })
  await expectAccessible(page)
  await keepScreen(page, 'general-meeting-minutes')
  await page.getByRole('button', { name: '署名をお願いする' }).click()
  await expect(page.getByText('内容は変えられません。')).toBeVisible()

  const chairPage = await windowOf(browser, await memberCalled(chair.replace(/^.*見本|会$/g, '')))
  for (const [signer, name] of [
    [chairPage, '見本 次郎'],
    [aobaPage, '見本 花子'],
    [kurumiPage, '見本 三郎'],
  ] as const) {
    await signer.goto(minutesPath)
    await signer.getByLabel(/^署名する人の名前/).fill(name)
    await signer.getByRole('button', { name: '署名の内容を確かめる' }).click()
    await dialog(signer).getByRole('button', { name: '署名する' }).click()
    await expect(dialog(signer)).toHaveCount(0)
    await expect(signer.getByText(new RegExp(`${name}$`)).first()).toBeVisible()
  }
  await page.reload()
  await expect(page.getByText('全員が署名しました。変えることはできません。')).toBeVisible()
  await expect(page.getByText('事務局長が報告した。質問はなかった。')).toBeVisible()
  await expectAccessible(page)
  await keepScreen(page, 'general-meeting-signed')
  const [paper] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'PDFで保存' }).click(),
  ])
  const bytes = fs.readFileSync(await paper.path())
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  // Kept beside the pictures, so that it can be looked at.
  keepFile('general-meeting-minutes.pdf', bytes)

  // Every member finds what was decided, and the computation that agrees with it.
  await aobaPage.goto('/network/decisions')
  await aobaPage.getByRole('link', { name: ITEMS[3].title }).first().click()
  await expect(aobaPage.getByText('一致', { exact: true })).toBeVisible()
  await expect(aobaPage.getByRole('link', { name: '議事録を開く' })).toBeVisible()
})
