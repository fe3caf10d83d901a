import { graphql } from '../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import type { DuesTable_DuesFragment } from '../../generated/graphql.ts'
import { useCommand } from '../../lib/command.ts'
import { formatDate, isoOf, toEntry, today, type DateEntry } from '../../lib/dates.ts'
import { toDigits } from '../../lib/digits.ts'
import { useLanguage } from '../../lib/language.ts'
import { useDuesText } from '../../locales/dues.ts'
import { Act } from '../../ui/Act/Act.tsx'
import { DateFields } from '../../ui/DateFields/DateFields.tsx'
import { Icon, type IconName } from '../../ui/Icon/Icon.tsx'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'
import { TextField } from '../../ui/TextField/TextField.tsx'
import { isYen, yenOf } from './yen.ts'

const DuesTable_dues = graphql(`
  fragment DuesTable_dues on MembershipDues {
    id
    memberClass
    amountYen
    dueOn
    basis
    paidOn
    waivedOn
    waiverReason
    state
    version
    corporation {
      id
      name
    }
    chargedCorporation {
      id
      name
    }
    viewerCan {
      keep {
        allowed
      }
    }
  }
`)

const Paid = graphql(`
  mutation DuesTable_paid($input: NoteDuesPaidInput!) {
    noteDuesPaid(input: $input) {
      ... on NoteDuesPaidPayload {
        membershipDues {
          id
          ...DuesTable_dues
        }
      }
      ...Refusal
    }
  }
`)
const Waive = graphql(`
  mutation DuesTable_waive($input: WaiveDuesInput!) {
    waiveDues(input: $input) {
      ... on WaiveDuesPayload {
        membershipDues {
          id
          ...DuesTable_dues
        }
      }
      ...Refusal
    }
  }
`)
const Correct = graphql(`
  mutation DuesTable_correct($input: CorrectDuesInput!) {
    correctDues(input: $input) {
      ... on CorrectDuesPayload {
        membershipDues {
          id
          ...DuesTable_dues
        }
      }
      ...Refusal
    }
  }
`)
const Reopen = graphql(`
  mutation DuesTable_reopen($input: ReopenDuesInput!) {
    reopenDues(input: $input) {
      ... on ReopenDuesPayload {
        membershipDues {
          id
          ...DuesTable_dues
        }
      }
      ...Refusal
    }
  }
`)

const SIGNS: Readonly<Record<DuesTable_DuesFragment['state'], IconName>> = {
  PAID: 'check',
  WAIVED: 'minus',
  OPEN: 'clock',
  OVERDUE: 'alert',
}

interface DuesTableProps {
  caption: string
  dues: readonly FragmentType<typeof DuesTable_dues>[]
  classes: readonly { code: string; name: string }[]
  onConflict: () => void
}

/** Dues of a fiscal year; the secretariat notes here what became of each. */
export function DuesTable({ caption, dues: given, classes, onConflict }: DuesTableProps) {
  const text = useDuesText()
  const language = useLanguage()
  const dues = readFragment(DuesTable_dues, given)
  const names = new Map(classes.map(({ code, name }) => [code, name]))
  const keeps = dues.some(({ viewerCan }) => viewerCan.keep.allowed)
  return (
    <Table caption={caption} captionHidden dense>
      <thead>
        <tr>
          <Head>{text.columns.corporation}</Head>
          <Head>{text.columns.class}</Head>
          <Head numeric>{text.columns.amount}</Head>
          <Head>{text.columns.dueOn}</Head>
          <Head>{text.columns.state}</Head>
          {keeps && <Head>{text.columns.action}</Head>}
        </tr>
      </thead>
      <tbody>
        {dues.map((one) => {
          const settledOn = one.paidOn ?? one.waivedOn
          return (
            <tr key={one.id}>
              <th scope="row" className="min-w-52">
                {one.corporation.name}
                {one.chargedCorporation.id !== one.corporation.id && (
                  <span className="yui-row-note">{text.chargedTo(one.chargedCorporation.name)}</span>
                )}
              </th>
              <Cell label={text.columns.class}>{names.get(one.memberClass) ?? one.memberClass}</Cell>
              <Cell label={text.columns.amount} numeric>
                {text.yen(one.amountYen)}
              </Cell>
              <Cell label={text.columns.dueOn}>
                <time dateTime={one.dueOn}>{formatDate(one.dueOn, language)}</time>
              </Cell>
              <Cell label={text.columns.state}>
                <span
                  className={`inline-flex items-center gap-1 whitespace-nowrap ${one.state === 'OVERDUE' ? 'prose-strong' : ''}`}
                >
                  <Icon name={SIGNS[one.state]} size="small" /> {text.states[one.state]}
                </span>
                {settledOn && (
                  <span className="yui-row-note">
                    <time dateTime={settledOn}>{formatDate(settledOn, language)}</time>
                  </span>
                )}
                {one.waiverReason && <span className="yui-row-note">{one.waiverReason}</span>}
              </Cell>
              {keeps && (
                <Cell label={text.columns.action}>
                  <span className="yui-no-print flex flex-wrap gap-x-4">
                    <DuesActs dues={one} onConflict={onConflict} />
                  </span>
                </Cell>
              )}
            </tr>
          )
        })}
      </tbody>
    </Table>
  )
}

