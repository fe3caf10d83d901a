import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import type { AnnouncementForm_AnnouncementFragment, AnnouncementTopic } from '../../generated/graphql.ts'
import { useCommand } from '../../lib/command.ts'
import { isoOf, toEntry, today } from '../../lib/dates.ts'
import type { Outcome } from '../../lib/problems.ts'
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
import { inJapan, isTime, minuteOf, momentOf, timeOf } from './clock.ts'
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

const Edit = graphql(`
  mutation AnnouncementForm_edit($input: EditAnnouncementInput!) {
    editAnnouncement(input: $input) {
      ... on EditAnnouncementPayload {
        announcement {
          id
          state
          viewerCan {
            edit {
              allowed
            }
          }
          ...AnnouncementForm_announcement
        }
      }
      ...Refusal
    }
  }
`)

const Facts = graphql(`
  fragment AnnouncementForm_announcement on Announcement {
    id
    topic
    title
    body
    chosen
    committee {
      id
    }
    mustAcknowledge
    publishAt
    documents(first: 20) {
      nodes {
        id
        document {
          id
        }
      }
    }
    version
  }
`)

interface AnnouncementFormProps {
  platformId: string
  /** The one still to come that is corrected; without it a new one is written. */
  announcement?: FragmentType<typeof Facts>
  /** Ids of the members whom that one goes to. */
  recipients?: readonly string[]
  members: readonly { id: string; name: string }[]
  committees: readonly { id: string; name: string }[]
  /** Documents that members can read. */
  documents: readonly { id: string; title: string }[]
  onDone: (announcement: { id: string; planned: boolean }) => void
  onConflict?: () => void
}

interface Reached {
  announcement?: { id: string; state: string } | null
}

interface Values {
  topic: AnnouncementTopic
  title: string
  body: string
  whom: 'all' | 'some' | 'committee'
  members: string[]
  committee: string
  mustAcknowledge: string[]
  when: 'now' | 'later'
  day: ReturnType<typeof toEntry>
  time: string
  documents: string[]
}

const EMPTY = {
  topic: 'GENERAL',
  title: '',
  body: '',
  whom: 'all',
  members: [],
  committee: '',
  mustAcknowledge: [],
  when: 'now',
  day: toEntry(today()),
  time: '',
  documents: [],
} as const satisfies Readonly<Record<keyof Values, unknown>>

/** What stands in the form of one that is corrected. */
function valuesOf(one: AnnouncementForm_AnnouncementFragment, recipients: readonly string[]): Values {
  const { day, minute } = inJapan(one.publishAt)
  return {
    topic: one.topic,
    title: one.title,
    body: one.body,
    whom: one.committee ? 'committee' : one.chosen ? 'some' : 'all',
    members: [...recipients],
    committee: one.committee?.id ?? '',
    mustAcknowledge: one.mustAcknowledge ? ['yes'] : [],
    when: 'later',
    day: toEntry(day),
    time: timeOf(minute),
    documents: one.documents.nodes.flatMap(({ document }) => document?.id ?? []),
  }
}

const NOBODY: readonly string[] = []

/** Writes an announcement, or corrects one to come: what, to whom, when, and whether it is to be acknowledged. */
export function AnnouncementForm({
  platformId,
  announcement: shown,
  recipients = NOBODY,
  members,
  committees,
  documents,
  onDone,
  onConflict,
}: AnnouncementFormProps) {
  const whole = useBulletinText().announcements
  const text = whole.form
  const announcement = readFragment(Facts, shown)
  const publish = useCommand(Publish)
  const edit = useCommand(Edit)
  const form = useForm<Values>({
    defaultValues: announcement
      ? valuesOf(announcement, recipients)
      : { ...EMPTY, members: [], mustAcknowledge: [], documents: [] },
    follows: announcement !== undefined,
    draft: announcement
      ? {
          key: `announcement:${announcement.id}`,
          title: announcement.title,
          path: `/network/announcements/${announcement.id}`,
        }
      : { key: `announcement:${platformId}`, title: whole.write, path: '/network/announcements' },
  })
  const whom = form.hookForm.watch('whom')
  const when = form.hookForm.watch('when')
  return (
    <Form
      form={form}
      submit={async ({ topic, title, body, ...values }): Promise<Outcome<Reached>> => {
        const facts = {
          topic,
          title,
          body,
          corporationIds: values.whom === 'some' ? values.members : null,
          committeeId: values.whom === 'committee' ? values.committee : null,
          mustAcknowledge: values.mustAcknowledge.length > 0,
          publishAt:
            values.when === 'later' ? momentOf(isoOf(values.day) ?? '', minuteOf(values.time) ?? 0) : null,
          documentIds: values.documents,
        }
        if (announcement)
          return edit({
            input: { announcementId: announcement.id, version: announcement.version, ...facts },
          })
        return publish({ input: { platformId, ...facts, idempotencyKey: crypto.randomUUID() } })
      }}
      onDone={({ announcement: reached }) =>
        onDone({ id: reached?.id ?? '', planned: reached?.state === 'PLANNED' })
      }
      onConflict={onConflict}
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
          ...(committees.length > 0
            ? [{ value: 'committee', label: text.committee, support: text.committeeSupport }]
            : []),
        ]}
      />
      {whom === 'committee' && (
        <SelectField
          name="committee"
          label={text.whichCommittee}
          required
          options={committees.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
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
      <FormEnd
        submit={announcement ? text.save : text.submit}
        statement={<ActingStatement>{announcement ? text.saves : text.statement}</ActingStatement>}
      />
    </Form>
  )
}
