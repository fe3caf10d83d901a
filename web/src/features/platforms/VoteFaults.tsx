import { graphql } from '../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { useMembersText } from '../../locales/members.ts'
import { Notice } from '../../ui/Notice/Notice.tsx'

const VoteFaults_standing = graphql(`
  fragment VoteFaults_standing on NetworkStanding {
    faults {
      code
      member
      clause
    }
  }
`)

/** What is wrong with how the votes are spread; nothing where nothing is. */
export function VoteFaults({ standing }: { standing: FragmentType<typeof VoteFaults_standing> }) {
  const text = useMembersText().list
  const { faults } = readFragment(VoteFaults_standing, standing)
  if (faults.length === 0) return null
  const sentences: Readonly<Record<string, (member: string, clause: string) => string>> = text.fault
  return (
    <Notice kind="bad">
      <p>{text.faults}</p>
      <ul>
        {faults.map(({ code, member, clause }) => (
          <li key={`${code} ${member ?? ''}`}>{sentences[code]?.(member ?? '', clause) ?? clause}</li>
        ))}
      </ul>
    </Notice>
  )
}
