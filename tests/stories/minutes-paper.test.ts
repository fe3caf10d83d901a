import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import { typeset } from '../../api/src/modules/meetings/documents/typeset.ts'
import type { MinutesFacts } from '../../api/src/modules/meetings/rules/minutes-facts.ts'
import { minutesPaper, type WrittenMinutes } from '../../api/src/modules/meetings/rules/minutes-paper.ts'

const majority = {
  unit: 'VOTERS',
  base: 'PRESENT',
  numerator: 1,
  denominator: 2,
  reach: 'MORE_THAN',
  clause: '会則第15条1項',
  needed: 8,
  have: 11,
} as const

const facts: MinutesFacts = {
  platform: '見本地区社会福祉法人連絡協議会',
  sample: true,
  organ: 'GENERAL_MEETING',
  organName: '総会',
  title: '令和8年度 第2回 総会',
  label: '令和8年-総会-第2回',
  form: 'ASSEMBLY',
  openedAt: '2026-11-26T05:00:00.000Z',
  closedAt: '2026-11-26T06:38:00.000Z',
  place: '見本市総合福祉センター 2階 大会議室',
  online: true,
  chair: '社会福祉法人 見本あおば会',
  noticeSentAt: '2026-11-11T01:00:00.000Z',
  lateNoticeReason: null,
  rulebook: { name: '会則', number: 4, effectiveOn: '2025-04-01' },
  members: true,
  roll: { voters: 19, votes: 19 },
  attendance: { onSite: 10, online: 3, proxy: 2, written: 2, absent: 2, total: 19 },
  quorum: [],
  items: [
    {
      itemId: 'a',
      kind: 'RESOLUTION',
      number: 3,
      title: '共同車両（福祉バス）の賃借契約を結ぶこと',
      presenter: '',
      state: 'DECIDED',
      decision: {
        label: '令和8年-総会-06',
        outcome: 'CARRIED',
        resolutionName: '通常の議決',
        present: 15,
        entitled: 18,
        inFavour: 11,
        against: 3,
        abstaining: 1,
        silent: 0,
        quorum: [],
        majority: [majority],
        conflictClause: '会則第16条',
        chairDecision: null,
        effectiveOn: '2026-12-01',
      },
      exclusions: [],
      questions: [],
      moves: [],
    },
  ],
}

const minutes = (text: string): WrittenMinutes => ({
  state: 'LOCKED',
  facts,
  opening: '14時00分、議長が開会を告げた。',
  closing: '以上の議事を明らかにするため、この議事録を作る。',
  lockedAt: new Date('2026-12-03T05:05:00Z'),
  contentHash: 'ab'.repeat(32),
  entries: [{ itemId: 'a', text }],
  signers: [
    {
      role: 'CHAIR',
      name: '社会福祉法人 見本あおば会',
      signedName: '見本 一郎',
      signedAt: new Date('2026-12-03T05:05:00Z'),
    },
  ],
})

/** The text of a PDF, page by page, without the spaces between its pieces. */
async function textOf(pdf: Buffer): Promise<string[]> {
  const loading = getDocument({ data: new Uint8Array(pdf), verbosity: 0 })
  const document = await loading.promise
  const pages: string[] = []
  for (let n = 1; n <= document.numPages; n++) {
    const { items } = await (await document.getPage(n)).getTextContent()
    pages.push(
      items
        .map((item) => ('str' in item ? item.str : ''))
        .join('')
        .replaceAll(/\s/g, ''),
    )
  }
  await loading.destroy()
  return pages
}

const paperOf = (text: string) => typeset('minutes.typ', minutesPaper(minutes(text)))

describe('minutes on paper', () => {
  it('says on paper what was written, and sets nothing that somebody typed', async () => {
    const typed = '#set page(fill: red) *太字* $x^2$ `code` #read("/etc/passwd") 「約物」、です。'
    const [page = ''] = await textOf(paperOf(typed))
    for (const words of [
      '議事録',
      '令和8年度第2回総会',
      '2026年11月26日（令和8年・木）14時00分から15時38分まで',
      '見本市総合福祉センター2階大会議室、オンライン併用',
      '19法人（議決権1法人1個、合計19個）',
      '会則第4版（2025年4月1日施行）',
      '会場オンライン委任状書面欠席合計',
      '議案第3号共同車両（福祉バス）の賃借契約を結ぶこと',
      typed.replaceAll(/\s/g, ''),
      '可決1581131',
      '適用令和8年-総会-06会則第15条1項、会則第16条（出席会員の過半数の賛成、会則第4版）',
      '社会福祉法人見本あおば会見本一郎',
      '電子署名2026年12月3日14時05分',
      'ab'.repeat(32),
      '1/1',
      '見本',
    ])
      expect(page).toContain(words)
  })

  it('is tagged for screen readers, in Japanese, and carries its fonts', () => {
    const pdf = paperOf('質問はなかった。').toString('latin1')
    expect(pdf).toContain('/MarkInfo')
    expect(pdf).toContain('/StructTreeRoot')
    expect(pdf).toMatch(/pdfuaid:part/)
    expect(pdf).toMatch(/\/Lang\s*\(ja/)
  })

  it('goes over as many pages as it needs, and says which one it is', async () => {
    const long = Array.from({ length: 120 }, (_, n) => `${n + 1}番目の段落である。`).join('\n')
    const pages = await textOf(paperOf(long))
    expect(pages.length).toBeGreaterThan(2)
    pages.forEach((page, n) => expect(page).toContain(`${n + 1}/${pages.length}`))
  })
})
