import { readFragment, type FragmentType } from '../../../generated/fragment-masking.ts'
import { graphql } from '../../../generated/gql.ts'
import { formatMoment } from '../../../lib/dates.ts'
import { useLanguage } from '../../../lib/language.ts'
import { useMinutesText } from '../../../locales/minutes.ts'
import { Icon } from '../../../ui/Icon/Icon.tsx'
import { Section } from '../../../ui/Page/Page.tsx'
import { SignForm } from './SignForm.tsx'

const SignerList_minutes = graphql(`
  fragment SignerList_minutes on Minutes {
    id
    state
    contentHash
    signers(first: 5) {
      nodes {
        id
        role
        signedName
        signedAt
        voter {
          id
          name
        }
        viewerCan {
          sign {
            allowed
          }
        }
      }
    }
  }
`)

interface SignerListProps {
  minutes: FragmentType<typeof SignerList_minutes>
  meeting: string
  onConflict: () => void
}

/** Who has to sign, who has, and the way to sign for one’s own. */
export function SignerList({ minutes: given, meeting, onConflict }: SignerListProps) {
  const text = useMinutesText()
  const language = useLanguage()
  const { state, contentHash, signers } = readFragment(SignerList_minutes, given)
  const mine = signers.nodes.find(
    ({ signedAt, viewerCan }) => state === 'SIGNING' && signedAt === null && viewerCan.sign.allowed,
  )
  return (
    <Section title={text.signers}>
      <ul className="yui-signers">
        {signers.nodes.map(({ id, role, voter, signedName, signedAt }) => (
          <li key={id}>
            <span>{text.roles[role]}</span>
            <span>
              {voter?.name}
              {signedName && `　${signedName}`}
            </span>
            <span data-signed={signedAt !== null || undefined}>
              <Icon name={signedAt ? 'check' : 'minus'} size="small" />
              {signedAt ? text.signed(formatMoment(signedAt, language)) : text.unsigned}
            </span>
          </li>
        ))}
      </ul>
      {contentHash && <p className="prose-note yui-seal">{text.seal(contentHash)}</p>}
      {mine && contentHash && (
        <SignForm signer={mine} meeting={meeting} contentHash={contentHash} onConflict={onConflict} />
      )}
    </Section>
  )
}
