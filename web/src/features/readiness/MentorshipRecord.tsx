import { graphql } from '../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { useCommand } from '../../lib/command.ts'
import { emptyDate, formatDate, isoOf, today, toEntry, COMING_ERAS } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useReadinessText } from '../../locales/readiness.ts'
import { DateFields } from '../../ui/DateFields/DateFields.tsx'
import { Lines } from '../../ui/Lines/Lines.tsx'
import { RadioGroup } from '../../ui/Radio/RadioGroup.tsx'
import { TextAreaField } from '../../ui/TextArea/TextAreaField.tsx'
import { TextField } from '../../ui/TextField/TextField.tsx'
import { Act } from '../../ui/Act/Act.tsx'
import { STAGES } from './Stages.tsx'

const MentorshipRecord_mentorship = graphql(`
  fragment MentorshipRecord_mentorship on Mentorship {
    id
    stage
    cityTalkOn
    expectedOn
    endedOn
    version
    steps(first: 10) {
      nodes {
        id
        stage
        onDay
        evidence
        actingName
      }
    }
    visits(first: 50) {
      nodes {
        id
        onDay
        held
        calledOff
        note
        version
      }
    }
  }
`)

const Reach = graphql(`
  mutation ReachMentoringStage($input: ReachMentoringStageInput!) {
    reachMentoringStage(input: $input) {
      ... on ReachMentoringStagePayload {
        mentorship {
          id
          stage
        }
      }
      ...Refusal
    }
  }
`)
const Plan = graphql(`
  mutation PlanMentoringVisit($input: PlanMentoringVisitInput!) {
    planMentoringVisit(input: $input) {
      ... on PlanMentoringVisitPayload {
        mentorship {
          id
        }
      }
      ...Refusal
    }
  }
`)
const CloseVisit = graphql(`
  mutation CloseMentoringVisit($input: CloseMentoringVisitInput!) {
    closeMentoringVisit(input: $input) {
      ... on CloseMentoringVisitPayload {
        mentorship {
          id
        }
      }
      ...Refusal
    }
  }
`)
const SetDays = graphql(`
  mutation ScheduleMentoring($input: ScheduleMentoringInput!) {
    scheduleMentoring(input: $input) {
      ... on ScheduleMentoringPayload {
        mentorship {
          id
        }
      }
      ...Refusal
    }
  }
`)
const GiveUp = graphql(`
  mutation GiveUpMentorship($input: GiveUpMentorshipInput!) {
    giveUpMentorship(input: $input) {
      ... on GiveUpMentorshipPayload {
        mentorship {
          id
        }
      }
      ...Refusal
    }
  }
`)

interface MentorshipRecordProps {
  mentorship: FragmentType<typeof MentorshipRecord_mentorship>
  /** Whether the viewer keeps the record. */
  keeps: boolean
  statement: React.ReactNode
  onDone: () => void
}

