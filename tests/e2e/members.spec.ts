import { globalId } from '../../api/src/kernel/ids.ts'
import { ask } from './support/database.ts'
import { expect, expectAccessible, keepScreen, test } from './support/test.ts'

// A corporation applies, the secretariat asks back and admits it, and the list of any day tells the difference.

test.use({ person: 'secretariat' })
test.setTimeout(120_000)

const APPLICANT = '特定非営利活動法人 見本かいものクラブ'

test('an application is answered, asked about and admitted; the members of each day are told', async ({
  page,
}) => {
  await page.goto('/network')
  const due = page.getByRole('region', { name: '期限のあること' })
  await expect(due.getByRole('link', { name: '会計の任期の終わり' })).toBeVisible()
  await due.getByRole('link', { name: '加盟の申込みの審査' }).click()

  await expect(page.getByRole('heading', { level: 1, name: '加盟の申込み' })).toBeVisible()
  await expect(page.getByText('買い物支援部会')).toBeVisible()
  await page.getByLabel(/^書くこと/).fill('証書の写しをお送りください。')
  await page.getByRole('button', { name: '送る', exact: true }).click()
  await expect(page.getByText('証書の写しをお送りください。')).toBeVisible()
  await expectAccessible(page)
  await keepScreen(page, 'members-application')

  await page.getByText('加盟を認める', { exact: true }).first().click()
  // The kind that was asked for is chosen; full members are 社会福祉法人 by the rulebook.
  await expect(page.getByRole('radio', { name: /^賛助会員/ })).toBeChecked()
  await page.getByRole('radio', { name: /^正会員/ }).check()
  await page.getByLabel(/^議決によらない場合の根拠/).fill('役員会で確かめた。')
  await page.getByRole('button', { name: '加盟を認める' }).click()
  await expect(page.getByRole('alert')).toContainText('規約により、この法人はなれません')
  await page.getByRole('radio', { name: /^賛助会員/ }).check()
  await page.getByRole('button', { name: '加盟を認める' }).click()

  await expect(page.getByRole('heading', { level: 1, name: APPLICANT })).toBeVisible()
  await expect(page.getByText('役員会で確かめた。')).toBeVisible()
  await expectAccessible(page)
  await keepScreen(page, 'members-member')

  await page.getByRole('link', { name: '会員と履歴' }).click()
  const row = page.getByRole('row', { name: new RegExp(APPLICANT) })
  await expect(row.first()).toContainText('賛助会員')
  await page.goto('/network/members?on=2020-04-01')
  await expect(page.getByRole('heading', { name: /2020年4月1日.*の会員/ })).toBeVisible()
  await expect(page.getByRole('row', { name: new RegExp(`${APPLICANT}の会員の記録`) })).toHaveCount(0)
})

test('a committee gets a seat, and it ends', async ({ page }) => {
  await page.goto('/network/committees')
  await expect(page.getByText(/事務局の人は1人です/)).toBeVisible()
  const committee = page.getByRole('region', { name: '施設長連絡会', exact: true })
  await committee.getByText('部会員を加える', { exact: true }).first().click()
  await committee.getByLabel('会員の法人').selectOption({ label: '社会福祉法人 見本あおば会' })
  await committee.getByLabel('役割').selectOption({ label: '部会長' })
  await committee.getByRole('button', { name: '部会員を加える' }).click()
  const row = committee.getByRole('row', { name: /見本あおば会/ })
  await expect(row).toContainText('部会長')
  await row.getByRole('button', { name: /席を終える/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: '席を終える' }).click()
  await expect(row).not.toContainText('期限なし')
  await expectAccessible(page)
})

