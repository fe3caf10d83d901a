import { PageHead } from '../../ui/Page/Page.tsx'
import { useHomeText } from '../../locales/home.ts'

/** やること: what I must decide, confirm or attend. */
export function HomePage() {
  const text = useHomeText()
  return <PageHead title={text.title} />
}