/** Visits, stages and days of a mentorship, and what may be written of them. */
export function MentorshipRecord({ mentorship, keeps, statement, onDone }: MentorshipRecordProps) {
  const one = readFragment(MentorshipRecord_mentorship, mentorship)
  const text = useReadinessText().mentoring
  const language = useLanguage()
  const [reach, plan, closeVisit, setDays, giveUp] = [
    useCommand(Reach),
    useCommand(Plan),
    useCommand(CloseVisit),
    useCommand(SetDays),
    useCommand(GiveUp),
  ]
  const writes = keeps && one.endedOn === null
  const next = STAGES[STAGES.indexOf(one.stage) + 1]
  const ends = { save: text.save, leave: text.leave, said: text.saved, statement, onDone }
  return (
    <>
      <h3 className="prose-strong">{text.visits}</h3>
      {one.visits.nodes.length === 0 && <p>{text.noVisits}</p>}
      <Lines>
        {one.visits.nodes.map(({ id, onDay, held, calledOff, note, version }) => (
          <li key={id}>
            <b className="prose-strong">{formatDate(onDay, language)}</b>
            {'　'}
            {held ? text.visitHeld : calledOff ? text.visitOff : text.visitPlanned}
            {note && <span className="block">{note}</span>}
            {writes && !held && !calledOff && (
              <span className="yui-no-print block">
                <Act
                  button={text.visitClose}
                  of={formatDate(onDay, language)}
                  kind="text"
                  title={text.visitCloseTitle}
                  values={{ held: '', note }}
                  submit={({ held: took, note: words }) =>
                    closeVisit({
                      input: { mentoringVisitId: id, held: took === 'YES', note: words, version },
                    })
                  }
                  {...ends}
                >
                  <RadioGroup
                    name="held"
                    label={text.visitTook}
                    required
                    options={[
                      { value: 'YES', label: text.visitTookYes },
                      { value: 'NO', label: text.visitTookNo },
                    ]}
                  />
                  <TextAreaField name="note" label={text.visitNote} maxLength={500} />
                </Act>
              </span>
            )}
          </li>
        ))}
      </Lines>
      <h3 className="prose-strong mt-6">{text.steps}</h3>
      <Lines>
        {one.steps.nodes.map(({ id, stage, onDay, evidence, actingName }) => (
          <li key={id}>
            <b className="prose-strong">{text.stages[stage]}</b>　{formatDate(onDay, language)}
            <span className="block">
              {evidence}
              <span className="prose-note">　{actingName}</span>
            </span>
          </li>
        ))}
      </Lines>
      {writes && (
        <div className="yui-buttons yui-no-print mt-6">
          <Act
            button={text.visitAdd}
            title={text.visitTitle}
            values={{ onDay: toEntry(today()), held: '', note: '' }}
            submit={({ onDay, held, note }) =>
              plan({ input: { mentorshipId: one.id, onDay: isoOf(onDay) ?? '', held: held === 'YES', note } })
            }
            {...ends}
          >
            <DateFields name="onDay" label={text.visitDay} required eras={COMING_ERAS} />
            <RadioGroup
              name="held"
              label={text.visitWas}
              required
              options={[
                { value: 'YES', label: text.visitYes },
                { value: 'NO', label: text.visitNo },
              ]}
            />
            <TextAreaField name="note" label={text.visitNote} maxLength={500} />
          </Act>
          <Act
            button={text.days}
            title={text.days}
            values={{ cityTalkOn: toEntry(one.cityTalkOn), expectedOn: toEntry(one.expectedOn) }}
            submit={({ cityTalkOn, expectedOn }) =>
              setDays({
                input: {
                  mentorshipId: one.id,
                  cityTalkOn: isoOf(cityTalkOn),
                  expectedOn: isoOf(expectedOn),
                  version: one.version,
                },
              })
            }
            {...ends}
          >
            <DateFields name="cityTalkOn" label={text.cityTalkOn} eras={COMING_ERAS} />
            <DateFields name="expectedOn" label={text.expectedOn} eras={COMING_ERAS} />
          </Act>
          {next && (
            <Act
              button={text.next(text.stages[next])}
              title={text.next(text.stages[next])}
              values={{ onDay: emptyDate, evidence: '' }}
              submit={({ onDay, evidence }) =>
                reach({
                  input: {
                    mentorshipId: one.id,
                    stage: next,
                    onDay: isoOf(onDay) ?? '',
                    grounds: evidence,
                    version: one.version,
                  },
                })
              }
              {...ends}
            >
              <DateFields name="onDay" label={text.nextDay} required eras={COMING_ERAS} />
              <TextField name="evidence" label={text.nextEvidence} required maxLength={300} />
            </Act>
          )}
          <Act
            button={text.giveUp}
            kind="text"
            title={text.giveUp}
            values={{ because: '' }}
            submit={({ because }) =>
              giveUp({ input: { mentorshipId: one.id, because, version: one.version } })
            }
            {...ends}
          >
            <p>{text.giveUpNote}</p>
            <TextField name="because" label={text.because} required maxLength={300} />
          </Act>
        </div>
      )}
    </>
  )
}
