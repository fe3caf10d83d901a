import { getRouteApi, useRouter } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { DemoLogins } from '../../features/identity/DemoLogins.tsx'
import { SignInForm, type SignInValues } from '../../features/identity/SignInForm.tsx'
import { sessionChanged } from '../../lib/session.ts'
import { pathAfterSignIn } from '../../lib/sign-in.ts'
import { useViewer } from '../../lib/viewer.ts'
import { useDirectoryText } from '../../locales/directory.ts'
import { useSignInText } from '../../locales/sign-in.ts'
import { Link } from '../../ui/Link/Link.tsx'
import { Loading } from '../../ui/Loading/Loading.tsx'
import { AsideBox, Columns, PageHead } from '../../ui/Page/Page.tsx'

const route = getRouteApi('/login')
const READERS = ['director', 'council', 'reporter'] as const
const SecondStep = lazy(async () => ({
  default: (await import('../../features/identity/SecondStep.tsx')).SecondStep,
}))

/** The log-in page. Whoever is signed in already goes on to where they wanted. */
export function LoginPage() {
  const text = useSignInText()
  const directory = useDirectoryText()
  const { history } = useRouter()
  const { next } = route.useSearch()
  const viewer = useViewer()
  const [secondStep, setSecondStep] = useState(false)
  const [values, setValues] = useState<SignInValues>({ email: '', password: '', shared: false })

  useEffect(() => {
    if (!viewer?.signedIn) return
    const path = pathAfterSignIn(next)
    const undecided = viewer.seats.length > 1 && !viewer.acting && !viewer.needsSecondFactor
    history.replace(undecided ? `/choose-acting?next=${encodeURIComponent(path)}` : path)
  }, [viewer, next, history])

  return (
    <>
      <PageHead
        title={secondStep ? text.second.title : text.title}
        lead={<p>{secondStep ? text.second.lead : text.lead}</p>}
      />
      <Columns kind="aside">
        <div>
          {secondStep ? (
            <Suspense fallback={<Loading />}>
              <SecondStep onSignedIn={sessionChanged} onAgain={() => setSecondStep(false)} />
            </Suspense>
          ) : (
            <SignInForm
              values={values}
              onChange={setValues}
              onSignedIn={sessionChanged}
              onSecondStep={() => setSecondStep(true)}
            />
          )}
        </div>
        <div>
          <DemoLogins
            {...(secondStep && { email: values.email })}
            onPick={(login) => setValues({ ...values, ...login })}
          />
          <AsideBox title={directory.title}>
            <p>{directory.body}</p>
            <p>
              <a className="inline-flex min-h-11 items-center" href="/directory">
                {directory.open}
              </a>
            </p>
          </AsideBox>
          <AsideBox title={text.tours.title}>
            <ul>
              {READERS.map((reader) => (
                <li key={reader}>
                  <Link to="/help/tour/$reader" params={{ reader }}>
                    {text.tours[reader]}
                  </Link>
                </li>
              ))}
            </ul>
          </AsideBox>
        </div>
      </Columns>
    </>
  )
}
