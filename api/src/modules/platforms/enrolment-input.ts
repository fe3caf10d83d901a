import { z } from 'zod'
import { idOf } from '../../kernel/ids.ts'
import { day } from '../../kernel/inputs.ts'
import { memberClassCode, optionalText } from './inputs.ts'

/** On what terms a corporation becomes a member. */
export const enrolmentInput = {
  memberClass: memberClassCode(),
  votes: z
    .int()
    .min(0)
    .max(9999)
    .optional()
    .describe('Votes of its own, where the rulebook weights them; left out, those of its kind of member.'),
  votesBasis: optionalText(200).describe('On what votes of its own rest; compulsory with them.'),
  startsOn: day().describe('First day of membership.'),
  decisionId: idOf('Decision')
    .optional()
    .describe('The carried decision of this network that admits it; compulsory where a clause asks for one.'),
  basis: optionalText(300).describe('Without a decision: on what the admission rests.'),
}
