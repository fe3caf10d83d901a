import { graphql } from '../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { useRegistryText } from '../../locales/registry.ts'
import { DefinitionList, Fact } from '../../ui/DefinitionList/DefinitionList.tsx'
import { ExternalLink } from '../../ui/ExternalLink/ExternalLink.tsx'
import { useMonthText } from './FreshnessText.tsx'
import { PhoneLink } from './PhoneLink.tsx'

export const CorporationFacts_corporation = graphql(`
  fragment CorporationFacts_corporation on Corporation {
    id
    corporateNumber
    otherSpellings
    kana
    seatAddress
    phone
    url
    sample
    dataSource {
      id
      title
      issuer
      asOf
    }
  }
`)

/** Number, seat and telephone of a corporation. What was not published is said in words. */
export function CorporationFacts({
  corporation,
}: {
  corporation: FragmentType<typeof CorporationFacts_corporation>
}) {
  const { corporateNumber, otherSpellings, seatAddress, phone, url, sample, dataSource } = readFragment(
    CorporationFacts_corporation,
    corporation,
  )
  const text = useRegistryText()
  const month = useMonthText()
  return (
    <DefinitionList>
      <Fact name={text.corporation.number}>
        {corporateNumber ?? (sample ? text.facility.none : text.facility.notGiven)}
      </Fact>
      {otherSpellings.length > 0 && (
        <Fact name={text.corporation.otherSpellings}>{otherSpellings.join('、')}</Fact>
      )}
      <Fact name={text.corporation.seat}>{seatAddress ?? text.facility.notGiven}</Fact>
      <Fact name={text.facility.phone}>{phone ? <PhoneLink number={phone} /> : text.facility.notGiven}</Fact>
      {url && (
        <Fact name={text.facility.url}>
          <ExternalLink href={url}>{url}</ExternalLink>
        </Fact>
      )}
      {dataSource && (
        <Fact name={text.facility.source}>
          {text.facility.sourceOf(dataSource.issuer, dataSource.title, month(dataSource.asOf))}
        </Fact>
      )}
    </DefinitionList>
  )
}
