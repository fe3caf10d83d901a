import { graphql } from '../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import type { PhoneTree_FacilityFragment } from '../../generated/graphql.ts'
import { monthsBetween } from '../../lib/dates.ts'
import { useToday } from '../../lib/today.ts'
import { useRegistryText } from '../../locales/registry.ts'
import { useSearchText } from '../../locales/search.ts'
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Notice } from '../../ui/Notice/Notice.tsx'
import { Section } from '../../ui/Page/Page.tsx'
import { SampleBadge } from '../../ui/SampleBadge/SampleBadge.tsx'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'
import { useMonthText } from './FreshnessText.tsx'
import { PhoneLink } from './PhoneLink.tsx'
import { depthOf, phoneTree, type Call } from './phone-tree.ts'

const PhoneTree_facility = graphql(`
  fragment PhoneTree_facility on Facility {
    id
    shortName
    phone
    sample
    municipality {
      id
      name
    }
    contacts(first: 10) {
      nodes {
        id
        roleTitle
        personName
        nightPhone
        backupName
        backupPhone
        updatedAt
      }
    }
    confirmations(first: 1, block: CONTACTS) {
      nodes {
        id
        confirmedAt
      }
    }
  }
`)

type Facility = PhoneTree_FacilityFragment
type Contact = Facility['contacts']['nodes'][number]
interface Reached {
  readonly facility: Facility
  readonly contact: Contact & { nightPhone: string }
  /** When somebody last looked at the number: confirmed, or changed. */
  readonly checkedAt: string
}

/** After so long a number counts as old, as all facts of a facility do. */
const FRESH_MONTHS = 12

interface PhoneTreeProps {
  facilities: readonly FragmentType<typeof PhoneTree_facility>[]
  totalCount: number
  /** Telephone of the secretariat. */
  helpPhone: string | null
}

/** Who calls whom at night, from the secretariat on; what is printed and hangs beside the telephone. */
export function PhoneTree({ facilities: fragments, totalCount, helpPhone }: PhoneTreeProps) {
  const text = useSearchText().tree
  const facilities = readFragment(PhoneTree_facility, fragments)
  const reached = facilities.flatMap((facility) => reachedAtNight(facility, text.nightRole) ?? [])
  const without = facilities.filter((facility) => !reachedAtNight(facility, text.nightRole))
  const tree = phoneTree(reached)
  if (facilities.length === 0) return <EmptyState title={text.none} />
  if (facilities.every(({ contacts }) => contacts.nodes.length === 0)) return <Notice>{text.hidden}</Notice>
  return (
    <>
      <p>{text.steps(reached.length.toLocaleString('ja-JP'), depthOf(tree))}</p>
      <p className="prose-note">{text.rule}</p>
      <Notice>{text.privacy}</Notice>
      {facilities.length < totalCount && <p className="prose-strong">{text.cut}</p>}
      <Section title={text.secretariat}>
        <p>
          {helpPhone ? <PhoneLink number={helpPhone} /> : text.noPhone} {text.secretariatCalls}：
          {text.next(tree.map(({ number }) => number).join('・'))}
        </p>
      </Section>
      <Calls tree={tree} />
      {without.length > 0 && (
        <Section title={text.without}>
          <p className="prose-note">{text.withoutNote}</p>
          <Table caption={text.without} captionHidden dense>
            <thead>
              <tr>
                <Head>{text.withoutColumns.facility}</Head>
                <Head>{text.withoutColumns.day}</Head>
              </tr>
            </thead>
            <tbody>
              {without.map((facility) => (
                <tr key={facility.id}>
                  <FacilityName facility={facility} />
                  <Day facility={facility} />
                </tr>
              ))}
            </tbody>
          </Table>
        </Section>
      )}
    </>
  )
}

function Day({ facility: { phone } }: { facility: Facility }) {
  const text = useSearchText().tree
  const { notGiven } = useRegistryText().facility
  return <Cell label={text.withoutColumns.day}>{phone ? <PhoneLink number={phone} /> : notGiven}</Cell>
}

/** Whom to call at night: who is there for the night, else the first who has a number for it. */
function reachedAtNight(facility: Facility, nightRole: string): Reached | null {
  const atNight = facility.contacts.nodes.filter(({ nightPhone }) => nightPhone !== null)
  const contact = atNight.find(({ roleTitle }) => roleTitle.includes(nightRole)) ?? atNight[0]
  if (!contact?.nightPhone) return null
  const [confirmation] = facility.confirmations.nodes
  const [checkedAt = contact.updatedAt] = [contact.updatedAt, confirmation?.confirmedAt]
    .filter((moment) => moment !== undefined)
    .toSorted()
    .toReversed()
  return { facility, contact: { ...contact, nightPhone: contact.nightPhone }, checkedAt }
}

interface Line extends Call<Reached> {
  readonly depth: number
}

const linesOf = (tree: readonly Call<Reached>[], depth = 1): Line[] =>
  tree.flatMap((call) => [{ ...call, depth }, ...linesOf(call.next, depth + 1)])

function Calls({ tree }: { tree: readonly Call<Reached>[] }) {
  const text = useSearchText().tree
  const month = useMonthText()
  const day = useToday()
  const { columns } = text
  return (
    <Table caption={text.caption} dense>
      <thead>
        <tr>
          <Head numeric>{columns.number}</Head>
          <Head>{columns.facility}</Head>
          <Head>{columns.night}</Head>
          <Head>{columns.backup}</Head>
          <Head>{columns.next}</Head>
          <Head>{columns.age}</Head>
        </tr>
      </thead>
      <tbody>
        {linesOf(tree).map(({ number, who: { facility, contact, checkedAt }, next, depth }) => (
          <tr key={facility.id} data-depth={depth}>
            <Cell label={columns.number} numeric>
              {number}
            </Cell>
            <FacilityName facility={facility} leads={depth === 1} />
            <Cell label={columns.night}>
              <PhoneLink number={contact.nightPhone} />
              <span className="yui-row-note">
                {contact.roleTitle} {contact.personName}
              </span>
            </Cell>
            <Cell label={columns.backup}>
              {contact.backupPhone ? (
                <>
                  <PhoneLink number={contact.backupPhone} />
                  {contact.backupName && <span className="yui-row-note">{contact.backupName}</span>}
                </>
              ) : (
                text.noBackup
              )}
            </Cell>
            <Cell label={columns.next}>
              {next.length > 0 ? text.next(next.map((call) => call.number).join('・')) : text.noCalls}
            </Cell>
            <Cell label={columns.age}>
              {monthsBetween(checkedAt, day) >= FRESH_MONTHS ? (
                <b className="prose-strong">{text.stale(month(checkedAt))}</b>
              ) : (
                text.checked(month(checkedAt))
              )}
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function FacilityName({ facility, leads }: { facility: Facility; leads?: boolean }) {
  const text = useSearchText().tree
  return (
    <th scope="row">
      <Link to="/facilities/$facilityId" params={{ facilityId: facility.id }}>
        {facility.shortName}
      </Link>
      {facility.sample && <SampleBadge />}
      <span className="yui-row-note">
        {facility.municipality.name}
        {leads && `・${text.leader}`}
      </span>
    </th>
  )
}
