import type { ShelterOpeningState as State } from '../../../generated/prisma/enums.ts'

/** What can be done with an opening. */
export type OpeningAct =
  | 'request'
  | 'answer'
  | 'decide'
  | 'open'
  | 'deFacto'
  | 'fill'
  | 'resume'
  | 'figures'
  | 'close'
  | 'withdraw'

/**
 * From which states an act is possible; null = there is no opening yet. An answer can be changed until the decision; a
 * decision may also be taken against a CANNOT that has changed by telephone, but only after the answer was changed.
 */
const FROM: Readonly<Record<OpeningAct, readonly (State | null)[]>> = {
  request: [null, 'CANNOT', 'WITHDRAWN', 'CLOSED'],
  answer: ['REQUESTED', 'CAN', 'CANNOT'],
  decide: ['CAN'],
  open: ['DECIDED'],
  deFacto: [null, 'REQUESTED', 'CAN', 'CANNOT', 'DECIDED', 'WITHDRAWN', 'CLOSED'],
  fill: ['OPEN'],
  resume: ['FULL'],
  figures: ['OPEN', 'FULL'],
  close: ['OPEN', 'FULL'],
  withdraw: ['REQUESTED', 'CAN', 'CANNOT', 'DECIDED'],
}

/** Whether an act is possible in a state. */
export const isPossible = (act: OpeningAct, state: State | null): boolean => FROM[act].includes(state)

/** States in which people may be there. */
export const isOpen = (state: State | null): boolean => state === 'OPEN' || state === 'FULL'
