import { graphql } from '../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { useMembersText } from '../../locales/members.ts'
import { Notice } from '../../ui/Notice/Notice.tsx'

const MissingItems = graphql(`
  fragment MissingList_standing on NetworkStanding {
    missing {
      code
      have
      least
      confirmed
    }
  }
`)

/** What is compulsory for the network's kind and lacking. */
export function MissingList({ standing }: { standing: FragmentType<typeof MissingItems> }) {
  const { profile: text, unconfirmed } = useMembersText()
  const { missing } = readFragment(MissingItems, standing)
  const names: Readonly<Record<string, string>> = text.lacking
  if (missing.length === 0) return <p className="prose-sub">{text.missingNone}</p>
  return (
    <Notice>
      <p>{text.missing}</p>
      <ul>
        {missing.map(({ code, have, least, confirmed }) => (
          <li key={code}>
            {names[code] ?? code}
            {have !== null && have !== undefined && `（${text.counted(have, least ?? 0)}）`}
            {!confirmed && `　${unconfirmed}`}
          </li>
        ))}
      </ul>
      {missing.some(({ confirmed }) => !confirmed) && <p className="prose-note">{text.unconfirmedNote}</p>}
    </Notice>
  )
}
