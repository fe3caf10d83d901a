import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import { formatDate } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useMutualaidText } from '../../locales/mutualaid.ts'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'

const SkillTable_skill = graphql(`
  fragment SkillTable_skill on StaffSkillCount {
    id
    skill
    people
    reachableAtNight
    minutes
    countedOn
  }
`)

/** How many people of a facility can do what, and reach it at night. */
export function SkillTable({ skills }: { skills: readonly FragmentType<typeof SkillTable_skill>[] }) {
  const texts = useMutualaidText()
  const text = texts.skillsPage
  const language = useLanguage()
  if (skills.length === 0) return <p>{text.none}</p>
  return (
    <Table caption={text.counts} captionHidden>
      <thead>
        <tr>
          <Head>{text.columns.skill}</Head>
          <Head numeric>{text.columns.people}</Head>
          <Head>{text.columns.night}</Head>
          <Head>{text.columns.on}</Head>
        </tr>
      </thead>
      <tbody>
        {readFragment(SkillTable_skill, skills).map((row) => (
          <tr key={row.id}>
            <th scope="row">{texts.skills[row.skill]}</th>
            <Cell label={text.columns.people} numeric>
              {text.people(row.people)}
            </Cell>
            <Cell label={text.columns.night}>
              {row.reachableAtNight === null
                ? text.nightUnknown
                : text.night(row.reachableAtNight, row.minutes)}
            </Cell>
            <Cell label={text.columns.on}>{formatDate(row.countedOn, language)}</Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
