import { useQuery } from 'urql'
import { graphql } from '../../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../../generated/fragment-masking.ts'
import type { ImportFormat, ImportTarget, ShelterKind } from '../../../generated/graphql.ts'
import { announce } from '../../../lib/announce.ts'
import { useCommand } from '../../../lib/command.ts'
import { isoOf, toEntry, type DateEntry } from '../../../lib/dates.ts'
import { useImportProblemText } from '../../../locales/import-problems.ts'
import { useImportsText } from '../../../locales/imports.ts'
import { CheckboxGroup } from '../../../ui/Checkbox/CheckboxGroup.tsx'
import { DateFields } from '../../../ui/DateFields/DateFields.tsx'
import { Disclosure } from '../../../ui/Disclosure/Disclosure.tsx'
import { Field } from '../../../ui/Field/Field.tsx'
import { Form } from '../../../ui/Form/Form.tsx'
import { FormEnd } from '../../../ui/Form/FormEnd.tsx'
import { useForm } from '../../../ui/Form/use-form.ts'
import { RadioGroup } from '../../../ui/Radio/RadioGroup.tsx'
import { Select } from '../../../ui/Select/Select.tsx'
import { SelectField } from '../../../ui/Select/SelectField.tsx'
import { TextField } from '../../../ui/TextField/TextField.tsx'

const DescribeForm_file = graphql(`
  fragment DescribeForm_file on ImportFile {
    id
    name
    format
    target
    shelterKind
    headings
    firstRows
    mapping
    proposals {
      heading
      field
      confidence
    }
    municipality {
      id
      code
    }
    title
    issuer
    licence
    asOf
    complete
    version
  }
`)

const DescribeForm_choices = graphql(`
  query DescribeFormChoices {
    municipalities(first: 100) {
      nodes {
        id
        code
        name
      }
    }
    importMappings(first: 50) {
      nodes {
        id
        name
        target
        headings
        columns
      }
    }
  }
`)

const Describe = graphql(`
  mutation DescribeForm_describe($input: DescribeImportFileInput!) {
    describeImportFile(input: $input) {
      ... on DescribeImportFilePayload {
        importFile {
          id
          ...FileCard_file
        }
        importRun {
          id
          state
          version
        }
      }
      ...Refusal
    }
  }
`)

const FORMATS = [
  'CARE_SERVICES',
  'WAM_DISABILITY',
  'GSI_SHELTERS',
  'STANDARD_EMERGENCY_SITES',
  'STANDARD_CARE_OFFICES',
  'MAPPED',
] as const satisfies readonly ImportFormat[]

const TARGETS = ['FACILITY', 'OFFICE', 'CORPORATION', 'SHELTER'] as const satisfies readonly ImportTarget[]

/** A heading that is read as nothing. */
const UNREAD = ''

interface Values {
  format: ImportFormat | ''
  target: ImportTarget | ''
  shelterKind: ShelterKind | ''
  /** Field by the place of the heading: a heading may hold characters that a form's path cannot. */
  columns: Record<string, string>
  keepMappingAs: string
  municipalityCode: string
  title: string
  issuer: string
  licence: string
  asOf: DateEntry
  complete: string[]
}

interface DescribeFormProps {
  file: FragmentType<typeof DescribeForm_file>
  onDone: () => void
}

