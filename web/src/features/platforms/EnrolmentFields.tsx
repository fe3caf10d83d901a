import { graphql } from '../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { isoOf, toEntry, today, type DateEntry } from '../../lib/dates.ts'
import { toDigits } from '../../lib/digits.ts'
import { useMembersText } from '../../locales/members.ts'
import { DateFields } from '../../ui/DateFields/DateFields.tsx'
import { RadioGroup } from '../../ui/Radio/RadioGroup.tsx'
import { SelectField } from '../../ui/Select/SelectField.tsx'
import { TextField } from '../../ui/TextField/TextField.tsx'

const MemberRules = graphql(`
  fragment EnrolmentFields_rules on NetworkStanding {
    weighted
    classes {
      code
      name
      votes
      clause
    }
  }
`)

const Decisions = graphql(`
  fragment EnrolmentFields_decision on CarriedDecision {
    decisionId
    title
    number
    fiscalYear
  }
`)

export interface EnrolmentValues {
  memberClass: string
  votes: string
  votesBasis: string
  startsOn: DateEntry
  decisionId: string
  basis: string
}

export const emptyEnrolment = (memberClass = ''): EnrolmentValues => ({
  memberClass,
  votes: '',
  votesBasis: '',
  startsOn: toEntry(today()),
  decisionId: '',
  basis: '',
})

const filled = (typed: string): string | undefined => (typed.trim() === '' ? undefined : typed)

/** What the forms hold, as the commands take it. */
export const enrolmentInput = ({
  memberClass,
  votes,
  votesBasis,
  startsOn,
  decisionId,
  basis,
}: EnrolmentValues) => ({
  memberClass,
  votes: votes === '' ? undefined : Number(votes),
  votesBasis: filled(votesBasis),
  startsOn: isoOf(startsOn) ?? today(),
  decisionId: filled(decisionId),
  basis: filled(basis),
})

interface ClassFieldsProps {
  rules: FragmentType<typeof MemberRules>
}

/** The kind of member, and votes of its own where the rulebook weights them. */
export function ClassFields({ rules: given }: ClassFieldsProps) {
  const text = useMembersText()
  const { classes, weighted } = readFragment(MemberRules, given)
  return (
    <>
      <RadioGroup
        name="memberClass"
        label={text.enrolment.class}
        support={text.enrolment.classSupport}
        required
        options={classes.map(({ code, name, votes, clause }) => ({
          value: code,
          label: text.join.classOption(name, votes, clause),
        }))}
      />
      {weighted && (
        <>
          <TextField
            name="votes"
            label={text.enrolment.votes}
            inputMode="numeric"
            clean={toDigits}
            width="tel"
          />
          <TextField
            name="votesBasis"
            label={text.enrolment.votesBasis}
            support={text.enrolment.votesBasisSupport}
            maxLength={200}
          />
        </>
      )}
    </>
  )
}

interface DecisionFieldProps {
  decisions: readonly FragmentType<typeof Decisions>[]
  label: string
  support?: string
  required?: boolean
}

/** Names one of the carried decisions of the network. */
export function DecisionField({ decisions: given, label, support, required = false }: DecisionFieldProps) {
  const text = useMembersText().enrolment
  const decisions = readFragment(Decisions, given)
  return (
    <SelectField
      name="decisionId"
      label={label}
      support={support}
      required={required}
      options={decisions.map(({ decisionId, fiscalYear, number, title }) => ({
        value: decisionId,
        label: text.decisionLabel(fiscalYear, number, title),
      }))}
    />
  )
}

interface EnrolmentFieldsProps extends ClassFieldsProps, Pick<DecisionFieldProps, 'decisions'> {
  /** The clause by which an organ decides; null = the secretariat admits. */
  clause: string | null
}

/** On what terms a corporation becomes a member. */
export function EnrolmentFields({ rules, decisions, clause }: EnrolmentFieldsProps) {
  const text = useMembersText().enrolment
  return (
    <>
      <ClassFields rules={rules} />
      <DateFields name="startsOn" label={text.startsOn} required />
      <DecisionField
        decisions={decisions}
        label={text.decision}
        support={text.decisionSupport(clause)}
        required={clause !== null}
      />
      {clause === null && (
        <TextField name="basis" label={text.basis} support={text.basisSupport} maxLength={300} />
      )}
    </>
  )
}
