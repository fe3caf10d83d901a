import { useCallback, useState } from 'react'
import { useClient } from 'urql'
import { graphql } from '../../generated/gql.ts'
import type { CorporationsAlikeQuery } from '../../generated/graphql.ts'
import { useCorporationText } from '../../locales/corporation.ts'
import type { CorporationValues } from './CorporationFields.tsx'

const Alike = graphql(`
  query CorporationsAlike($name: String, $corporateNumber: String) {
    corporationsAlike(name: $name, corporateNumber: $corporateNumber) {
      numberProblem
      expectedCheckDigit
      swapped
      sameNumber {
        id
        name
        seat
        corporateNumber
      }
      similar {
        id
        name
        seat
        corporateNumber
      }
    }
  }
`)

export type Alike = CorporationsAlikeQuery['corporationsAlike']

/** Too many proposals help nobody. */
const MOST_PROPOSALS = 3

/**
 * Asks the registry about a name and a 法人番号 before a form is sent. `sentence` says what is wrong with the number:
 * which digit cannot be known, but what the check digit ought to be and what a swap would mean can.
 */
export function useNumberCheck() {
  const client = useClient()
  const text = useCorporationText().basic
  const [sentence, setSentence] = useState('')
  const look = useCallback(
    async (name: string, corporateNumber: string): Promise<Alike | undefined> => {
      const { data } = await client.query(Alike, { name, corporateNumber }, { requestPolicy: 'network-only' })
      const alike = data?.corporationsAlike
      if (alike?.numberProblem === 'NOT_13_DIGITS') setSentence(text.wrong.NOT_13_DIGITS)
      if (alike?.numberProblem === 'CHECK_DIGIT_WRONG') {
        const { expectedCheckDigit, swapped } = alike
        const proposal =
          swapped.length > 0 && swapped.length <= MOST_PROPOSALS
            ? text.wrong.SWAPPED(swapped.join(text.or))
            : ''
        setSentence(text.wrong.CHECK(expectedCheckDigit ?? '') + proposal)
      }
      return alike
    },
    [client, text],
  )
  return { look, sentence }
}

/** A form's own refusal, told at a field as the API's refusals are. */
export const refuseAt = (field: keyof CorporationValues, code: string) =>
  ({
    kind: 'refused',
    problem: {
      __typename: 'ValidationProblem',
      code: 'VALIDATION',
      message: '',
      issues: [{ path: [field], code, message: '' }],
    },
  }) as const
