import type { ReactNode } from 'react'
import { graphql } from '../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { formatMoment } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useMutualaidText } from '../../locales/mutualaid.ts'
import { Notice } from '../../ui/Notice/Notice.tsx'
import { PageHead } from '../../ui/Page/Page.tsx'
import './Aid.css'

const EventHead_situation = graphql(`
  fragment EventHead_situation on AidSituation {
    name
    drill
    sample
    closedAt
  }
`)

interface EventHeadProps {
  situation: FragmentType<typeof EventHead_situation>
  title: string
  /** The way to the other screens of the event. */
  children?: ReactNode
  /** The way onto paper. */
  paper: ReactNode
}

/** The head of a screen of an event: a drill says so in the band, the heading and on paper. */
export function EventHead({ situation: given, title, children, paper }: EventHeadProps) {
  const text = useMutualaidText()
  const language = useLanguage()
  const { name, drill, sample, closedAt } = readFragment(EventHead_situation, given)
  return (
    <>
      {drill && (
        <p className="yui-drill-band">
          {text.drill} {text.drillBand}
        </p>
      )}
      <PageHead
        title={drill ? `${text.drill}${title}` : title}
        kicker={drill && !name.startsWith(text.drill) ? `${text.drill}${name}` : name}
        sample={sample}
        lead={children}
        actions={<span className="yui-no-print">{paper}</span>}
      />
      {closedAt && (
        <Notice>
          <p>{text.closedBand(formatMoment(closedAt, language))}</p>
        </Notice>
      )}
    </>
  )
}
