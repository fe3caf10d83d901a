import { useHelpText } from '../../locales/help.ts'
import { Disclosure } from '../../ui/Disclosure/Disclosure.tsx'
import { Lines } from '../../ui/Lines/Lines.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { PageHead, Section } from '../../ui/Page/Page.tsx'

const READERS = ['director', 'council', 'reporter'] as const

/** 使い方: guides per user group, common situations, whom to ask. */
export function HelpPage() {
  const text = useHelpText()
  return (
    <>
      <PageHead title={text.title} lead={<p>{text.lead}</p>} />
      <Section title={text.toursTitle}>
        <p>{text.toursLead}</p>
        <Lines>
          {READERS.map((reader) => (
            <li key={reader}>
              <Link to="/help/tour/$reader" params={{ reader }}>
                {text.tours[reader]}
              </Link>
            </li>
          ))}
        </Lines>
      </Section>
      <Section title={text.topicsTitle}>
        {text.topics.map(({ question, answer }) => (
          <Disclosure key={question} summary={question}>
            <p>{answer}</p>
          </Disclosure>
        ))}
      </Section>
      <Section title={text.contactTitle}>
        <p>{text.contact}</p>
      </Section>
    </>
  )
}
