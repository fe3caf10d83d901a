import { expect, it } from 'vitest'
import { intake } from '../../../locales/ja/intake.ts'
import { emptyLine, isEmpty, pasted, sentLine } from './sheet-values.ts'

it('digits stand for the choices on the paper, in any width', () => {
  expect(
    sentLine(
      {
        ...emptyLine,
        name: ' 見本 花 ',
        birthYear: '１９４１',
        sex: '１',
        needs: '1,８',
        searchConsent: '2',
      },
      intake,
    ),
  ).toEqual({
    name: '見本 花',
    kana: null,
    birthYear: '1941',
    sex: 'FEMALE',
    town: null,
    phone: null,
    needs: 'OLDER_PERSON,MEDICAL_CARE',
    searchConsent: 'NO',
    note: null,
  })
})

it('cells from Excel fill the boxes from the chosen one on; what does not fit is left out', () => {
  const lines = pasted(
    [emptyLine, emptyLine],
    { line: 0, column: 0 },
    '見本 一\tミホンイチ\t1940\r\n見本 二\tミホンニ\r\n見本 三\r\n',
  )
  expect(lines.map(({ name, kana, birthYear }) => [name, kana, birthYear])).toEqual([
    ['見本 一', 'ミホンイチ', '1940'],
    ['見本 二', 'ミホンニ', ''],
  ])
  expect(pasted([emptyLine], { line: 0, column: 8 }, '備考\t外')[0]?.note).toBe('備考')
  expect(isEmpty(emptyLine)).toBe(true)
})
