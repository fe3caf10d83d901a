import { expect, it } from 'vitest'
import { promotionCorporationRulebook } from './promotion-corporation-rulebook.ts'
import { voluntaryRulebook } from './voluntary-rulebook.ts'
import { faultsOfVotes } from './votes.ts'

const statute = promotionCorporationRulebook
/** Holders in short: 福 a 社会福祉法人, 他 another body, with its votes. */
const holders = (text: string) =>
  text
    .split(' ')
    .filter(Boolean)
    .map((one, index) => ({
      id: `${index + 1}`,
      votes: Number(one.slice(1)),
      welfareCorporation: one.startsWith('福'),
    }))

it.each([
  ['one vote each', statute, '福1 福1 福1 他1', []],
  ['exactly half is not more than half', statute, '福2 福1 福1', []],
  ['more than half in one hand', statute, '福3 福1 他1', ['1 ONE_MEMBER_HOLDS_TOO_MANY_VOTES']],
  [
    'a body that is no 社会福祉法人 holds more than half',
    statute,
    '福1 福1 他3',
    ['3 ONE_MEMBER_HOLDS_TOO_MANY_VOTES', 'WELFARE_CORPORATIONS_LACK_THE_MAJORITY'],
  ],
  ['社会福祉法人 hold exactly half', statute, '福1 福1 他1 他1', ['WELFARE_CORPORATIONS_LACK_THE_MAJORITY']],
  ['two members, one vote each', statute, '福1 福1', []],
  ['the only member', statute, '福1', ['1 ONE_MEMBER_HOLDS_TOO_MANY_VOTES']],
  ['members, but no votes', statute, '福0 他0', ['WELFARE_CORPORATIONS_LACK_THE_MAJORITY']],
  ['no members', statute, '', []],
  ['a 会則 asks for nothing of it', voluntaryRulebook, '福5 他1', []],
])('%s', (_what, rulebook, text, expected) => {
  const found = faultsOfVotes(rulebook, holders(text)).map((fault) =>
    'memberId' in fault ? `${fault.memberId} ${fault.code}` : fault.code,
  )
  expect(found).toEqual(expected)
})
