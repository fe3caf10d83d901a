import { graphql } from '../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { formatDate } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useRegistryText } from '../../locales/registry.ts'
import { DefinitionList, Fact } from '../../ui/DefinitionList/DefinitionList.tsx'
import { ExternalLink } from '../../ui/ExternalLink/ExternalLink.tsx'
import { useMonthText } from './FreshnessText.tsx'
import { PhoneLink } from './PhoneLink.tsx'

export const BasicFacts_facility = graphql(`
  fragment BasicFacts_facility on Facility {
    id
    name
    kana
    postalCode
    address
    building
    phone
    fax
    url
    openedOn
    capacity
    level1Area {
      id
      name
      confirmed
    }
    level2Area {
      id
      name
      confirmed
    }
    schoolDistrict {
      id
      name
      confirmed
    }
    dataSource {
      id
      title
      issuer
      asOf
    }
  }
`)

/** Name, place and size of a facility. What was not given is said in words. */
export function BasicFacts({ facility }: { facility: FragmentType<typeof BasicFacts_facility> }) {
  const facts = readFragment(BasicFacts_facility, facility)
  const { name, kana, postalCode, address, building, phone, fax, url, openedOn, capacity, dataSource } = facts
  const text = useRegistryText().facility
  const areas = [
    [text.areas.level1, facts.level1Area],
    [text.areas.level2, facts.level2Area],
    [text.areas.district, facts.schoolDistrict],
  ] as const
  const language = useLanguage()
  const month = useMonthText()
  return (
    <DefinitionList>
      <Fact name={text.officialName}>
        {name}
        {kana && <span className="block prose-note">{kana}</span>}
      </Fact>
      <Fact name={text.address}>
        {postalCode && `〒${postalCode.slice(0, 3)}-${postalCode.slice(3)} `}
        {address}
        {building && ` ${building}`}
      </Fact>
      <Fact name={text.phone}>{phone ? <PhoneLink number={phone} /> : text.notGiven}</Fact>
      <Fact name={text.fax}>{fax ?? text.notGiven}</Fact>
      {url && (
        <Fact name={text.url}>
          <ExternalLink href={url}>{url}</ExternalLink>
        </Fact>
      )}
      <Fact name={text.openedOn}>{openedOn ? formatDate(openedOn, language) : text.notGiven}</Fact>
      <Fact name={text.capacity}>{capacity === null ? text.notGiven : text.persons(capacity)}</Fact>
      {areas.map(
        ([label, area]) =>
          area && (
            <Fact key={label} name={label}>
              {area.confirmed ? area.name : text.areas.unconfirmed(area.name)}
            </Fact>
          ),
      )}
      {dataSource && (
        <Fact name={text.source}>
          {text.sourceOf(dataSource.issuer, dataSource.title, month(dataSource.asOf))}
        </Fact>
      )}
    </DefinitionList>
  )
}
