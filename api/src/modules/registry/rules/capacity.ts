import { blank, given, unreadable, type Reading } from './reading.ts'
import { unspaced } from './text.ts'

/**
 * Reads a capacity in persons. Blank and 0 both mean that none was given. Free text gives a number only where it holds
 * exactly one count of persons; where it holds several (indoors and outdoors, from … to …) the first is proposed.
 */
export function readCapacity(cell: string): Reading<number, 'CAPACITY_UNREADABLE' | 'CAPACITY_UNSURE'> {
  const text = unspaced(cell)
    .replace(/(\d),(?=\d{3})/g, '$1')
    .replace(/(\d)\.0+(?!\d)/, '$1')
  if (/^0*$/.test(text)) return blank
  const plain = /^([0-9]{1,7})(?:人|名)?$/.exec(text)?.[1]
  if (plain !== undefined) return persons(plain)

  const total = /^(?:合計|総数|計)[:：]?([0-9]{1,7})(?:人|名)(?:\(.*\))?$/.exec(text)?.[1]
  if (total !== undefined) return persons(total)

  // A remark in brackets may repeat a part ("うち…"), but another count in it makes the number doubtful.
  const remarked =
    /^(?:(?:想定)?収容(?:可能)?人[数員]|定員|最大)?[:：]?([0-9]{1,7})(?:人|名)(?:\(([^()]*)\))?$/.exec(text)
  if (remarked?.[1] !== undefined && !isAnotherCount(remarked[2] ?? '')) return persons(remarked[1])

  const first = /([0-9]{1,7})(?:人|名)/.exec(text)?.[1]
  return first === undefined || Number(first) === 0
    ? unreadable('CAPACITY_UNREADABLE')
    : unreadable('CAPACITY_UNSURE', String(Number(first)))
}

const persons = (digits: string): Reading<number, never> =>
  Number(digits) > 0 ? given(Number(digits)) : blank

const isAnotherCount = (remark: string): boolean =>
  /[0-9](?:人|名)/.test(remark) && !/^(?:うち|内)/.test(remark)
