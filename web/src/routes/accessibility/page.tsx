import { useAboutText } from '../../locales/about.ts'
import { PageHead, Prose } from '../../ui/Page/Page.tsx'

/** What we aim at, what we check and what we have not checked, said plainly. */
export function AccessibilityPage() {
  const text = useAboutText().accessibility
  return (
    <>
      <PageHead title={text.title} lead={<p>{text.lead}</p>} />
      <Prose>
        <h2>{text.goalTitle}</h2>
        <p>{text.goal}</p>
        <h2>{text.doneTitle}</h2>
        <ul>
          {text.done.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <h2>{text.openTitle}</h2>
        <ul>
          {text.open.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <h2>{text.contactTitle}</h2>
        <p>{text.contact}</p>
      </Prose>
    </>
  )
}
