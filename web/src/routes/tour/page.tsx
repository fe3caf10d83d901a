import { getRouteApi, Navigate } from '@tanstack/react-router'
import { useViewer } from '../../lib/viewer.ts'
import { useHelpText } from '../../locales/help.ts'
import { useToursText } from '../../locales/tours.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs/Breadcrumbs.tsx'
import { Lines } from '../../ui/Lines/Lines.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { PathLink } from '../../ui/Link/PathLink.tsx'
import { PageHead, Prose, Section } from '../../ui/Page/Page.tsx'
import { PrintButton } from '../../ui/PrintButton/PrintButton.tsx'

const READERS = ['director', 'council', 'reporter'] as const
type Reader = (typeof READERS)[number]

const route = getRouteApi('/help/tour/$reader')

/** A short guide for one user group, readable before signing in. */
export function TourPage() {
  const { reader } = route.useParams()
  const text = useToursText()
  const help = useHelpText()
  const viewer = useViewer()
  if (!isReader(reader)) return <Navigate to="/help" replace />

  const { title, steps } = text[reader]
  return (
    <>
      <Breadcrumbs current={title}>
        <Link to="/help">{help.title}</Link>
      </Breadcrumbs>
      <PageHead title={title} lead={<p>{text.lead}</p>} actions={<PrintButton />} />
      <Prose>
        {steps.map((step, index) => (
          <section key={step.title}>
            <h2>
              {text.step(index + 1)} {step.title}
            </h2>
            <p>{step.body}</p>
          </section>
        ))}
        {viewer && !viewer.signedIn && (
          <p>
            <PathLink path="/login" look="main">
              {text.signIn}
            </PathLink>
          </p>
        )}
      </Prose>
      <Section title={text.others}>
        <Lines>
          {READERS.filter((other) => other !== reader).map((other) => (
            <li key={other}>
              <Link to="/help/tour/$reader" params={{ reader: other }}>
                {help.tours[other]}
              </Link>
            </li>
          ))}
          <li>
            <Link to="/help">{text.allHelp}</Link>
          </li>
        </Lines>
      </Section>
    </>
  )
}

const isReader = (reader: string): reader is Reader => (READERS as readonly string[]).includes(reader)
