import { RuleProblem } from '../../kernel/problems.ts'

// What the database refuses about corporations, in the words of the domain; for a command's `onConstraint`.

export const numberTaken = () =>
  new RuleProblem('CORPORATE_NUMBER_TAKEN', 'Another corporation of the registry has this 法人番号.')

export const wrongSample = () =>
  new RuleProblem(
    'SAMPLE_CORPORATION_MARKED',
    'An invented corporation carries 見本 in its name and no 法人番号.',
  )

export const unknownMunicipality = () =>
  new RuleProblem('MUNICIPALITY_UNKNOWN', 'The registry does not know this municipality.')
