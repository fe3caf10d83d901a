import { defineTexts } from '../lib/texts.ts'
import { assignment } from './ja/assignment.ts'

export const useAssignmentText = defineTexts(
  assignment,
  async () => (await import('./en/assignment.ts')).assignment,
)
