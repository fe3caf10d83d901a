import { globalId } from '../../api/src/kernel/ids.ts'
import { ask } from './support/database.ts'
import { expectNoSidewaysScroll } from './support/layout.ts'
import { expect, expectAccessible, keepScreen, test } from './support/test.ts'

// A designated facility guides another: it answers what would make the most clear, advises, and writes down a visit; the
// register shows which record counts a facility.

test.use({ person: 'director' })
test.setTimeout(180_000)

test('the mentor answers beside the facility, advises and closes a visit; the register says why it counts', async ({
  page,
}) => {
  const [row] = await ask<{ id: string }>(
    'select mentee_facility_id as id from mentorship order by started_on limit 1',
  )
  const facilityId = globalId('Facility', row?.id ?? '')
  await page.goto(`/readiness/${facilityId}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/指定に向けた準備/)
  await expect(page.getByRole('img', { name: /準備の度合いは、低くて/ })).toBeVisible()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await keepScreen(page, 'readiness')

  const asked = page.getByRole('region', { name: 'いま答えると一番はっきりすること' })
  await expect(asked).toContainText('夜、歩いて30分以内に来られる職員は何人いますか')
  await expect(asked).toContainText('7 → 4 項目に減ります')
  await asked.getByRole('button', { name: '5人以上' }).click()
  await expect(page.getByRole('row', { name: /夜間でも開設できる/ })).toContainText(/はい.*の答えから/s)

  await page.getByRole('button', { name: /助言・返事を書く.*水が3日分ある/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('助言・返事').fill('うちの水を1日分お貸しできます。')
  await dialog.getByRole('button', { name: '書き込む' }).click()
  await expect(page.getByRole('row', { name: /水が3日分ある/ })).toContainText(
    'うちの水を1日分お貸しできます。',
  )

  await page.getByText('相談の記録を開く').click()
  await page.getByRole('button', { name: '「市と話す」に進める' }).click()
  await dialog.getByRole('textbox', { name: '年' }).fill('8')
  await dialog.getByRole('textbox', { name: '月' }).fill('4')
  await dialog.getByRole('textbox', { name: '日' }).fill('1')
  await dialog.getByLabel(/何で分かりますか/).fill('市の記録')
  await dialog.getByRole('button', { name: '記録する' }).click()
  await expect(dialog).toContainText('前の段階の日より後の日を入れてください')
  await dialog.getByRole('button', { name: 'やめる' }).click()

  await page.goto('/shelters/welfare')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/福祉避難所の台帳/)
  await expect(page.getByRole('row', { name: /見本あおば荘/ })).toContainText(/指定.*公表データ/s)
  await keepScreen(page, 'register')
  await page.getByRole('link', { name: '見本あおば荘' }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/見本あおば荘.*福祉避難所/)
  await page.getByRole('button', { name: '受け入れる人と人数を書く' }).click()
  await dialog
    .getByLabel(/^昼の人数/)
    .first()
    .fill('25')
  await dialog.getByRole('button', { name: '保存する' }).click()
  await expect(page.getByText('25人')).toBeVisible()
  await keepScreen(page, 'shelter-record')
})
