import { useState } from 'react'
import { graphql } from '../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import type { FacilityFilterInput, SavedSearchList_SearchFragment } from '../../generated/graphql.ts'
import { useCommand } from '../../lib/command.ts'
import type { Failure } from '../../lib/problems.ts'
import { useSearchText } from '../../locales/search.ts'
import { Button } from '../../ui/Button/Button.tsx'
import { CheckboxGroup } from '../../ui/Checkbox/CheckboxGroup.tsx'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { LinkButton } from '../../ui/Link/Link.tsx'
import { FailureNotice } from '../../ui/Notice/FailureNotice.tsx'
import { Notice } from '../../ui/Notice/Notice.tsx'
import { Section } from '../../ui/Page/Page.tsx'
import { TextField } from '../../ui/TextField/TextField.tsx'
import { searchOf } from './kept-search.ts'
import { useConditionWords } from './use-condition-words.ts'

const SavedSearchList_search = graphql(`
  fragment SavedSearchList_search on SavedSearch {
    id
    name
    filter
    notify
    version
  }
`)

const Edit = graphql(`
  mutation SavedSearchList_edit($input: EditSavedSearchInput!) {
    editSavedSearch(input: $input) {
      __typename
      ... on EditSavedSearchPayload {
        savedSearch {
          id
          ...SavedSearchList_search
        }
      }
      ...Refusal
    }
  }
`)

const Delete = graphql(`
  mutation SavedSearchList_delete($input: DeleteSavedSearchInput!) {
    deleteSavedSearch(input: $input) {
      __typename
      ... on DeleteSavedSearchPayload {
        viewer {
          signedIn
        }
      }
      ...Refusal
    }
  }
`)

interface SavedSearchListProps {
  searches: readonly FragmentType<typeof SavedSearchList_search>[]
}

/** The searches a person keeps, each with its conditions in words. */
export function SavedSearchList({ searches }: SavedSearchListProps) {
  const text = useSearchText().saved
  const [done, setDone] = useState<string>()
  return (
    <>
      {done !== undefined && <Notice kind="done">{done}</Notice>}
      {readFragment(SavedSearchList_search, searches).map((search) => (
        <SavedSearch
          key={search.id}
          search={search}
          onChanged={(name) => setDone(text.changed(name))}
          onRemoved={() => setDone(text.removed(search.name))}
        />
      ))}
    </>
  )
}

interface SavedSearchProps {
  search: SavedSearchList_SearchFragment
  onChanged: (name: string) => void
  onRemoved: () => void
}

function SavedSearch({ search, onChanged, onRemoved }: SavedSearchProps) {
  const text = useSearchText()
  const words = text.saved
  const remove = useCommand(Delete)
  const [isEditing, setEditing] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const address = searchOf(search.filter as FacilityFilterInput, text.near.point)
  const conditions = useConditionWords(address)
  const removeNow = async () => {
    const outcome = await remove({ input: { savedSearchId: search.id } })
    if (outcome.kind === 'done') onRemoved()
    else if (outcome.kind === 'failed') setFailure(outcome.failure)
  }
  return (
    <Section title={search.name} id={search.id}>
      <p className="prose-sub">{conditions.length > 0 ? conditions.join('・') : text.paper.none}</p>
      <p className="prose-note">{search.notify ? words.notified : words.notNotified}</p>
      {failure && <FailureNotice failure={failure} />}
      {isEditing ? (
        <EditSearchForm
          search={search}
          onCancel={() => setEditing(false)}
          onDone={(name) => {
            setEditing(false)
            onChanged(name)
          }}
        />
      ) : (
        <div className="yui-buttons mt-3">
          <LinkButton to="/registry" search={address} icon="find">
            {words.open}
          </LinkButton>
          <Button onClick={() => setEditing(true)}>{words.edit}</Button>
          <Button kind="danger" aria-label={words.removeOf(search.name)} onClick={() => void removeNow()}>
            {words.remove}
          </Button>
        </div>
      )}
    </Section>
  )
}

interface EditSearchFormProps {
  search: SavedSearchList_SearchFragment
  onDone: (name: string) => void
  onCancel: () => void
}

function EditSearchForm({ search, onDone, onCancel }: EditSearchFormProps) {
  const text = useSearchText()
  const send = useCommand(Edit)
  const form = useForm({
    defaultValues: { name: search.name, notify: search.notify ? ['yes'] : [] },
  })
  return (
    <Form
      form={form}
      submit={({ name, notify }) =>
        send({
          input: {
            savedSearchId: search.id,
            version: search.version,
            name,
            notify: notify.length > 0,
          },
        })
      }
      onDone={({ savedSearch }) =>
        onDone(savedSearch ? readFragment(SavedSearchList_search, savedSearch).name : '')
      }
    >
      <TextField name="name" label={text.save.name} required maxLength={60} />
      <CheckboxGroup
        name="notify"
        label={text.save.notify}
        options={[{ value: 'yes', label: text.save.notify }]}
      />
      <FormEnd submit={text.saved.submit}>
        <Button onClick={onCancel}>{text.save.cancel}</Button>
      </FormEnd>
    </Form>
  )
}
