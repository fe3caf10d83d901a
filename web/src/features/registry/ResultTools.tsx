import { useState } from 'react'
import { useViewer } from '../../lib/viewer.ts'
import { useSearchText } from '../../locales/search.ts'
import { Button } from '../../ui/Button/Button.tsx'
import { Disclosure } from '../../ui/Disclosure/Disclosure.tsx'
import { Link, LinkButton } from '../../ui/Link/Link.tsx'
import { Notice } from '../../ui/Notice/Notice.tsx'
import { Section } from '../../ui/Page/Page.tsx'
import { ExportLinks } from './ExportLinks.tsx'
import { filterOf } from './kept-search.ts'
import { SaveSearchForm } from './SaveSearchForm.tsx'
import { fromStart, type RegistrySearch } from './search.ts'

/** What can be done with a result as a whole: files, paper, keeping it under a name. */
export function ResultTools({ search }: { search: RegistrySearch }) {
  const text = useSearchText()
  const viewer = useViewer()
  const [isNaming, setNaming] = useState(false)
  const [kept, setKept] = useState<string>()
  const isHere = search.c?.near !== undefined && 'here' in search.c.near
  return (
    <div className="yui-no-print mt-8">
      <Section title={text.tools.title}>
        {isHere && <Notice>{text.tools.notHere}</Notice>}
        <div className="yui-buttons my-4">
          <LinkButton to="/registry/print" search={fromStart(search)} icon="print">
            {text.tools.print}
          </LinkButton>
          {viewer?.signedIn && !isNaming && (
            <Button
              onClick={() => {
                setKept(undefined)
                setNaming(true)
              }}
            >
              {text.tools.save}
            </Button>
          )}
        </div>
        {viewer?.signedIn === false && <p className="prose-note">{text.tools.signIn}</p>}
        {isNaming && (
          <SaveSearchForm
            filter={filterOf(search)}
            onCancel={() => setNaming(false)}
            onDone={(name) => {
              setNaming(false)
              setKept(name)
            }}
          />
        )}
        {kept !== undefined && (
          <Notice kind="done">
            {text.save.done(kept)} <Link to="/registry/saved">{text.save.seeAll}</Link>
          </Notice>
        )}
        <Disclosure summary={text.tools.files}>
          <ExportLinks of="facilities" filter={filterOf(search)} />
        </Disclosure>
      </Section>
    </div>
  )
}
