import { graphql } from '../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { useCorporationText } from '../../locales/corporation.ts'
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
    seatPostalCode
    seatMunicipality {
      id
      name
    }
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
  const facts = readFragment(CorporationFacts_corporation, corporation)
  const { corporateNumber, otherSpellings, kana, seatPostalCode, seatMunicipality, seatAddress } = facts
  const { phone, url, sample, dataSource } = facts
  const text = useRegistryText()
  const own = useCorporationText()
  const month = useMonthText()
  return (
    <DefinitionList>
      <Fact name={text.corporation.number}>
        {corporateNumber ?? (sample ? text.facility.none : text.facility.notGiven)}
      </Fact>
      {otherSpellings.length > 0 && (
        <Fact name={text.corporation.otherSpellings}>{otherSpellings.join('、')}</Fact>
      )}
      {kana && <Fact name={own.kana}>{kana}</Fact>}
      <Fact name={text.corporation.seat}>
        {seatPostalCode && `${own.postal(seatPostalCode)} `}
        {seatAddress ?? seatMunicipality?.name ?? text.facility.notGiven}
      </Fact>
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
