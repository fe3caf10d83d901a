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
})
