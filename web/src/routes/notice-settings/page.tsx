import { useQuery } from 'urql'
import { SignInFirst } from '../../features/identity/SignInFirst.tsx'
import { NoticeForm } from '../../features/notifications/NoticeForm.tsx'
import { graphql } from '../../generated/gql.ts'
import { useViewer } from '../../lib/viewer.ts'
import { useAccountText } from '../../locales/account.ts'
import { useBulletinText } from '../../locales/bulletin.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs/Breadcrumbs.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { PageHead } from '../../ui/Page/Page.tsx'

const Settings = graphql(`
  query NoticeSettingsPage {
    noticeSettings {
      topic
      ...NoticeForm_setting
    }
  }
`)

/** メールの受け取り方: every mail leads here. */
export function NoticeSettingsPage() {
  const viewer = useViewer()
  if (viewer && !viewer.signedIn) return <SignInFirst />
  return <Chosen />
}

function Chosen() {
  const text = useBulletinText().notices
  const accountText = useAccountText()
  const [result, readAgain] = useQuery({ query: Settings, requestPolicy: 'cache-and-network' })
  const again = () => readAgain({ requestPolicy: 'network-only' })
  return (
    <>
      <Breadcrumbs current={text.title}>
        <Link to="/account">{accountText.title}</Link>
      </Breadcrumbs>
      <Loaded result={result} retry={again} lines={16}>
        {({ noticeSettings }) => (
          <>
            <PageHead title={text.title} lead={<p>{text.lead}</p>} />
            <NoticeForm settings={noticeSettings} onDone={again} />
            <p className="prose-note mt-6">{text.always}</p>
          </>
        )}
      </Loaded>
    </>
  )
}
