import { graphql } from '../../generated/gql.ts'
import type { AnnouncementTopic } from '../../generated/graphql.ts'
import { useCommand } from '../../lib/command.ts'
import { isoOf, toEntry, today } from '../../lib/dates.ts'
import { useBulletinText } from '../../locales/bulletin.ts'
import { CheckboxGroup } from '../../ui/Checkbox/CheckboxGroup.tsx'
import { DateFields } from '../../ui/DateFields/DateFields.tsx'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { RadioGroup } from '../../ui/Radio/RadioGroup.tsx'
import { SelectField } from '../../ui/Select/SelectField.tsx'
import { TextAreaField } from '../../ui/TextArea/TextAreaField.tsx'
import { TextField } from '../../ui/TextField/TextField.tsx'
import { ActingStatement } from '../identity/ActingStatement.tsx'
import { isTime, minuteOf, momentOf } from './clock.ts'
import { TOPICS } from './kinds.ts'

const Publish = graphql(`
  mutation AnnouncementForm_publish($input: PublishAnnouncementInput!) {
    publishAnnouncement(input: $input) {
      ... on PublishAnnouncementPayload {
        announcement {
          id
          state
        }
      }
      ...Refusal
    }
  }
`)

interface AnnouncementFormProps {
  platformId: string
  members: readonly { id: string; name: string }[]
  /** Documents that members can read. */
  documents: readonly { id: string; title: string }[]
  onDone: (announcement: { id: string; planned: boolean }) => void
}

interface Values {
  topic: AnnouncementTopic
  title: string
  body: string
  whom: 'all' | 'some'
  members: string[]
  mustAcknowledge: string[]
  when: 'now' | 'later'
  day: ReturnType<typeof toEntry>
  time: string
  documents: string[]
}

/** Writes an announcement: what, to whom, when, and whether it is to be acknowledged. */
export function AnnouncementForm({ platformId, members, documents, onDone }: AnnouncementFormProps) {
  const whole = useBulletinText().announcements
  const text = whole.form
  const publish = useCommand(Publish)
  const form = useForm<Values>({
    defaultValues: {
      topic: 'GENERAL',
      title: '',
      body: '',
      whom: 'all',
      members: [],
      mustAcknowledge: [],
      when: 'now',
      day: toEntry(today()),
      time: '',
      documents: [],
    },
    draft: { key: `announcement:${platformId}`, title: whole.write, path: '/network/announcements' },
  })
  const whom = form.hookForm.watch('whom')
  const when = form.hookForm.watch('when')
  return (
    <Form
      form={form}
      submit={({ topic, title, body, ...values }) =>
        publish({
          input: {
            platformId,
            topic,
            title,
            body,
            corporationIds: values.whom === 'some' ? values.members : null,
            mustAcknowledge: values.mustAcknowledge.length > 0,
            publishAt:
              values.when === 'later' ? momentOf(isoOf(values.day) ?? '', minuteOf(values.time) ?? 0) : null,
            documentIds: values.documents,
            idempotencyKey: crypto.randomUUID(),
          },
        })
      }
      onDone={({ announcement }) =>
        onDone({ id: announcement?.id ?? '', planned: announcement?.state === 'PLANNED' })
      }
    >
      <SelectField
        name="topic"
        label={text.topic}
        required
        options={TOPICS.map((value) => ({ value, label: whole.topics[value] }))}
      />
      <TextField name="title" label={text.title} support={text.titleSupport} required maxLength={120} />
      <TextAreaField
        name="body"
        label={text.body}
        support={text.bodySupport}
        required
        maxLength={10_000}
        rows={8}
      />
      <RadioGroup
        name="whom"
        label={text.whom}
        required
        options={[
          { value: 'all', label: text.all },
          { value: 'some', label: text.some },
        ]}
      />
      {whom === 'some' && (
        <CheckboxGroup
          name="members"
          label={text.members}
          required
          options={members.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <CheckboxGroup
        name="mustAcknowledge"
        label={text.mustAcknowledge}
        options={[{ value: 'yes', label: text.ask, support: text.askSupport }]}
      />
      {documents.length > 0 && (
        <CheckboxGroup
          name="documents"
          label={text.documents}
          support={text.documentsSupport}
          options={documents.map(({ id, title }) => ({ value: id, label: title }))}
        />
      )}
      <RadioGroup
        name="when"
        label={text.when}
        required
        options={[
          { value: 'now', label: text.now },
          { value: 'later', label: text.later },
        ]}
      />
      {when === 'later' && (
        <>
          <DateFields name="day" label={text.day} required />
          <TextField
            name="time"
            label={text.time}
            support={text.timeSupport}
            required
            width="code"
            checks={isTime}
            errors={{ NOT_A_TIME: text.timeWrong }}
          />
        </>
      )}
      <FormEnd submit={text.submit} statement={<ActingStatement>{text.statement}</ActingStatement>} />
    </Form>
  )
}
