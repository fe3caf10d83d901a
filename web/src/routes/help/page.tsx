import { PageHead } from '../../ui/Page/Page.tsx'
import { useHelpText } from '../../locales/help.ts'

/** 使い方. */
export function HelpPage() {
  const text = useHelpText()
  return <PageHead title={text.title} lead={text.lead} />
}