interface DuesActsProps {
  dues: DuesTable_DuesFragment
  onConflict: () => void
}

/** What may be noted of dues as they stand. */
function DuesActs({ dues, onConflict }: DuesActsProps) {
  const text = useDuesText()
  const [paid, waive, correct, reopen] = [
    useCommand(Paid),
    useCommand(Waive),
    useCommand(Correct),
    useCommand(Reopen),
  ]
  const { name } = dues.corporation
  const key = { membershipDuesId: dues.id, version: dues.version }
  const ends = { kind: 'text', of: name, leave: text.leave, onDone: onConflict } as const
  const words = (one: { button: string; title: (name: string) => string; save: string; said: string }) => ({
    button: one.button,
    title: one.title(name),
    save: one.save,
    said: one.said,
  })
  if (dues.state === 'PAID' || dues.state === 'WAIVED')
    return (
      <Act<{ reason: string }, object>
        {...ends}
        {...words(text.reopen)}
        values={{ reason: '' }}
        submit={({ reason }) => reopen({ input: { ...key, reason } })}
      >
        <TextField name="reason" label={text.reopen.reason} required maxLength={300} />
      </Act>
    )
  return (
    <>
      <Act<{ paidOn: DateEntry }, object>
        {...ends}
        {...words(text.paid)}
        values={{ paidOn: toEntry(today()) }}
        submit={({ paidOn }) => paid({ input: { ...key, paidOn: isoOf(paidOn) ?? today() } })}
      >
        <DateFields name="paidOn" label={text.paid.paidOn} required />
      </Act>
      <Act<{ amount: string; dueOn: DateEntry; basis: string }, object>
        {...ends}
        {...words(text.correct)}
        values={{ amount: String(dues.amountYen), dueOn: toEntry(dues.dueOn), basis: dues.basis }}
        submit={({ amount, dueOn, basis }) =>
          correct({
            input: { ...key, amountYen: yenOf(amount), dueOn: isoOf(dueOn) ?? dues.dueOn, basis },
          })
        }
      >
        <TextField
          name="amount"
          label={text.correct.amount}
          required
          inputMode="numeric"
          width="tel"
          clean={toDigits}
          checks={{ NUMBER: isYen }}
          errors={{ NUMBER: text.charge.wrong }}
        />
        <DateFields name="dueOn" label={text.correct.dueOn} required />
        <TextField name="basis" label={text.correct.basis} required maxLength={300} />
      </Act>
      <Act<{ reason: string }, object>
        {...ends}
        {...words(text.waive)}
        values={{ reason: '' }}
        submit={({ reason }) => waive({ input: { ...key, reason } })}
      >
        <TextField
          name="reason"
          label={text.waive.reason}
          support={text.waive.reasonSupport}
          required
          maxLength={300}
        />
      </Act>
    </>
  )
}
