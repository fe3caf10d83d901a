import { getRouteApi, useRouter } from '@tanstack/react-router'
import { lastSeat, noteSeat } from '../../features/identity/device.ts'
import { actingSeat } from '../../lib/session.ts'
import { pathAfterSignIn } from '../../lib/sign-in.ts'
import { useViewer } from '../../lib/viewer.ts'
import { useShellText } from '../../locales/shell.ts'
import { useSignInText } from '../../locales/sign-in.ts'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { PageHead } from '../../ui/Page/Page.tsx'
import { RadioGroup } from '../../ui/Radio/RadioGroup.tsx'

const route = getRouteApi('/choose-acting')

/** どの立場で操作しますか: whom this tab acts for; the one of last time is offered first. */
export function ChooseActingPage() {
  const text = useSignInText().choose
  const roles: Readonly<Record<string, string>> = useShellText().roles
  const { history } = useRouter()
  const { next } = route.useSearch()
  const seats = useViewer()?.seats ?? []
  const last = lastSeat()
  const chosen = seats.find(({ key }) => key === (actingSeat.get() ?? last)) ?? seats[0]
  const form = useForm({ defaultValues: { seat: chosen?.key ?? '' } })

  if (seats.length === 0) return <PageHead title={text.none} lead={<p>{text.noneBody}</p>} />
  return (
    <>
      <PageHead title={text.title} lead={<p>{text.lead}</p>} />
      <Form
        form={form}
        submit={async ({ seat }) => ({ kind: 'done', payload: { seat } })}
        onDone={({ seat }) => {
          actingSeat.set(seat)
          noteSeat(seat)
          history.push(pathAfterSignIn(next))
        }}
      >
        <RadioGroup
          name="seat"
          label={text.title}
          required
          options={seats.map(({ key, name, roles: held }) => ({
            value: key,
            label: name,
            support: [held.map((role) => roles[role]).join('・'), key === last && text.last]
              .filter(Boolean)
              .join('　'),
          }))}
        />
        <FormEnd submit={text.submit} />
      </Form>
    </>
  )
}
