import { graphql } from '../../generated/gql.ts'
import { announce } from '../../lib/announce.ts'
import { useCommand } from '../../lib/command.ts'
import { COMING_ERAS, isoOf, today, toEntry } from '../../lib/dates.ts'
import { toDigits } from '../../lib/digits.ts'
import { useReadinessText } from '../../locales/readiness.ts'
import { Button } from '../../ui/Button/Button.tsx'
import { DateFields } from '../../ui/DateFields/DateFields.tsx'
import { SelectField } from '../../ui/Select/SelectField.tsx'
import { TextAreaField } from '../../ui/TextArea/TextAreaField.tsx'
import { TextField } from '../../ui/TextField/TextField.tsx'
import { Act } from '../../ui/Act/Act.tsx'

const Begin = graphql(`
  mutation BeginMentorship($input: BeginMentorshipInput!) {
    beginMentorship(input: $input) {
      ... on BeginMentorshipPayload {
        mentorship {
          id
        }
      }
      ...Refusal
    }
  }
`)
const SetLimit = graphql(`
  mutation LimitMentoring($input: LimitMentoringInput!) {
    limitMentoring(input: $input) {
      ... on LimitMentoringPayload {
        mentoringLimit {
          id
        }
      }
      ...Refusal
    }
  }
`)
const AddTemplate = graphql(`
  mutation AddMentoringTemplate($input: AddMentoringTemplateInput!) {
    addMentoringTemplate(input: $input) {
      ... on AddMentoringTemplatePayload {
        mentoringTemplate {
          id
        }
      }
      ...Refusal
    }
  }
`)
const Withdraw = graphql(`
  mutation WithdrawMentoringTemplate($input: WithdrawMentoringTemplateInput!) {
    withdrawMentoringTemplate(input: $input) {
      ... on WithdrawMentoringTemplatePayload {
        mentoringTemplate {
          id
        }
      }
      ...Refusal
    }
  }
`)

interface Named {
  readonly facilityId: string
  readonly name: string
}

interface BeginActProps {
  platformId: string
  mentors: readonly Named[]
  others: readonly Named[]
  onDone: () => void
}

const options = (facilities: readonly Named[]) =>
  facilities.map(({ facilityId, name }) => ({ value: facilityId, label: name }))

/** 「相談を始める」 */
export function BeginAct({ platformId, mentors, others, onDone }: BeginActProps) {
  const text = useReadinessText().overview
  const begin = useCommand(Begin)
  return (
    <Act
      button={text.begin}
      kind="main"
      title={text.beginTitle}
      values={{ mentor: '', mentee: '', startedOn: toEntry(today()), evidence: '' }}
      submit={({ mentor, mentee, startedOn, evidence }) =>
        begin({
          input: {
            platformId,
            mentorFacilityId: mentor,
            menteeFacilityId: mentee,
            startedOn: isoOf(startedOn) ?? '',
            grounds: evidence,
          },
        })
      }
      save={text.begin}
      leave={text.leave}
      said={text.saved}
      onDone={onDone}
    >
      <SelectField name="mentor" label={text.mentor} required options={options(mentors)} />
      <SelectField name="mentee" label={text.mentee} required options={options(others)} />
      <DateFields name="startedOn" label={text.startedOn} required eras={COMING_ERAS} />
      <TextField name="evidence" label={text.evidence} required maxLength={300} />
    </Act>
  )
}

/** 「受け持つ数の上限を決める」 */
export function LimitAct({
  platformId,
  limit,
  onDone,
}: {
  platformId: string
  limit: number | null
  onDone: () => void
}) {
  const text = useReadinessText().overview
  const set = useCommand(SetLimit)
  return (
    <Act
      button={text.setLimit}
      title={text.setLimit}
      values={{ facilities: limit === null ? '' : String(limit), fromOn: toEntry(today()) }}
      submit={({ facilities, fromOn }) =>
        set({ input: { platformId, facilities: Number(toDigits(facilities)), fromOn: isoOf(fromOn) ?? '' } })
      }
      save={text.save}
      leave={text.leave}
      said={text.saved}
      onDone={onDone}
    >
      <TextField
        name="facilities"
        label={text.limitLabel}
        required
        inputMode="numeric"
        width="code"
        clean={toDigits}
        maxLength={2}
        checks={{ NOT_A_NUMBER: (typed) => /^[1-9][0-9]?$/.test(toDigits(typed)) }}
      />
      <DateFields name="fromOn" label={text.fromOn} required eras={COMING_ERAS} />
    </Act>
  )
}

interface AddTemplateActProps {
  platformId: string
  items: readonly { readonly key: string; readonly title: string }[]
  onDone: () => void
}

/** 「ひな形を置く」 */
export function AddTemplateAct({ platformId, items, onDone }: AddTemplateActProps) {
  const text = useReadinessText().overview
  const add = useCommand(AddTemplate)
  return (
    <Act
      button={text.addTemplate}
      title={text.addTemplate}
      values={{ title: '', itemKey: '', body: '' }}
      submit={({ title, itemKey, body }) =>
        add({ input: { platformId, title, body, itemKey: itemKey === '' ? null : itemKey } })
      }
      save={text.addTemplate}
      leave={text.leave}
      said={text.saved}
      onDone={onDone}
    >
      <TextField name="title" label={text.templateTitle} required maxLength={100} />
      <SelectField
        name="itemKey"
        label={text.templateItem}
        options={items.map(({ key, title }) => ({ value: key, label: title }))}
      />
      <TextAreaField name="body" label={text.templateBody} required maxLength={4000} rows={8} />
    </Act>
  )
}

interface WithdrawTemplateProps {
  template: { id: string; title: string; version: number }
  onDone: () => void
}

/** 「下げる」 */
export function WithdrawTemplate({ template: { id, title, version }, onDone }: WithdrawTemplateProps) {
  const text = useReadinessText().overview
  const withdraw = useCommand(Withdraw)
  const press = async () => {
    const outcome = await withdraw({ input: { mentoringTemplateId: id, version } })
    if (outcome.kind === 'done') announce(text.withdrawn)
    onDone()
  }
  return (
    <Button kind="text" onClick={() => void press()}>
      {text.withdraw}
      <span className="sr-only">（{title}）</span>
    </Button>
  )
}