/** How a file is read: its format, or the meaning of its columns; whose data it is, and whether it is all of it. */
export function DescribeForm({ file: given, onDone }: DescribeFormProps) {
  const file = readFragment(DescribeForm_file, given)
  const text = useImportsText()
  const describe = useCommand(Describe)
  const [{ data: choices }] = useQuery({ query: DescribeForm_choices })
  const form = useForm<Values>({
    defaultValues: {
      format: file.format ?? 'MAPPED',
      target: file.target ?? '',
      shelterKind: file.shelterKind ?? '',
      columns: assigned(file),
      keepMappingAs: '',
      municipalityCode: file.municipality?.code ?? '',
      title: file.title ?? '',
      issuer: file.issuer ?? '',
      licence: file.licence ?? '',
      asOf: toEntry(file.asOf),
      complete: file.complete ? ['yes'] : [],
    },
    follows: true,
  })
  const { watch, setValue } = form.hookForm
  const isMapped = watch('format') === 'MAPPED'
  const isShelters = watch('target') === 'SHELTER' || watch('format') === 'GSI_SHELTERS'

  const submit = (values: Values) =>
    describe({
      input: {
        importFileId: file.id,
        version: file.version,
        format: values.format || undefined,
        target: isMapped ? values.target || undefined : undefined,
        shelterKind: isShelters ? values.shelterKind || undefined : undefined,
        columns: isMapped
          ? file.headings.flatMap((heading, n) => {
              const field = values.columns[n]
              return field && field !== UNREAD ? [{ heading, field }] : []
            })
          : undefined,
        keepMappingAs: isMapped ? said(values.keepMappingAs) : undefined,
        municipalityCode: values.municipalityCode || null,
        title: said(values.title) ?? null,
        issuer: said(values.issuer) ?? null,
        licence: said(values.licence) ?? null,
        asOf: isoOf(values.asOf),
        complete: values.complete.length > 0,
      },
    })
  const takeMapping = (id: string) => {
    const kept = choices?.importMappings.nodes.find((one) => one.id === id)
    if (!kept) return
    const fields = kept.columns as Readonly<Record<string, string>>
    setValue('target', kept.target)
    file.headings.forEach((heading, n) => setValue(`columns.${n}`, fields[heading] ?? UNREAD))
    announce(text.describe.mappingTaken(kept.name))
  }
  return (
    <Form
      form={form}
      submit={submit}
      onDone={() => {
        announce(text.describe.saved(file.name))
        onDone()
      }}
      onConflict={onDone}
    >
      <SelectField
        name="format"
        label={text.describe.format}
        required
        options={FORMATS.map((value) => ({ value, label: text.formats[value] }))}
      />
      {isMapped && (
        <>
          <RadioGroup
            name="target"
            label={text.describe.target}
            required
            options={TARGETS.map((value) => ({
              value,
              label: text.targets[value],
              support: text.describe.targetNeeds[value],
            }))}
          />
          {choices && choices.importMappings.nodes.length > 0 && (
            <KeptMappings mappings={choices.importMappings.nodes} onTake={takeMapping} />
          )}
          <Columns file={file} />
          <TextField
            name="keepMappingAs"
            label={text.describe.keepAs}
            support={text.describe.keepAsSupport}
            maxLength={60}
          />
        </>
      )}
      {isShelters && (
        <SelectField
          name="shelterKind"
          label={text.describe.shelterKind}
          support={text.describe.shelterKindSupport}
          options={(['DESIGNATED_SHELTER', 'EMERGENCY_SITE'] as const).map((value) => ({
            value,
            label: text.shelterKinds[value],
          }))}
        />
      )}
      <SelectField
        name="municipalityCode"
        label={text.describe.municipality}
        support={text.describe.municipalitySupport}
        options={(choices?.municipalities.nodes ?? []).map(({ code, name }) => ({
          value: code,
          label: name,
        }))}
      />
      <Disclosure summary={text.describe.published} open={file.title !== null}>
        <TextField
          name="title"
          label={text.describe.sourceTitle}
          support={text.describe.sourceTitleSupport}
          maxLength={200}
        />
        <TextField name="issuer" label={text.describe.issuer} maxLength={200} />
        <TextField
          name="licence"
          label={text.describe.licence}
          support={text.describe.licenceSupport}
          maxLength={200}
        />
        <DateFields name="asOf" label={text.describe.asOf} />
        <CheckboxGroup
          name="complete"
          label={text.describe.complete}
          options={[
            { value: 'yes', label: text.describe.completeYes, support: text.describe.completeSupport },
          ]}
        />
      </Disclosure>
      <FormEnd submit={text.describe.save} />
    </Form>
  )
}

const said = (typed: string): string | undefined => (typed.trim() === '' ? undefined : typed.trim())

interface Assignable {
  headings: readonly string[]
  mapping: unknown
  proposals: readonly { heading: string; field: string | null; confidence: number }[]
}

/** Below this likeness a proposal is not ticked for anybody. */
const LIKELY = 0.5

function assigned({ headings, mapping, proposals }: Assignable): Record<string, string> {
  const kept = (mapping ?? {}) as Readonly<Record<string, string>>
  const isKept = Object.keys(kept).length > 0
  return Object.fromEntries(
    headings.map((heading, n) => {
      const proposal = proposals.find((one) => one.heading === heading)
      const likely = proposal?.field && proposal.confidence >= LIKELY ? proposal.field : UNREAD
      return [String(n), isKept ? (kept[heading] ?? UNREAD) : likely]
    }),
  )
}

interface KeptMappingsProps {
  mappings: readonly { id: string; name: string }[]
  onTake: (id: string) => void
}

function KeptMappings({ mappings, onTake }: KeptMappingsProps) {
  const text = useImportsText().describe
  return (
    <Field label={text.kept} support={text.keptSupport}>
      {(control) => (
        <Select {...control} defaultValue="" onChange={(event) => onTake(event.target.value)}>
          <option value="">{text.keptNone}</option>
          {mappings.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}

interface ColumnsProps {
  file: { headings: readonly string[]; firstRows: unknown }
}

/** What each column means, with what stands in it. */
function Columns({ file: { headings, firstRows } }: ColumnsProps) {
  const text = useImportsText()
  const rows = (Array.isArray(firstRows) ? firstRows : []) as readonly Readonly<Record<string, string>>[]
  const options = Object.entries(useImportProblemText().fields).map(([value, label]) => ({ value, label }))
  return (
    <fieldset className="yui-mapping">
      <legend className="yui-field__label">{text.describe.columns}</legend>
      <p className="yui-field__support">{text.describe.columnsSupport}</p>
      {headings.map((heading, n) => {
        const examples = rows.flatMap((row) => row[heading]?.trim() || []).slice(0, 3)
        return (
          <SelectField
            key={heading}
            name={`columns.${n}`}
            label={heading}
            support={examples.length > 0 ? text.describe.examples(examples) : text.describe.blank}
            options={options}
          />
        )
      })}
    </fieldset>
  )
}
