import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import { useCommand } from '../../lib/command.ts'
import { signInPath } from '../../lib/sign-in.ts'
import { useViewer } from '../../lib/viewer.ts'
import { useSignInText } from '../../locales/sign-in.ts'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { PathLink } from '../../ui/Link/PathLink.tsx'
import { Notice } from '../../ui/Notice/Notice.tsx'
import { TextField } from '../../ui/TextField/TextField.tsx'
import { DefinitionList, Fact } from '../../ui/DefinitionList/DefinitionList.tsx'
import { askAuth } from './auth-api.ts'
import { NewPasswordField } from './PasswordField.tsx'

const OfferFragment = graphql(`
  fragment AcceptInvitation_offer on InvitationOffer {
    name
    email
    hasAccount
  }
`)

const Accept = graphql(`
  mutation AcceptInvitation_accept($input: AcceptInvitationInput!) {
    acceptInvitation(input: $input) {
      ... on AcceptInvitationPayload {
        email
      }
      ...Refusal
    }
  }
`)

interface AcceptInvitationProps {
  offer: FragmentType<typeof OfferFragment>
  /** The secret of the link. */
  token: string
  /** The role is taken and the person signed in. */
  onDone: () => void
}

/** Takes the role: as whoever is signed in, or into a new account. */
export function AcceptInvitation({ offer: masked, token, onDone }: AcceptInvitationProps) {
  const offer = readFragment(OfferFragment, masked)
  const text = useSignInText().invite
  const viewer = useViewer()
  if (viewer?.user) return <AcceptAs name={viewer.user.name} token={token} onDone={onDone} />
  if (offer.hasAccount)
    return (
      <>
        <Notice>
          <p>{text.hasAccount}</p>
        </Notice>
        <PathLink path={signInPath('/invite')} look="main">
          {text.signIn}
        </PathLink>
      </>
    )
  return <Register name={offer.name} email={offer.email} token={token} onDone={onDone} />
}

function AcceptAs({ name, token, onDone }: { name: string; token: string; onDone: () => void }) {
  const text = useSignInText().invite
  const accept = useCommand(Accept)
  const form = useForm({ defaultValues: {} })
  return (
    <Form form={form} submit={() => accept({ input: { token } })} onDone={onDone}>
      <FormEnd submit={text.submitSignedIn} statement={<p>{text.asSignedIn(name)}</p>} />
      <p className="prose-sub">{text.otherPerson}</p>
    </Form>
  )
}

interface RegisterProps {
  name: string
  email: string
  token: string
  onDone: () => void
}

function Register({ name, email, token, onDone }: RegisterProps) {
  const text = useSignInText().invite
  const accept = useCommand(Accept)
  const form = useForm({ defaultValues: { name, password: '' } })
  return (
    <Form
      form={form}
      submit={(values) => accept({ input: { token, ...values } })}
      onDone={() =>
        void askAuth('/sign-in/email', { email, password: form.hookForm.getValues('password') }).then(onDone)
      }
    >
      <DefinitionList>
        <Fact name={text.email}>{email}</Fact>
      </DefinitionList>
      <TextField
        name="name"
        label={text.name}
        support={text.nameSupport}
        required
        maxLength={60}
        width="name"
        autoComplete="name"
      />
      <NewPasswordField name="password" />
      <FormEnd submit={text.submitNew} />
    </Form>
  )
}