test('a committee is renamed and moved below another one', async ({ page }) => {
  await page.goto('/network/committees')
  const committee = page.getByRole('region', { name: '買い物支援部会', exact: true })
  await committee.getByText('買い物支援部会を直す', { exact: true }).click()
  await committee.getByLabel(/^名前/).fill('買い物と通院の部会')
  await committee.getByLabel(/^目的/).fill('買い物と通院の足を、施設の車で支える。')
  await committee.getByLabel(/^上の部会/).selectOption({ label: '施設長連絡会' })
  await committee.getByRole('button', { name: '部会を保存する' }).click()
  const renamed = page.getByRole('region', { name: '買い物と通院の部会', exact: true })
  await expect(renamed).toContainText('「施設長連絡会」の下')
  await expect(renamed).toContainText('買い物と通院の足を、施設の車で支える。')
  await expectAccessible(page)
  await keepScreen(page, 'members-committee')
})

test('an office is tied to a log-in, waits for an invitation, and ends with its vote', async ({ page }) => {
  await page.goto('/network/committees')
  const rowOf = (name: string) => page.getByRole('row', { name: new RegExp(`${name}.*の任期を終える`) })
  const dialog = page.getByRole('dialog')
  await expect(rowOf('見本 千鶴')).toContainText('本人が行います')
  await expect(rowOf('見本 千鶴')).toContainText('chizuru@example.com')
  await expect(rowOf('見本 宏')).toContainText('事務局が記録します')

  await rowOf('見本 宏')
    .getByRole('button', { name: /ログインをつなぐ/ })
    .click()
  await expectAccessible(page)
  await keepScreen(page, 'members-office-tie')
  await dialog.getByLabel(/^ログインする人/).selectOption({ index: 1 })
  await dialog.getByRole('button', { name: 'ログインをつなぐ' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(rowOf('見本 宏')).toContainText('本人が行います')
  await rowOf('見本 宏')
    .getByRole('button', { name: /ログインを外す/ })
    .click()
  await dialog.getByRole('button', { name: 'ログインを外す' }).click()
  await expect(rowOf('見本 宏')).toContainText('事務局が記録します')

  await rowOf('見本 進')
    .getByRole('button', { name: /ログインをつなぐ/ })
    .click()
  await dialog.getByRole('radio', { name: /^メールで招待する/ }).check()
  await dialog.getByLabel(/^メールアドレス/).fill('susumu@mihon.example')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: '招待を送る' }).click()
  await expect(rowOf('見本 進')).toContainText('招待中：susumu@mihon.example')
  await expectAccessible(page)
  await keepScreen(page, 'members-offices')
  await page.setViewportSize({ width: 390, height: 844 })
  await keepScreen(page, 'members-offices-phone')
  await page.setViewportSize({ width: 1280, height: 900 })

  await rowOf('見本 幸子')
    .getByRole('button', { name: /任期を終える/ })
    .click()
  await dialog.getByRole('radio', { name: /^すぐに終える/ }).check()
  await keepScreen(page, 'members-office-end')
  await dialog.getByRole('button', { name: '任期を終える' }).click()
  await expect(rowOf('見本 幸子')).toHaveCount(0)
})

