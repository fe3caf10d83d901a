import type { ReactNode } from 'react'
import { useMeetingsText } from '../../../locales/meetings.ts'
import { useNetworkText } from '../../../locales/network.ts'
import { Breadcrumbs } from '../../../ui/Breadcrumbs/Breadcrumbs.tsx'
import { Link } from '../../../ui/Link/Link.tsx'
import { Notice } from '../../../ui/Notice/Notice.tsx'
import { PageHead } from '../../../ui/Page/Page.tsx'

interface BeginPageProps {
  title: string
  lead: string
  platformId: string
  platform: { readonly name: string; readonly sample: boolean } | null
  rules: { readonly viewerRuns: boolean; readonly rulebook: string | null } | null
  children: ReactNode
}

/** Where something of a network's meetings begins: for whoever runs them, once there is a rulebook to judge them by. */
export function BeginPage({ title, lead, platformId, platform, rules, children }: BeginPageProps) {
  const networkText = useNetworkText()
  const text = useMeetingsText()
  return (
    <>
      <Breadcrumbs current={title}>
        <Link to="/network" search={{ id: platformId }}>
          {networkText.title}
        </Link>
        <Link to="/network/meetings" search={{ id: platformId }}>
          {text.title}
        </Link>
      </Breadcrumbs>
      <PageHead
        title={title}
        {...(platform && { kicker: platform.name, sample: platform.sample })}
        lead={<p>{lead}</p>}
      />
      {!rules?.viewerRuns ? (
        <Notice kind="bad">
          <p>{text.plan.notYours}</p>
        </Notice>
      ) : rules.rulebook === null ? (
        <Notice kind="bad">
          <p>{text.send.noRulebook}</p>
        </Notice>
      ) : (
        children
      )}
    </>
  )
}
