import { graphql } from '../../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../../generated/fragment-masking.ts'
import { formatDate, formatMoment, formatTime } from '../../../lib/dates.ts'
import { useLanguage } from '../../../lib/language.ts'
import { useMeetingsText } from '../../../locales/meetings.ts'
import { DefinitionList, Fact } from '../../../ui/DefinitionList/DefinitionList.tsx'
import { ExternalLink } from '../../../ui/ExternalLink/ExternalLink.tsx'
import { Link } from '../../../ui/Link/Link.tsx'

const PlanFacts_meeting = graphql(`
  fragment PlanFacts_meeting on Meeting {
    id
    form
    startsAt
    endsAt
    place
    onlineUrl
    answerBy
    voterCount
    chairName
    lateNoticeReason
    cancelReason
    committee {
      id
      name
    }
    series {
      id
      title
    }
    rulebookVersion {
      id
      number
      effectiveOn
      rules {
        name
      }
    }
  }
`)

/** When and where a meeting is, and until when it wants answers. */
export function PlanFacts({ meeting: given }: { meeting: FragmentType<typeof PlanFacts_meeting> }) {
  const text = useMeetingsText()
  const language = useLanguage()
  const meeting = readFragment(PlanFacts_meeting, given)
  const { form, startsAt, endsAt, place, onlineUrl, answerBy, voterCount, chairName } = meeting
  const { committee, series, rulebookVersion } = meeting
  const begins = formatMoment(startsAt, language)
  return (
    <DefinitionList>
      {committee && <Fact name={text.facts.committee}>{committee.name}</Fact>}
      {series && (
        <Fact name={text.facts.series}>
          <Link to="/network/meetings/series/$seriesId" params={{ seriesId: series.id }}>
            {series.title}
          </Link>
        </Fact>
      )}
      {form === 'ASSEMBLY' ? (
        <>
          <Fact name={text.facts.when}>{endsAt ? text.span(begins, formatTime(endsAt)) : begins}</Fact>
          <Fact name={text.facts.place}>{place || text.facts.noPlace}</Fact>
          <Fact name={text.facts.online}>
            {onlineUrl ? <ExternalLink href={onlineUrl}>{onlineUrl}</ExternalLink> : text.facts.noOnline}
          </Fact>
          <Fact name={text.facts.answerBy}>{formatMoment(answerBy, language)}</Fact>
        </>
      ) : (
        <>
          <Fact name={text.facts.voteFrom}>{begins}</Fact>
          <Fact name={text.facts.voteUntil}>{formatMoment(answerBy, language)}</Fact>
        </>
      )}
      {voterCount > 0 && <Fact name={text.facts.voters}>{text.voterCount(voterCount)}</Fact>}
      {chairName && <Fact name={text.facts.chair}>{chairName}</Fact>}
      {rulebookVersion && (
        <Fact name={text.facts.rulebook}>
          {text.rulebookVersion(rulebookVersion.rules.name, rulebookVersion.number)}
          {rulebookVersion.effectiveOn && (
            <span className="yui-row-note">
              {text.inForceSince(formatDate(rulebookVersion.effectiveOn, language))}
            </span>
          )}
        </Fact>
      )}
      {meeting.lateNoticeReason && <Fact name={text.facts.late}>{meeting.lateNoticeReason}</Fact>}
      {meeting.cancelReason && <Fact name={text.facts.cancelled}>{meeting.cancelReason}</Fact>}
    </DefinitionList>
  )
}