test.describe('the secretariat of a 社会福祉連携推進法人', () => {
  // The cast keeps one network; for this test its secretary keeps the other one too, and for no test after it.
  const NETWORK = '社会福祉連携推進法人 見本つなぐ'
  test.beforeEach(() =>
    ask(
      `insert into role_assignment (user_id, role, platform_id, starts_on, updated_at)
        select u.id, 'PLATFORM_SECRETARIAT', p.id, current_date - 30, now()
        from app_user u, platform p where u.email = 'jimukyoku@example.com' and p.name = $1`,
      [NETWORK],
    ),
  )
  test.afterEach(() =>
    ask(
      `delete from role_assignment r using app_user u, platform p
        where u.id = r.user_id and u.email = 'jimukyoku@example.com' and p.id = r.platform_id and p.name = $1`,
      [NETWORK],
    ),
  )

  test('takes back a filing that was marked by mistake, and writes down that the certificate was taken away', async ({
    page,
  }) => {
    await page.goto('/choose-acting')
    await page.getByRole('radio', { name: /見本つなぐ/ }).check()
    await page.getByRole('button', { name: 'この立場で進む' }).click()
    await page.goto('/network/profile')
    await expect(page.getByRole('heading', { level: 1, name: '概要と届出' })).toBeVisible()
    const filing = page.getByRole('row', { name: /財産目録/ }).filter({ hasText: 'に済み' })
    await filing.getByRole('button', { name: /「済み」を取り消す/ }).click()
    await page.getByRole('dialog').getByRole('button', { name: '済みを取り消す' }).click()
    await expect(filing).toHaveCount(0)
    await expectAccessible(page)
    await keepScreen(page, 'members-filings')

    await page.getByRole('button', { name: '認定の取消しを記録する' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('年', { exact: true }).fill('8')
    await dialog.getByLabel('月', { exact: true }).fill('10')
    await dialog.getByLabel('日', { exact: true }).fill('1')
    await expectAccessible(page)
    await keepScreen(page, 'members-certificate-revoked')
    await dialog.getByRole('button', { name: '取消しを記録する' }).click()
    await expect(page.getByText(/2026年10月1日.*に取消し/)).toBeVisible()
    await expect(page.getByRole('button', { name: '認定の取消しを記録する' })).toHaveCount(0)
  })
})

test.describe('the administrator of a member', () => {
  test.use({ person: 'administrator' })

  test('sees both networks of the corporation, and keeps neither', async ({ page }) => {
    await page.goto('/network')
    await page.getByRole('link', { name: '社会福祉連携推進法人 見本つなぐ' }).click()
    await page.getByRole('link', { name: '概要と届出' }).click()
    await expect(page.getByText('見本第1号', { exact: false })).toBeVisible()
    await expect(page.getByRole('main').getByText('見本地区社会福祉法人連絡協議会')).toBeVisible()
    await expect(page.getByText('概要を直す')).toHaveCount(0)
    await keepScreen(page, 'members-profile')
  })
})

test.describe('the operator', () => {
  test.use({ person: 'operator' })

  test('begins a network from a pattern', async ({ page }) => {
    await page.goto('/network/new')
    await page.getByRole('radio', { name: /^社協の連絡協議会と共同の基金/ }).check()
    await page.getByRole('checkbox', { name: /^福祉避難所部会/ }).uncheck()
    await page.getByLabel(/^ネットワークの名前/).fill('見本ほっと連絡会')
    await keepScreen(page, 'members-new')
    await page.getByRole('button', { name: 'この内容で始める' }).click()
    await expect(page).toHaveURL(/network\/profile/)
    await expect(page.getByText('見本ほっと連絡会').first()).toBeVisible()
    const rows = await ask<{ name: string }>(
      `select c.name from committee c join platform p on p.id = c.platform_id where p.name = $1 order by c.name`,
      ['見本ほっと連絡会'],
    )
    expect(rows.map(({ name }) => name)).toEqual(['基金運営委員会', '相談支援部会'])
  })

  test('links two networks with direction and days, and ends the link', async ({ page }) => {
    const [district] = await ask<{ id: string }>(
      `insert into platform (name, kind, sample, updated_at) values ('見本地区 小さな連絡会', 'OTHER', true, now())
        returning id`,
    )
    const [upper] = await ask<{ id: string; name: string }>(
      `select id, name from platform where name = '見本地区社会福祉法人連絡協議会'`,
    )
    const dialog = page.getByRole('dialog')
    await page.goto(`/network/profile?id=${globalId('Platform', district?.id ?? '')}`)
    await expect(page.getByText('つながっているネットワークはありません。')).toBeVisible()
    await page.getByText('ほかのネットワークとつなぐ', { exact: true }).first().click()
    await page.getByLabel(/^相手のネットワーク/).selectOption({ label: upper?.name ?? '' })
    await page.getByRole('radio', { name: /^上のネットワーク/ }).check()
    await page.getByLabel(/^根拠/).fill('連絡会の申し合わせ')
    await expectAccessible(page)
    await keepScreen(page, 'members-link')
    await page.getByRole('button', { name: 'ほかのネットワークとつなぐ' }).click()
    const links = page.getByRole('region', { name: 'つながっているネットワーク' })
    await expect(links).toContainText(`上のネットワーク：${upper?.name}`)
    await expect(links).toContainText('連絡会の申し合わせ')

    // Seen from the other side it stands below.
    await page.goto(`/network/profile?id=${globalId('Platform', upper?.id ?? '')}`)
    await expect(links).toContainText('下のネットワーク：見本地区 小さな連絡会')
    await links.getByRole('button', { name: '見本地区 小さな連絡会とのつながりを終える' }).click()
    await keepScreen(page, 'members-link-end')
    await dialog.getByRole('button', { name: 'つながりを終える' }).click()
    await expect(links.getByRole('button', { name: /小さな連絡会とのつながりを終える/ })).toHaveCount(0)
    await expect(links).toContainText(/小さな連絡会.*まで/)
    await expectAccessible(page)
    await keepScreen(page, 'members-links')
  })
})

test('dues are charged, noted as paid, waived and taken back, and taken as a file', async ({ page }) => {
  await page.goto('/network')
  await page.getByRole('link', { name: '会費', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: /会費/ })).toBeVisible()
  await expect(page.getByText('未納（期限を過ぎました）').first()).toBeVisible()
  await expectAccessible(page)
  await keepScreen(page, 'dues')

  await page.getByRole('link', { name: '未納だけ' }).click()
  const rows = page.getByRole('table').getByRole('row')
  await expect(rows).toHaveCount(3)
  const late = rows.nth(1)
  const name = (await late.getByRole('rowheader').textContent()) ?? ''
  await late.getByRole('button', { name: /^納入を記録する/ }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toBeVisible()
  await expectAccessible(page)
  await keepScreen(page, 'dues-paid')
  await dialog.getByRole('button', { name: '納入を記録する' }).click()
  await expect(rows).toHaveCount(2)
  await page.getByRole('link', { name: 'すべて', exact: true }).click()
  const same = page.getByRole('row').filter({ hasText: name })
  await expect(same.getByText('納入済み')).toBeVisible()
  await same.getByRole('button', { name: /^未納に戻す/ }).click()
  await dialog.getByLabel('戻す理由').fill('別の法人の振り込みでした。')
  await dialog.getByRole('button', { name: '未納に戻す' }).click()
  await expect(same.getByText('未納（期限を過ぎました）')).toBeVisible()

  const file = page.waitForEvent('download')
  await page.getByRole('link', { name: '表をCSVで受け取る' }).click()
  expect((await file).suggestedFilename()).toMatch(/^会費_\d{4}年度_/)

  // The next year, which nobody was charged for yet.
  await page.getByRole('navigation', { name: '年度' }).getByRole('link').first().click()
  await expect(page.getByText('この年度の会費は、まだありません。')).toBeVisible()
  await page
    .getByText(/年度の会費を請求する/)
    .first()
    .click()
  await page.getByLabel('正会員の会費（円）').fill('３０，０００')
  await page.getByLabel('金額の根拠').fill('会則第9条')
  const due = page.getByRole('group', { name: '納入の期限' })
  const [heading] = await page.getByRole('heading', { name: /^令和\d+年度の会費$/ }).allTextContents()
  await due.getByLabel('年', { exact: true }).fill(/\d+/.exec(heading ?? '')?.[0] ?? '')
  await due.getByLabel('月', { exact: true }).fill('6')
  await due.getByLabel('日', { exact: true }).fill('30')
  await page.getByRole('button', { name: /年度の会費を請求する/ }).click()
  await expect(page.getByRole('table')).toBeVisible()
  await expect(page.getByRole('table').getByText('30,000円').first()).toBeVisible()
  await expectAccessible(page)
  await keepScreen(page, 'dues-charged')
})
