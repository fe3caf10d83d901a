import { html, type Html } from '../../../kernel/http/html.ts'
import type { CalendarDay } from '../queries/calendar.ts'
import type { PackedDocument, PackedMember, PackedOfficer } from '../queries/handover.ts'
import type { OpenTask } from '../queries/open-tasks.ts'
import { roles, TASK_COLUMNS, taskCells } from './task-words.ts'

// The index of the package: one page that opens everywhere, without the portal, and prints on A4.

const kinds: Readonly<Record<PackedDocument['kind'], string>> = {
  RULES: '会則',
  MINUTES: '議事録',
  REPORT: '報告書',
  CONTRACT: '契約書',
  FORM: '様式',
  OTHER: 'その他',
}
const dayFormat = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { timeZone: 'UTC', dateStyle: 'long' })
const dayOf = (iso: string): string => dayFormat.format(new Date(`${iso}T00:00:00Z`))
const time = (minute: number): string => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`

export interface IndexFacts {
  readonly network: string
  readonly madeOn: string
  readonly madeFor: string
  readonly documents: readonly (PackedDocument & { readonly packedAs: string | null })[]
  readonly members: readonly PackedMember[]
  readonly officers: readonly PackedOfficer[]
  readonly tasks: readonly OpenTask[]
  readonly days: readonly CalendarDay[]
  /** Whether lists of contacts lie beside it. */
  readonly everything: boolean
}

const STYLE = `body{font-family:"Hiragino Kaku Gothic ProN","Noto Sans JP","Yu Gothic",Meiryo,sans-serif;line-height:1.7;
color:#1a1a1a;max-width:60rem;margin:2rem auto;padding:0 1rem}h1{font-size:1.75rem}h2{font-size:1.25rem;margin-top:2.5rem;
border-bottom:2px solid #264af4;padding-bottom:.25rem}table{border-collapse:collapse;width:100%}th,td{text-align:left;
vertical-align:top;padding:.4rem .75rem .4rem 0;border-bottom:1px solid #949494}thead{display:table-header-group}
tr{break-inside:avoid}td.n,th.n{text-align:right}@media print{@page{size:A4;margin:15mm}body{margin:0;padding:0;font-size:10pt}
h2{break-after:avoid}a{color:inherit;text-decoration:none}}`

/** Written as bytes between the two halves of the page: a template of ours has no hole in a style. */
const [beforeStyle, afterStyle] = [
  '<!doctype html>\n<html lang="ja">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n<title>引き継ぎ一式</title>\n<style>',
  '</style>\n</head>\n<body>\n',
]

export const indexPage = (facts: IndexFacts): string =>
  `${beforeStyle}${STYLE}${afterStyle}${indexBody(facts).text}\n</body>\n</html>\n`

function indexBody({ network, madeOn, madeFor, everything, ...lists }: IndexFacts): Html {
  const { documents, members, officers, tasks: open, days } = lists
  return html`<h1>${network} 引き継ぎ一式</h1>
    <p>
      ${dayOf(madeOn)}現在。${madeFor}として、結（ゆい）から取り出しました。${
        everything
          ? '個人の連絡先が入っています。引き継ぐ人だけに渡し、渡し終えたら手元の写しを消してください。'
          : '目次だけの写しです。書類と連絡先は入っていません。'
      }
    </p>
    <h2>残っている仕事（${open.length}件）</h2>
    ${everything && html`<p>表として使うときは、<a href="tasks.csv">tasks.csv</a>（Excelで開けます）を開いてください。</p>`}
    <table>
      <thead>
        <tr>
          ${TASK_COLUMNS.map((column) => html`<th scope="col">${column}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${open.map((task) => {
          const [kind, what, about, whom] = taskCells(task)
          return html`<tr>
            <td>${kind}</td>
            <td>${what}</td>
            <td>${about}</td>
            <td>${whom}</td>
            <td>${task.dueOn ? dayOf(task.dueOn) : ''}</td>
          </tr>`
        })}
      </tbody>
    </table>
    <h2>役員と事務局（${officers.length}人）</h2>
    <table>
      <thead>
        <tr>
          <th scope="col">役割</th>
          <th scope="col">氏名</th>
          <th scope="col">法人</th>
          <th scope="col">任期</th>
        </tr>
      </thead>
      <tbody>
        ${officers.map(
          ({ name, office, corporation, startsOn, endsOn }) =>
            html`<tr>
              <td>${roles[office] ?? office}</td>
              <td>${name}</td>
              <td>${corporation ?? '―'}</td>
              <td>
                ${dayOf(startsOn)}から${endsOn ? `${dayOf(endsOn)}まで` : '（終わりの日は決めていません）'}
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
    <h2>書類（${documents.length}件、いまの版）</h2>
    <table>
      <thead>
        <tr>
          <th scope="col">書類</th>
          <th scope="col">種類</th>
          <th scope="col">版</th>
          <th scope="col">保存期間の終わり</th>
        </tr>
      </thead>
      <tbody>
        ${documents.map(
          ({ title, kind, number, retainUntil, packedAs }) =>
            html`<tr>
              <td>
                ${packedAs === null ? title : html`<a href="documents/${encodeURIComponent(packedAs)}">${title}</a>`}
              </td>
              <td>${kinds[kind]}</td>
              <td>第${number}版</td>
              <td>${retainUntil ? dayOf(retainUntil) : '永年'}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    <h2>会員（${members.length}法人）</h2>
    ${everything && html`<p>担当者と連絡先は、<a href="contacts.csv">contacts.csv</a>（Excelで開けます）にあります。</p>`}
    <table>
      <thead>
        <tr>
          <th scope="col">法人</th>
          <th scope="col">法人番号</th>
          <th scope="col">入会</th>
          <th scope="col" class="n">施設</th>
        </tr>
      </thead>
      <tbody>
        ${members.map(
          ({ name, number, startsOn, facilities }) =>
            html`<tr>
              <td>${name}</td>
              <td>${number ?? '記載なし'}</td>
              <td>${dayOf(startsOn)}</td>
              <td class="n">${facilities}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    <h2>これから1年の予定（${days.length}件）</h2>
    ${everything && html`<p>ほかのカレンダーに入れるときは、<a href="calendar.ics">calendar.ics</a>を開いてください。</p>`}
    <table>
      <thead>
        <tr>
          <th scope="col">日</th>
          <th scope="col">予定</th>
          <th scope="col">場所</th>
        </tr>
      </thead>
      <tbody>
        ${days.map(
          ({ startsOn, startMinute, title, place, cancelled }) =>
            html`<tr>
              <td>${dayOf(startsOn)}${startMinute !== null && ` ${time(startMinute)}`}</td>
              <td>${title}${cancelled && '（中止）'}</td>
              <td>${place ?? '記載なし'}</td>
            </tr>`,
        )}
      </tbody>
    </table>`
}
