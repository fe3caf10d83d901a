import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import type { Closures_ClosureFragment, RoadClosureKind } from '../../generated/graphql.ts'
import { announce } from '../../lib/announce.ts'
import { useCommand } from '../../lib/command.ts'
import { formatMoment } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useAssignmentText } from '../../locales/assignment.ts'
import { Button } from '../../ui/Button/Button.tsx'
import { Disclosure } from '../../ui/Disclosure/Disclosure.tsx'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { RadioGroup } from '../../ui/Radio/RadioGroup.tsx'
import { SelectField } from '../../ui/Select/SelectField.tsx'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'
import { TextField } from '../../ui/TextField/TextField.tsx'
import { ActingStatement } from '../identity/ActingStatement.tsx'
import { shelterOptions, type ShelterChoice } from './choices.ts'

const Closures_closure = graphql(`
  fragment Closures_closure on RoadClosure {
    id
    kind
    sourceText
    enteredAt
    version
    municipality {
      id
      name
    }
    otherMunicipality {
      id
      name
    }
    facility {
      id
      name
    }
  }
`)

const Report = graphql(`
  mutation Closures_report($input: ReportRoadClosureInput!) {
    reportRoadClosure(input: $input) {
      ... on ReportRoadClosurePayload {
        roadClosure {
          id
          ...Closures_closure
        }
      }
      ...Refusal
    }
  }
`)

const Lift = graphql(`
  mutation Closures_lift($input: LiftRoadClosureInput!) {
    liftRoadClosure(input: $input) {
      ... on LiftRoadClosurePayload {
        roadClosure {
          id
          liftedAt
        }
      }
      ...Refusal
    }
  }
`)

const KINDS: readonly RoadClosureKind[] = [
  'BETWEEN_MUNICIPALITIES',
  'MUNICIPALITY_CUT_OFF',
  'FACILITY_CUT_OFF',
]

interface ClosuresProps {
  caseId: string
  closures: readonly FragmentType<typeof Closures_closure>[]
  municipalities: readonly { id: string; name: string }[]
  shelters: readonly ShelterChoice[]
  mayCoordinate: boolean
  onConflict: () => void
}

/** Ways that cannot be taken, and a form for another one. */
export function Closures({ closures: given, mayCoordinate, onConflict, ...choices }: ClosuresProps) {
  const text = useAssignmentText().closures
  const language = useLanguage()
  const closures = readFragment(Closures_closure, given)
  const lift = useCommand(Lift)
  const what = ({ kind, municipality, otherMunicipality, facility }: Closures_ClosureFragment) => {
    if (kind === 'FACILITY_CUT_OFF') return text.facility(facility?.name ?? '')
    if (kind === 'MUNICIPALITY_CUT_OFF') return text.municipality(municipality?.name ?? '')
    return text.between(municipality?.name ?? '', otherMunicipality?.name ?? '')
  }
  return (
    <>
      {closures.length === 0 ? (
        <p>{text.empty}</p>
      ) : (
        <Table caption={text.caption} captionHidden>
          <thead>
            <tr>
              <Head>{text.columns.what}</Head>
              <Head>{text.columns.source}</Head>
              <Head>{text.columns.at}</Head>
            </tr>
          </thead>
          <tbody>
            {closures.map((closure) => (
              <tr key={closure.id}>
                <th scope="row">{what(closure)}</th>
                <Cell label={text.columns.source}>{closure.sourceText}</Cell>
                <Cell label={text.columns.at}>
                  {formatMoment(closure.enteredAt, language)}
                  {mayCoordinate && (
                    <span className="yui-no-print">
                      <Button
                        kind="text"
                        onClick={() =>
                          void lift({ input: { roadClosureId: closure.id, version: closure.version } }).then(
                            ({ kind }) => (kind === 'done' ? announce(text.lifted) : onConflict()),
                          )
                        }
                      >
                        {text.lift}
                        <span className="sr-only">（{what(closure)}）</span>
                      </Button>
                    </span>
                  )}
                </Cell>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {mayCoordinate && (
        <div className="yui-no-print">
          <Disclosure summary={text.add}>
            <ClosureForm {...choices} />
          </Disclosure>
        </div>
      )}
    </>
  )
}

interface Values {
  kind: RoadClosureKind
  municipalityId: string
  otherMunicipalityId: string
  facilityId: string
  sourceText: string
}

function ClosureForm({
  caseId,
  municipalities,
  shelters,
}: Pick<ClosuresProps, 'caseId' | 'municipalities' | 'shelters'>) {
  const words = useAssignmentText().closures
  const text = words.form
  const send = useCommand(Report)
  const empty: Values = {
    kind: 'BETWEEN_MUNICIPALITIES',
    municipalityId: '',
    otherMunicipalityId: '',
    facilityId: '',
    sourceText: '',
  }
  const form = useForm<Values>({ defaultValues: empty })
  const kind = form.hookForm.watch('kind')
  const places = municipalities.map(({ id, name }) => ({ value: id, label: name }))
  const errors = { REQUIRED: text.required }
  return (
    <Form
      form={form}
      submit={({ municipalityId, otherMunicipalityId, facilityId, ...rest }) =>
        send({
          input: {
            assignmentCaseId: caseId,
            ...rest,
            municipalityId: (kind !== 'FACILITY_CUT_OFF' && municipalityId) || undefined,
            otherMunicipalityId: (kind === 'BETWEEN_MUNICIPALITIES' && otherMunicipalityId) || undefined,
            facilityId: (kind === 'FACILITY_CUT_OFF' && facilityId) || undefined,
            idempotencyKey: crypto.randomUUID(),
          },
        })
      }
      onDone={() => {
        form.hookForm.reset(empty)
        announce(text.done)
      }}
    >
      <RadioGroup
        name="kind"
        label={text.kind}
        required
        options={KINDS.map((value) => ({ value, label: words.kinds[value] }))}
      />
      {kind !== 'FACILITY_CUT_OFF' && (
        <SelectField
          name="municipalityId"
          label={text.municipality}
          options={places}
          errors={errors}
          required
        />
      )}
      {kind === 'BETWEEN_MUNICIPALITIES' && (
        <SelectField
          name="otherMunicipalityId"
          label={text.other}
          options={places}
          errors={errors}
          required
        />
      )}
      {kind === 'FACILITY_CUT_OFF' && (
        <SelectField
          name="facilityId"
          label={text.facility}
          options={shelterOptions(shelters)}
          errors={errors}
          required
        />
      )}
      <TextField
        name="sourceText"
        label={text.source}
        support={text.sourceSupport}
        required
        maxLength={200}
      />
      <FormEnd
        submit={text.submit}
        statement={<ActingStatement>{useAssignmentText().waiting.form.statement}</ActingStatement>}
      />
    </Form>
  )
}
