import { useState } from 'react'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import { announce } from '../../lib/announce.ts'
import { useCommand } from '../../lib/command.ts'
import { formatDate } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import type { Failure, Outcome } from '../../lib/problems.ts'
import { sessionChanged } from '../../lib/session.ts'
import { useAccountText } from '../../locales/account.ts'
import { Button } from '../../ui/Button/Button.tsx'
import { ConfirmDialog } from './ConfirmDialog.tsx'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { Lines } from '../../ui/Lines/Lines.tsx'
import { Notice } from '../../ui/Notice/Notice.tsx'
import { TextField } from '../../ui/TextField/TextField.tsx'
import { keepNews, isNews } from './account-news.ts'
import { outcomeOf } from './auth-api.ts'
import { addPasskey } from './passkeys.ts'
import { SignInAgain } from './SignInAgain.tsx'

const PasskeysFragment = graphql(`
  fragment PasskeyList_user on User {
    passkeys(first: 50) {
      nodes {
        id
        name
        createdAt
      }
    }
  }
`)

const Remove = graphql(`
  mutation PasskeyList_remove($input: RemovePasskeyInput!) {
    removePasskey(input: $input) {
      ... on RemovePasskeyPayload {
        user {
          id
          ...PasskeyList_user
        }
      }
      ...Refusal
    }
  }
`)

/** The own passkeys; adding one to this device, removing one. */
export function PasskeyList({ user }: { user: FragmentType<typeof PasskeysFragment> }) {
  const text = useAccountText().passkeys
  const language = useLanguage()
  const { nodes } = readFragment(PasskeysFragment, user).passkeys
  const remove = useCommand(Remove)
  const [removing, setRemoving] = useState<(typeof nodes)[number]>()
  const nameOf = (name: string | null | undefined) => name ?? text.unnamed
  return (
    <>
      <p>{text.why}</p>
      {nodes.length === 0 ? (
        <p>{text.none}</p>
      ) : (
        <Lines>
          {nodes.map((passkey) => (
            <li key={passkey.id} className="flex flex-wrap items-center gap-x-6">
              <span>
                <b className="prose-strong">{nameOf(passkey.name)}</b>
                {passkey.createdAt && (
                  <span className="prose-sub">　{text.addedOn(formatDate(passkey.createdAt, language))}</span>
                )}
              </span>
              <Button
                kind="text"
                aria-label={`${nameOf(passkey.name)} ${text.remove}`}
                onClick={() => setRemoving(passkey)}
              >
                {text.remove}
              </Button>
            </li>
          ))}
        </Lines>
      )}
      <AddPasskey />
      <ConfirmDialog
        title={text.removeTitle(nameOf(removing?.name))}
        body={text.removeBody}
        submit={text.remove}
        open={removing !== undefined}
        onClose={() => setRemoving(undefined)}
        send={() => remove({ input: { passkeyId: removing?.id ?? '' } })}
        onDone={() => announce(text.removed)}
      />
    </>
  )
}

/** Names the passkey, then lets the device make it. */
function AddPasskey() {
  const text = useAccountText()
  const [added] = useState(() => isNews('passkeyAdded'))
  const [obstacle, setObstacle] = useState<'missing' | 'stopped' | 'already' | 'notFresh' | 'useItFirst'>()
  const form = useForm({ defaultValues: { name: '' } })

  const submit = async ({ name }: { name: string }): Promise<Outcome<object>> => {
    setObstacle(undefined)
    const outcome = await addPasskey(name)
    const failed = (failure: Failure): Outcome<object> => ({ kind: 'failed', failure })
    if (outcome.kind !== 'answered') {
      setObstacle(outcome.kind)
      return failed({ kind: 'NOT_FOUND' })
    }
    const { answer } = outcome
    if (answer?.code === 'SESSION_NOT_FRESH') setObstacle('notFresh')
    if (answer?.code === 'SECOND_FACTOR_REQUIRED') setObstacle('useItFirst')
    return outcomeOf(answer, {})
  }
  if (obstacle)
    return (
      <Notice kind="bad">
        <p>{obstacle === 'useItFirst' ? text.app.useItFirst : text.passkeys[obstacle]}</p>
        {obstacle === 'notFresh' || obstacle === 'useItFirst' ? (
          <SignInAgain />
        ) : (
          <Button onClick={() => setObstacle(undefined)}>{text.passkeys.add}</Button>
        )}
      </Notice>
    )
  return (
    <>
      {added && (
        <Notice kind="done">
          <p>{text.passkeys.added}</p>
        </Notice>
      )}
      <Form
        form={form}
        submit={submit}
        onDone={() => {
          keepNews('passkeyAdded')
          sessionChanged()
        }}
      >
        <TextField
          name="name"
          label={text.passkeys.name}
          support={text.passkeys.nameSupport}
          required
          maxLength={60}
          width="name"
        />
        <FormEnd submit={text.passkeys.add} />
      </Form>
    </>
  )
}
