import type { CollaborationStage, TieStatus } from '../../generated/graphql.ts'

/** The seven stages, from loose to one. */
export const STAGES = [
  'VOLUNTARY',
  'COUNCIL_JOINT',
  'BUSINESS_ALLIANCE',
  'COLLABORATION_CORPORATION',
  'BOARD_PARTICIPATION',
  'BUSINESS_TRANSFER',
  'MERGER',
] as const satisfies readonly CollaborationStage[]

/** 1 to 7. */
export const numberOf = (stage: CollaborationStage): number => STAGES.indexOf(stage) + 1

/** From 理事会参加 upward the parties alone see a tie. */
export const isConfidential = (stage: CollaborationStage): boolean => numberOf(stage) >= 5

/** Where the terms of a stage stand in the inputs and in the papers. */
export const TERMS_OF = {
  VOLUNTARY: 'voluntary',
  COUNCIL_JOINT: 'councilJoint',
  BUSINESS_ALLIANCE: 'alliance',
  COLLABORATION_CORPORATION: 'collaboration',
  BOARD_PARTICIPATION: 'board',
  BUSINESS_TRANSFER: 'transfer',
  MERGER: 'merger',
} as const satisfies Record<CollaborationStage, string>

interface Dated {
  status: TieStatus
  validFrom: string
  validTo?: string | null
}

/** How a tie stands on a day: what stands is not always in force. */
export function stateOn(
  { status, validFrom, validTo }: Dated,
  today: string,
): TieStatus | 'OVER' | 'TO_COME' {
  if (status !== 'STANDING') return status
  if (validFrom > today) return 'TO_COME'
  return validTo && validTo < today ? 'OVER' : 'STANDING'
}
