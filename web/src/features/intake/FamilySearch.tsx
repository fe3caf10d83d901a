import { useState } from 'react'
import { graphql } from '../../generated/gql.ts'
import type { IdentityCheck } from '../../generated/graphql.ts'
import { useCommand } from '../../lib/command.ts'
import { toDigits } from '../../lib/digits.ts'
import { useIntakeText } from '../../locales/intake.ts'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { Notice } from '../../ui/Notice/Notice.tsx'
import { RadioGroup } from '../../ui/Radio/RadioGroup.tsx'
import { TextField } from '../../ui/TextField/TextField.tsx'

const SearchForFamily = graphql(`
  mutation SearchForFamily($input: SearchForFamilyInput!) {
    searchForFamily(input: $input) {
      ... on SearchForFamilyPayload {
        found
        whereabouts
        place
      }
      ...Refusal
    }
  }
`)

const CHECKS = ['PHOTO_ID', 'TWO_PAPERS', 'KNOWN', 'CALLED_BACK'] as const satisfies readonly IdentityCheck[]

/** First who asks, then for whom; the answer is about one person or nobody. */
export function FamilySearch({ openingId }: { openingId: string }) {
  const text = useIntakeText()
  const send = useCommand(SearchForFamily)
  const form = useForm({
    defaultValues: { asker: '', relation: '', checked: '', kana: '', birthYear: '', town: '' },
  })
  const [answer, setAnswer] = useState<{ whereabouts: string | null; place: string | null }>()
  const destinations: Readonly<Record<string, string>> = text.destinations
  return (
    <>
      <Form
        form={form}
        submit={({ checked, birthYear, town, ...said }) => {
          setAnswer(undefined)
          return send({
            input: {
              openingId,
              ...said,
              checked: checked as IdentityCheck,
              birthYear: birthYear || null,
              town: town.trim() || null,
            },
          })
        }}
        onDone={({ whereabouts, place }) =>
          setAnswer({ whereabouts: whereabouts ?? null, place: place ?? null })
        }
      >
        <TextField name="asker" label={text.asker} required maxLength={100} width="name" />
        <TextField name="relation" label={text.relation} required maxLength={50} width="name" />
        <RadioGroup
          name="checked"
          label={text.checked}
          required
          options={CHECKS.map((check) => ({ value: check, label: text.checks[check] }))}
        />
        <TextField name="kana" label={text.searchKana} required maxLength={100} />
        <TextField
          name="birthYear"
          label={text.searchYear}
          support={text.searchEither}
          inputMode="numeric"
          width="code"
          clean={toDigits}
          checks={{ INVALID: (typed) => /^\d{4}$/.test(typed) }}
          errors={{ INVALID: text.birthYearWrong }}
        />
        <TextField name="town" label={text.searchTown} maxLength={100} />
        <FormEnd submit={text.searchSend} />
      </Form>
      {answer && (
        <Notice kind={answer.whereabouts ? 'done' : 'info'}>
          <p>
            {answer.whereabouts === null
              ? text.notFound
              : answer.whereabouts === 'HERE'
                ? text.found(answer.place ?? '')
                : text.foundGone(destinations[answer.whereabouts] ?? '')}
          </p>
        </Notice>
      )}
    </>
  )
}
