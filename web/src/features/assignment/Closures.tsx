import { graphql } from '../../generated/gql.ts'
import type { RoadClosureKind } from '../../generated/graphql.ts'
import { announce } from '../../lib/announce.ts'
import { useCommand } from '../../lib/command.ts'
import { useAssignmentText } from '../../locales/assignment.ts'
import { Button } from '../../ui/Button/Button.tsx'
import { Disclosure } from '../../ui/Disclosure/Disclosure.tsx'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { RadioGroup } from '../../ui/Radio/RadioGroup.tsx'
import { SelectField } from '../../ui/Select/SelectField.tsx'
import { TextField } from '../../ui/TextField/TextField.tsx'
import { ActingStatement } from '../identity/ActingStatement.tsx'
import { ClosureTable, type ClosureTableProps } from './ClosureTable.tsx'
import { shelterOptions, type ShelterChoice } from './choices.ts'

const Report = graphql(`
  mutation Closures_report($input: ReportRoadClosureInput!) {
    reportRoadClosure(input: $input) {
      ... on ReportRoadClosurePayload {
        roadClosure {
          id
          ...ClosureTable_closure
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
  closures: ClosureTableProps['closures']
  municipalities: readonly { id: string; name: string }[]
  shelters: readonly ShelterChoice[]
  mayCoordinate: boolean
  onConflict: () => void
}

/** Ways that cannot be taken, and a form for another one. */
export function Closures({ closures, mayCoordinate, onConflict, ...choices }: ClosuresProps) {
  const text = useAssignmentText().closures
  const lift = useCommand(Lift)
  return (
    <>
      <ClosureTable
        closures={closures}
        renderAct={(closure, what) =>
          mayCoordinate && (
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
                <span className="sr-only">（{what}）</span>
              </Button>
            </span>
          )
        }
      />
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
