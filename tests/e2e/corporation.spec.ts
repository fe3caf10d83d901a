import type { Page } from '@playwright/test'
import { ask } from './support/database.ts'
import { expect, expectAccessible, keepScreen, test } from './support/test.ts'

// A corporation as its own people and its network's secretariat look after it.

async function openCorporation(page: Page, name: string): Promise<void> {
  const [row] = await ask<{ id: string }>(`select id from corporation where name like $1 and sample`, [
    `%${name}`,
  ])
  const id = Buffer.from(`Corporation:${row?.id}`).toString('base64url')
  await page.goto(`/corporations/${id}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name)
}

test.describe('its administrator', () => {
  test.use({ person: 'administrator' })

  test('is asked for what is stale, confirms it, and writes down its rules for contracts', async ({
    page,
  }) => {
    await page.goto('/')
    const todo = page
      .getByRole('listitem')
      .filter({ hasText: '本部の連絡先の確認' })
      .filter({ hasText: '見本あおば会' })
    await todo.getByRole('link', { name: '内容を確かめる' }).click()
    const contacts = page.getByRole('region', { name: '本部の連絡先' })
    await expect(contacts).toContainText('か月たっています')
    await contacts.getByRole('button', { name: '変わりありません' }).click()
    await expect(contacts).not.toContainText('か月たっています')
    await expectAccessible(page)
    await keepScreen(page, 'corporation')

    const limits = page.getByRole('region', { name: '契約の決まり' })
    await limits.getByRole('link', { name: /直す/ }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('契約の決まりを直す')
    const second = page.getByRole('region', { name: '2行目' })
    await second.getByLabel('予定価格の上限').fill('５００，０００')
    await page.getByRole('button', { name: '契約の決まりを保存する' }).click()
    await expect(second).toContainText('上の行より大きい金額にしてください。')
    await expectAccessible(page)
    await second.getByLabel('予定価格の上限').fill('5000000')
    await page.getByRole('button', { name: '契約の決まりを保存する' }).click()
    await expect(limits).toContainText('5,000,000円まで')

    await limits.getByLabel('予定価格（税込、円）').fill('1250000')
    await limits.getByRole('button', { name: 'この金額なら' }).click()
    await expect(limits).toContainText('随意契約：3者の見積もりを比べるで、理事長が決めます。')
  })

  test('is told what a 法人番号 ought to be', async ({ page }) => {
    await openCorporation(page, '見本あおば会')
    await page.getByRole('region', { name: '法人の情報' }).getByRole('link', { name: /直す/ }).click()
    await page.getByLabel('法人番号').fill('8700110009501')
    await page.getByRole('button', { name: '法人の情報を保存する' }).click()
    await expect(
      page.getByText(/先頭の1けたは、あとの12けたから計算すると「\d」になるはずです/).first(),
    ).toBeVisible()
    await expectAccessible(page)
  })
})

test.describe('the secretariat of its network', () => {
  test.use({ person: 'secretariat' })

  test('corrects 所轄庁 with a reason, and lets it follow the places again', async ({ page }) => {
    await openCorporation(page, '見本しらかば会')
    const authority = page.getByRole('region', { name: '所轄庁' })
    await expect(authority).toContainText('山形市長')
    await expect(authority).toContainText(
      '主たる事務所が山形市にあり、施設がすべて山形市の中にあるためです。',
    )
    await authority.getByRole('link', { name: '所轄庁を直す' }).click()
    await page.getByLabel('都道府県知事').check()
    await page.getByLabel('都道府県', { exact: false }).last().selectOption({ label: '山形県' })
    await page.getByRole('button', { name: '所轄庁を保存する' }).click()
    await expect(page.getByText('場所からの判断と違う理由を入力してください').first()).toBeVisible()
    await page.getByLabel('場所からの判断と違う理由').fill('県の全域で相談事業を行っているため。')
    await page.getByRole('button', { name: '所轄庁を保存する' }).click()
    await expect(authority).toContainText('山形県知事')
    await expect(authority).toContainText('県の全域で相談事業を行っているため。')
    await expectAccessible(page)

    await authority.getByRole('button', { name: '場所からの判断に戻す' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '場所からの判断に戻す' }).click()
    await expect(authority).toContainText('山形市長')
  })

  test('records that another corporation runs a facility, and the way back', async ({ page }) => {
    const give = async (to: string) => {
      await page.getByRole('link', { name: '運営する法人をかえる（事業譲渡）' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toContainText('運営する法人をかえる')
      await page.getByLabel('新しい法人をさがす').fill(to)
      await page.getByLabel('新しい法人', { exact: false }).last().selectOption({ index: 1 })
      await page.getByLabel('決めたこと').fill('事業譲渡契約による（見本）。')
      await page.getByRole('button', { name: '法人をかえる' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toContainText('見本けやき園')
      await expect(
        page
          .getByRole('main')
          .getByRole('link', { name: new RegExp(to) })
          .first(),
      ).toBeVisible()
    }
    await openCorporation(page, '見本けやき会')
    await page
      .getByRole('link', { name: /見本けやき園/ })
      .first()
      .click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('見本けやき園')
    await give('見本さくら会')
    await expect(page.getByRole('region', { name: '変更の履歴' })).toContainText('見本さくら会')
    await give('見本けやき会')
  })

  test('records a merger after looking at what it moves, and takes it back', async ({ page }) => {
    const held = () =>
      ask<{ what: string; count: number }>(
        `select 'facility' as what, count(*)::int from facility f join corporation c on c.id = f.corporation_id where c.name like '%見本けやき会'
         union all select 'membership', count(*)::int from platform_membership m join corporation c on c.id = m.corporation_id
           where c.name like '%見本けやき会' and m.ends_on is null
         order by what`,
      )
    const before = await held()
    await openCorporation(page, '見本けやき会')
    await page.getByRole('link', { name: '合併・解散を記録する' }).click()
    await page.getByLabel('承継する法人をさがす').fill('見本さくら会')
    await page.getByLabel('承継する法人', { exact: false }).last().selectOption({ index: 1 })
    await page.getByLabel('内容と根拠').fill('合併契約と登記による（見本）。')
    await page.getByRole('button', { name: '移るものを確かめる' }).click()
    const preview = page.getByRole('table', { name: '移るもの・終わるもの' })
    await expect(preview.getByRole('row', { name: /施設/ })).toContainText('見本けやき園')
    await expect(preview.getByRole('row', { name: /ネットワークの会員/ })).toContainText('見本地区')
    expect(await held()).toEqual(before)
    await expectAccessible(page)
    await keepScreen(page, 'merger-preview')

    await page.getByRole('button', { name: '合併を記録する' }).click()
    await expect(page.getByRole('main')).toContainText('社会福祉法人 見本さくら会に合併しました。')
    expect(await held()).toEqual([
      { what: 'facility', count: 0 },
      { what: 'membership', count: 0 },
    ])
    await expectAccessible(page)
    await page.getByRole('link', { name: '社会福祉法人 見本さくら会のページを見る' }).click()
    await expect(page.getByRole('region', { name: '法人の情報' })).toContainText('見本けやき会')
    await expect(page.getByRole('main')).toContainText('見本けやき園')

    await openCorporation(page, '見本けやき会')
    await page.getByRole('button', { name: '記録を取り消す' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('取り消す理由').fill('見本の操作のため。')
    await dialog.getByRole('button', { name: '記録を取り消す' }).click()
    await expect(page.getByRole('main')).not.toContainText('合併しました')
    await expect(page.getByRole('main')).toContainText('見本けやき園')
    expect(await held()).toEqual(before)
  })

  test('registers a corporation with its one facility, after looking at similar ones', async ({ page }) => {
    await page.goto('/corporations/new')
    await page.getByLabel('法人の名前').fill('社会福祉法人 見本あおば')
    await page.getByLabel(/見本として登録する/).check()
    await page.getByLabel('主たる事務所の市町村').selectOption({ label: '山形市' })
    await page.getByLabel('施設の名前').fill('見本の新しい荘')
    await page.getByLabel('サービス').selectOption({ index: 1 })
    await page.getByLabel('施設の市町村').selectOption({ label: '山形市' })
    await page.getByLabel('施設の住所').fill('山形市見本町1-1')
    await page.getByRole('button', { name: '法人を登録する' }).click()
    await expect(page.getByRole('link', { name: '社会福祉法人 見本あおば会' })).toBeVisible()
    await expectAccessible(page)
    await page.getByLabel('どれとも違う法人です').check()
    await page.getByRole('button', { name: '法人を登録する' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('社会福祉法人 見本あおば')
    await expect(page.getByRole('main')).toContainText('見本の新しい荘')
  })
})

test.describe('the system operator', () => {
  test.use({ person: 'operator' })

  test('records where a list of the state’s was checked', async ({ page }) => {
    await page.goto('/admin/services')
    await page.getByRole('link', { name: '所轄庁の判断に使う一覧' }).click()
    const row = page.getByRole('row', { name: /指定都市/ })
    await expect(row).toContainText('未確認')
    await row.getByRole('button', { name: /出典を記録する/ }).click()
    await page
      .getByLabel('確かめた原典')
      .fill('地方自治法第252条の19第1項の指定都市の指定に関する政令（見本の確認）')
    await page.getByRole('button', { name: '確かめたと記録する' }).click()
    await expect(row).not.toContainText('未確認')
    await expectAccessible(page)
  })
})
