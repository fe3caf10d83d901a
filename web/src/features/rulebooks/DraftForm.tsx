import { useFieldArray } from 'react-hook-form'
import { graphql } from '../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { useCommand } from '../../lib/command.ts'
import { toDigits } from '../../lib/digits.ts'
import { useRulebookText } from '../../locales/rulebook.ts'
import { Button } from '../../ui/Button/Button.tsx'
import { Disclosure } from '../../ui/Disclosure/Disclosure.tsx'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { LinkButton } from '../../ui/Link/Link.tsx'
import { Section } from '../../ui/Page/Page.tsx'
import { TextAreaField } from '../../ui/TextArea/TextAreaField.tsx'
import { TextField } from '../../ui/TextField/TextField.tsx'
import { ActingStatement } from '../identity/ActingStatement.tsx'
import { toRules, toValues, type RulesValues } from './draft-values.ts'
import { OrganFields } from './OrganFields.tsx'
import { Rulebook_rules } from './rules-fragment.ts'

const DraftForm_version = graphql(`
  fragment DraftForm_version on RulebookVersion {
    id
    version
    note
    rules {
      ...Rulebook_rules
    }
    articles {
      number
      heading
      text
    }
  }
`)

const Edit = graphql(`
  mutation DraftForm_edit($input: EditRulebookDraftInput!) {
    editRulebookDraft(input: $input) {
      __typename
      ... on EditRulebookDraftPayload {
        rulebookVersion {
          id
          ...DraftForm_version
        }
      }
      ...Refusal
    }
  }
`)

interface DraftFormProps {
  platformId: string
  version: FragmentType<typeof DraftForm_version>
  onDone: () => void
  onConflict: () => void
}

interface DraftValues {
  note: string
  rules: RulesValues
  articles: { number: string; heading: string; text: string }[]
}

/** A draft as sentences to choose and numbers to enter; below them the text, article by article. */
export function DraftForm({ platformId, version: given, onDone, onConflict }: DraftFormProps) {
  const { id, version, note, rules: masked, articles } = readFragment(DraftForm_version, given)
  const rules = readFragment(Rulebook_rules, masked)
  const text = useRulebookText().edit
  const edit = useCommand(Edit)
  const form = useForm<DraftValues>({
    defaultValues: {
      note,
      rules: toValues(rules),
      articles: articles.map((article) => ({
        number: article.number,
        heading: article.heading,
        text: article.text,
      })),
    },
    follows: true,
    draft: { key: `rulebook:${id}`, title: text.title, path: '/network/rulebook/draft' },
  })
  return (
    <Form
      form={form}
      submit={(values) =>
        edit({
          input: {
            rulebookVersionId: id,
            version,
            note: values.note,
            rules: toRules(values.rules, rules),
            articles: values.articles,
          },
        })
      }
      onDone={onDone}
      onConflict={onConflict}
    >
      <TextField name="note" label={text.note} support={text.noteSupport} maxLength={300} width="name" />
      {rules.organs.map((organ, n) => (
        <OrganFields key={organ.organ} organ={organ} rules={rules} place={n} />
      ))}
      <Section title={text.offices}>
        {rules.terms.map(({ office }, n) => (
          <NumberField key={office} name={`rules.terms.${n}.years`} label={text.years(office)} />
        ))}
        <NumberField name="rules.administrators.least" label={text.least} />
        <NumberField name="rules.leaving.noticeDays" label={text.leaving} />
      </Section>
      <ArticleFields form={form} />
      <FormEnd submit={text.save} statement={<ActingStatement>{text.statement}</ActingStatement>}>
        <LinkButton to="/network/rulebook" search={{ id: platformId }}>
          {text.leave}
        </LinkButton>
      </FormEnd>
    </Form>
  )
}

function NumberField({ name, label }: { name: string; label: string }) {
  const { wrong } = useRulebookText().edit
  return (
    <TextField
      name={name}
      label={label}
      inputMode="numeric"
      width="code"
      required
      maxLength={3}
      clean={toDigits}
      checks={{ NUMBER: (typed) => /^[0-9]+$/.test(toDigits(typed)) }}
      errors={{ NUMBER: wrong.NUMBER, TOO_SMALL: wrong.NUMBER, TOO_BIG: wrong.NUMBER }}
    />
  )
}

function ArticleFields({ form }: { form: ReturnType<typeof useForm<DraftValues>> }) {
  const all = useRulebookText()
  const text = all.edit
  const { control } = form.hookForm
  const { fields, append, remove } = useFieldArray({ control, name: 'articles' })
  return (
    <Section title={text.articles}>
      {fields.map(({ id, number, heading }, n) => (
        <Disclosure key={id} summary={number ? all.article(number, heading) : text.newArticle} open={!number}>
          <TextField
            name={`articles.${n}.number`}
            label={text.articleNumber}
            support={text.articleNumberSupport}
            width="code"
            required
            maxLength={8}
            clean={toDigits}
            errors={{
              ARTICLE_NUMBER_TWICE: text.wrong.ARTICLE_NUMBER_TWICE,
              WRONG_FORMAT: text.wrong.WRONG_FORMAT,
            }}
          />
          <TextField
            name={`articles.${n}.heading`}
            label={text.heading}
            required
            maxLength={60}
            width="name"
          />
          <TextAreaField name={`articles.${n}.text`} label={text.text} required maxLength={4_000} rows={5} />
          <div className="mt-4 mb-8">
            <Button kind="text" onClick={() => remove(n)}>
              {number ? text.remove(number) : text.removeNew}
            </Button>
          </div>
        </Disclosure>
      ))}
      <div className="mt-8">
        <Button onClick={() => append({ number: '', heading: '', text: '' })}>{text.add}</Button>
      </div>
    </Section>
  )
}
