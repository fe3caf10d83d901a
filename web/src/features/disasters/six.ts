import type { GlyphName } from './Glyph.tsx'
import type { SixAnswersInput } from './send-report.ts'

export type Question = keyof SixAnswersInput
export type Answers = { [Key in Question]?: SixAnswersInput[Key] }

/** The questions in the order in which they are asked; answers from good to unknown. */
export const SIX = {
  users: ['ALL_SAFE', 'SOME_INJURED', 'NEED_HELP', 'UNKNOWN'],
  building: ['USABLE', 'PARTLY', 'UNUSABLE', 'UNKNOWN'],
  power: ['ON', 'EMERGENCY', 'OUT', 'UNKNOWN'],
  water: ['ON', 'LIMITED', 'OUT', 'UNKNOWN'],
  staff: ['ENOUGH', 'SHORT', 'CRITICAL', 'UNKNOWN'],
  acceptance: ['CAN', 'CONDITIONAL', 'CANNOT', 'UNKNOWN'],
} as const satisfies { [Key in Question]: readonly SixAnswersInput[Key][] }

export const QUESTIONS = Object.keys(SIX) as readonly Question[]

const GLYPHS: readonly GlyphName[] = ['yes', 'triangle', 'no', 'unknown']

/** The shape of an answer; 「一部」 is half, everything else goes from good to unknown. */
export function glyphOfAnswer(question: Question, answer: string): GlyphName {
  const place = (SIX[question] as readonly string[]).indexOf(answer)
  if (place === 1 && question !== 'acceptance' && question !== 'users') return 'half'
  return GLYPHS[place] ?? 'unknown'
}

/** The next question without an answer; undefined when all six are given. */
export const nextOf = (answers: Answers): Question | undefined =>
  QUESTIONS.find((question) => answers[question] === undefined)

export const isComplete = (answers: Answers): answers is SixAnswersInput => nextOf(answers) === undefined
