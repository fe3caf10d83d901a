import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { ActingStatement } from '../../features/identity/ActingStatement.tsx'
import { EditAct, RecordAct, WithdrawAct } from '../../features/readiness/RecordActs.tsx'
import { ContactList } from '../../features/registry/ContactList.tsx'
import { PhoneLink } from '../../features/registry/PhoneLink.tsx'
import { graphql } from '../../generated/gql.ts'
import { formatDate, formatMoment } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useReadinessText } from '../../locales/readiness.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs/Breadcrumbs.tsx'
import { DefinitionList, Fact } from '../../ui/DefinitionList/DefinitionList.tsx'
import { Link, LinkButton } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { PageHead, Section } from '../../ui/Page/Page.tsx'
import { PrintButton } from '../../ui/PrintButton/PrintButton.tsx'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'

const ShelterRecordPage_query = graphql(`
  query ShelterRecordPage($facilityId: ID!) {
    facility(id: $facilityId) {
      id
      shortName
      address
      phone
      sample
      ...ContactList_facility
      welfareShelter {
        id
        version
        dayPlaces
        nightPlaces
        directEvacuation
        companions
        acceptedPersons
        places(first: 8) {
          nodes {
            id
            need
            day
            night
          }
        }
      }
    }
    shelterRecord(facilityId: $facilityId) {
      designated
      agreed
      planned
      mayEdit
      recordsAs
      facts {
        shelterFactId
        kind
        at
        source
        sourceText
        documentId
        documentTitle
        eventName
        drill
        withdrawnAt
        withdrawnReason
        mayWithdraw
      }
    }
  }
`)

const route = getRouteApi('/shelters/welfare/$facilityId')

/** One facility as a welfare shelter: what it offers, what is on record, whom to call. */
export function ShelterRecordPage() {
  const { facilityId } = route.useParams()
  const texts = useReadinessText()
  const text = texts.record
  const language = useLanguage()
  const [result, readAgain] = useQuery({ query: ShelterRecordPage_query, variables: { facilityId } })
  const again = () => readAgain({ requestPolicy: 'network-only' })
  const places = (count: number | null) => (count === null ? texts.register.notGiven : text.persons(count))
  return (
    <Loaded result={result} retry={again} lines={20}>
      {({ facility, shelterRecord: record }) => {
        if (!facility || !record) return <PageHead title={text.notFound} />
        const { welfareShelter: offer } = facility
        const standing = [
          record.designated && text.designated,
          record.agreed && text.agreed,
          record.planned && text.planned,
        ].filter((words) => words !== false)
        const statement = <ActingStatement>{text.saves}</ActingStatement>
        return (
          <>
            <Breadcrumbs current={facility.shortName}>
              <Link to="/shelters/welfare">{texts.register.title}</Link>
            </Breadcrumbs>
            <PageHead
              title={text.title(facility.shortName)}
              sample={facility.sample}
              lead={
                <p className="flex flex-wrap gap-x-4">
                  <b className="prose-strong">{standing.join('。') || text.nothing}</b>
                  <span>{facility.address}</span>
                  {facility.phone && <PhoneLink number={facility.phone} />}
                </p>
              }
              actions={
                <>
                  <LinkButton to="/readiness/$facilityId" params={{ facilityId }}>
                    {text.readiness}
                  </LinkButton>
                  <LinkButton to="/facilities/$facilityId" params={{ facilityId }}>
                    {text.facility}
                  </LinkButton>
                  <PrintButton />
                </>
              }
            />
            <Section
              title={text.offer}
              tools={
                record.mayEdit && (
                  <EditAct facilityId={facilityId} offer={offer} statement={statement} onDone={again} />
                )
              }
            >
              {offer ? (
                <DefinitionList>
                  <Fact name={text.accepted}>{offer.acceptedPersons || texts.register.notGiven}</Fact>
                  <Fact name={text.day}>{places(offer.dayPlaces)}</Fact>
                  <Fact name={text.night}>{places(offer.nightPlaces)}</Fact>
                  <Fact name={text.direct}>
                    {offer.directEvacuation === null
                      ? texts.register.notGiven
                      : offer.directEvacuation
                        ? text.directYes
                        : text.directNo}
                  </Fact>
                  <Fact name={text.companions}>
                    {offer.companions === null
                      ? texts.register.notGiven
                      : text.companionsOf(offer.companions)}
                  </Fact>
                </DefinitionList>
              ) : (
                <p>{record.recordsAs.length > 0 || record.mayEdit ? text.noOffer : text.hidden}</p>
              )}
              {offer && offer.places.nodes.length > 0 && (
                <Table caption={text.byNeed} dense>
                  <thead>
                    <tr>
                      <Head>{text.need}</Head>
                      <Head>{text.day}</Head>
                      <Head>{text.night}</Head>
                    </tr>
                  </thead>
                  <tbody>
                    {offer.places.nodes.map(({ id, need, day, night }) => (
                      <tr key={id}>
                        <th scope="row">{texts.needs[need]}</th>
                        <Cell label={text.day}>{places(day)}</Cell>
                        <Cell label={text.night}>{places(night)}</Cell>
                      </tr>
                    ))}
                  </tbody>
                </Table>
              )}
            </Section>
            <Section
              title={text.facts}
              tools={
                record.recordsAs.length > 0 && (
                  <RecordAct
                    facilityId={facilityId}
                    sources={record.recordsAs}
                    statement={statement}
                    onDone={again}
                  />
                )
              }
            >
              {record.facts.length === 0 ? (
                <p>{text.noFacts}</p>
              ) : (
                <Table caption={text.factsCaption} captionHidden>
                  <thead>
                    <tr>
                      <Head>{text.factColumns.at}</Head>
                      <Head>{text.factColumns.kind}</Head>
                      <Head>{text.factColumns.source}</Head>
                      <Head>{text.factColumns.state}</Head>
                    </tr>
                  </thead>
                  <tbody>
                    {record.facts.map((fact) => (
                      <tr key={fact.shelterFactId}>
                        <Cell label={text.factColumns.at}>
                          {fact.eventName ? formatMoment(fact.at, language) : formatDate(fact.at, language)}
                        </Cell>
                        <th scope="row">
                          {fact.drill && texts.drill}
                          {texts.kinds[fact.kind]}
                          {fact.eventName && <span className="yui-row-note">{fact.eventName}</span>}
                        </th>
                        <Cell label={text.factColumns.source}>
                          {texts.sources[fact.source]}：{fact.sourceText}
                          {fact.documentId && fact.documentTitle && (
                            <Link
                              className="block"
                              to="/network/documents/$documentId"
                              params={{ documentId: fact.documentId }}
                            >
                              {fact.documentTitle}
                            </Link>
                          )}
                        </Cell>
                        <Cell label={text.factColumns.state}>
                          {fact.withdrawnAt
                            ? text.withdrawn(
                                formatDate(fact.withdrawnAt, language),
                                fact.withdrawnReason ?? '',
                              )
                            : fact.drill
                              ? text.drillOnly(fact.eventName ?? '')
                              : text.stands}
                          {fact.mayWithdraw && (
                            <span className="yui-no-print block">
                              <WithdrawAct
                                factId={fact.shelterFactId}
                                of={texts.kinds[fact.kind]}
                                onDone={again}
                              />
                            </span>
                          )}
                        </Cell>
                      </tr>
                    ))}
                  </tbody>
                </Table>
              )}
            </Section>
            <Section title={text.contacts}>
              <ContactList facility={facility} />
            </Section>
          </>
        )
      }}
    </Loaded>
  )
}
