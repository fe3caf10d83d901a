import { RuleProblem } from '../../../kernel/problems.ts'

//             inviteCorporation ──▶ INVITED ──applyForMembership──┐        ┌──admitMember──▶ ADMITTED, a membership begins
// applyForMembership ──────────────────────────────────────▶ SUBMITTED ─────┼──declineApplication──▶ DECLINED, with a reason
//                                       │                       │          └──withdrawApplication──▶ WITHDRAWN
//                                       └──withdrawApplication──▶ WITHDRAWN

export type ApplicationState = 'INVITED' | 'SUBMITTED' | 'ADMITTED' | 'DECLINED' | 'WITHDRAWN'

/** Refuses to go on with an application that does not wait for the network. */
export function checkSubmitted(state: ApplicationState): void {
  if (state === 'SUBMITTED') return
  throw state === 'INVITED'
    ? new RuleProblem('INVITATION_NOT_ANSWERED_YET', 'The corporation has not taken the invitation up yet.')
    : applicationClosed()
}

/** Refuses to write to or to withdraw what has come to its end. */
export function checkOpen(state: ApplicationState): void {
  if (state !== 'INVITED' && state !== 'SUBMITTED') throw applicationClosed()
}

const applicationClosed = (): RuleProblem =>
  new RuleProblem('APPLICATION_CLOSED', 'The application has come to its end.')

/** A question of the network. */
export interface Question {
  readonly position: number
  readonly text: string
  readonly required: boolean
}

/** The answers in the questions' own words, or a refusal if a compulsory one is missing. */
export function answersTo(
  questions: readonly Question[],
  given: readonly { readonly position: number; readonly answer: string }[],
): { position: number; question: string; answer: string }[] {
  const found = new Map(given.map(({ position, answer }) => [position, answer.trim()]))
  return questions.flatMap(({ position, text, required }) => {
    const answer = found.get(position) ?? ''
    if (answer === '') {
      if (required) throw new RuleProblem('QUESTION_NOT_ANSWERED', 'A compulsory question has no answer.')
      return []
    }
    return [{ position, question: text, answer }]
  })
}
