import { graphql } from '../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import type { AuthorityKind } from '../../generated/graphql.ts'
import { useCommand } from '../../lib/command.ts'
import { useCorporationText } from '../../locales/corporation.ts'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { RadioGroup } from '../../ui/Radio/RadioGroup.tsx'
import { SelectField } from '../../ui/Select/SelectField.tsx'
import { TextField } from '../../ui/TextField/TextField.tsx'
import { ActingStatement } from '../identity/ActingStatement.tsx'
import type { PartFormProps } from './part-form.ts'

const AuthorityForm_corporation = graphql(`
  fragment AuthorityForm_corporation on Corporation {
    id
    version
    authority {
      kind
      code
      reason
    }
  }
`)

const Correct = graphql(`
  mutation AuthorityForm_correct($input: CorrectAuthorityInput!) {
    correctAuthority(input: $input) {
      __typename
      ... on CorrectAuthorityPayload {
        corporation {
          id
          ...AuthorityForm_corporation
          ...AuthorityFacts_corporation
        }
      }
      ...Refusal
    }
  }
`)

interface Place {
  code: string
  name: string
}

interface AuthorityFormProps extends PartFormProps {
  corporation: FragmentType<typeof AuthorityForm_corporation>
  /** Municipalities of the registry; of them only cities supervise. */
  municipalities: readonly (Place & { prefecture: string })[]
}

interface Values {
  kind: AuthorityKind | ''
  city: string
  prefecture: string
  reason: string
}

/** The third digit of a code tells a city or ward from a 町 or 村. */
const isCity = ({ code }: Place) => ['1', '2'].includes(code.charAt(2))

/** Prefectures of the registry's municipalities, by the code of the prefecture. */
function prefecturesOf(municipalities: AuthorityFormProps['municipalities']): Place[] {
  const found = new Map(municipalities.map(({ code, prefecture }) => [code.slice(0, 2), prefecture]))
  return [...found].map(([two, name]) => ({ code: prefectureCode(two), name }))
}

/** 「06」 → 「060003」: two digits, three zeros, check digit. */
function prefectureCode(two: string): string {
  const sum = Number(two[0]) * 6 + Number(two[1]) * 5
  return `${two}000${(11 - (sum % 11)) % 10}`
}

/** Says which 所轄庁 a corporation really has, and why the places do not tell it. */
export function AuthorityForm({
  corporation,
  municipalities,
  onDone,
  onConflict,
  leave,
}: AuthorityFormProps) {
  const { id, version, authority } = readFragment(AuthorityForm_corporation, corporation)
  const text = useCorporationText().authority
  const correct = useCommand(Correct)
  const form = useForm<Values>({
    defaultValues: {
      kind: authority.kind ?? '',
      city: authority.kind === 'CITY' ? (authority.code ?? '') : '',
      prefecture: authority.kind === 'PREFECTURE' ? (authority.code ?? '') : '',
      reason: authority.reason ?? '',
    },
    follows: true,
    draft: { key: `authority:${id}`, title: text.correct, path: `/corporations/${id}/edit/authority` },
  })
  const kind = form.hookForm.watch('kind')
  const options = (places: readonly Place[]) => places.map(({ code, name }) => ({ value: code, label: name }))
  return (
    <Form
      form={form}
      submit={(values) =>
        correct({
          input: {
            corporationId: id,
            version,
            kind: values.kind as AuthorityKind,
            code:
              values.kind === 'CITY' ? values.city : values.kind === 'PREFECTURE' ? values.prefecture : null,
            reason: values.reason,
          },
        })
      }
      onDone={() => onDone(text.saved)}
      onConflict={onConflict}
    >
      <RadioGroup
        name="kind"
        label={text.kind}
        required
        options={Object.entries(text.kinds).map(([value, label]) => ({ value, label }))}
      />
      {kind === 'CITY' && (
        <SelectField
          name="city"
          label={text.city}
          required
          options={options(municipalities.filter(isCity))}
        />
      )}
      {kind === 'PREFECTURE' && (
        <SelectField
          name="prefecture"
          label={text.prefecture}
          required
          options={options(prefecturesOf(municipalities))}
        />
      )}
      <TextField
        name="reason"
        label={text.reasonLabel}
        support={text.reasonSupport}
        required
        maxLength={300}
      />
      <FormEnd submit={text.save} statement={<ActingStatement>{text.saves}</ActingStatement>}>
        {leave}
      </FormEnd>
    </Form>
  )
}
