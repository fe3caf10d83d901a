import { readFragment, type FragmentType } from '../../../generated/fragment-masking.ts'
import { graphql } from '../../../generated/gql.ts'
import { formatDate, formatTime } from '../../../lib/dates.ts'
import { useLanguage } from '../../../lib/language.ts'
import { useDecisionsText } from '../../../locales/decisions.ts'
import { DefinitionList, Fact } from '../../../ui/DefinitionList/DefinitionList.tsx'
import { Icon } from '../../../ui/Icon/Icon.tsx'
import { Link } from '../../../ui/Link/Link.tsx'
import { Notice } from '../../../ui/Notice/Notice.tsx'

const AppliedRule_proof = graphql(`
  fragment AppliedRule_proof on DecisionProof {
    rulebookName
    rulebookVersion
    rulebookEffectiveOn
    resolutionName
    resolutionClause
    laterVersion
    laterVersionOn
    agrees
    ballots {
      position
      name
      part
      exclusionReason
      excludedAt
    }
  }
`)

const AppliedRule_decision = graphql(`
  fragment AppliedRule_decision on Decision {
    id
    outcome
    effectiveOn
    supersededBy {
      id
      label
      title
    }
    supersedes(first: 20) {
      nodes {
        id
        label
        title
      }
    }
  }
`)

interface AppliedRuleProps {
  decision: FragmentType<typeof AppliedRule_decision>
  proof: FragmentType<typeof AppliedRule_proof>
}

/** The rules that were applied, who stayed outside and why, what has replaced it, and whether the computation agrees. */
export function AppliedRule({ decision: givenDecision, proof: givenProof }: AppliedRuleProps) {
  const text = useDecisionsText()
  const language = useLanguage()
  const { outcome, effectiveOn, supersededBy, supersedes } = readFragment(AppliedRule_decision, givenDecision)
  const proof = readFragment(AppliedRule_proof, givenProof)
  const excluded = proof.ballots.filter(({ part }) => part === 'EXCLUDED')
  const { rulebookName, laterVersion, laterVersionOn } = proof
  return (
    <>
      <DefinitionList>
        <Fact name={text.rulebook}>
          {text.version(rulebookName, proof.rulebookVersion)}
          {proof.rulebookEffectiveOn && (
            <span className="yui-row-note">
              {text.inForceSince(formatDate(proof.rulebookEffectiveOn, language))}
            </span>
          )}
        </Fact>
        <Fact name={text.kind}>
          {proof.resolutionName}
          <span className="yui-row-note">{proof.resolutionClause}</span>
        </Fact>
        <Fact name={text.effect}>
          {outcome === 'CARRIED' ? text.effectiveFrom(formatDate(effectiveOn, language)) : text.noEffect}
        </Fact>
        <Fact name={text.excluded}>
          {excluded.length === 0
            ? text.excludedNone
            : excluded.map(({ position, name, exclusionReason, excludedAt }) => (
                <p key={position}>
                  {name}
                  {exclusionReason && (
                    <span className="yui-row-note">
                      {text.excludedBecause(exclusionReason, excludedAt ? formatTime(excludedAt) : '')}
                    </span>
                  )}
                </p>
              ))}
        </Fact>
        <Fact name={text.supersededBy}>
          {supersededBy ? (
            <Link to="/network/decisions/$decisionId" params={{ decisionId: supersededBy.id }}>
              {supersededBy.label}　{supersededBy.title}
            </Link>
          ) : outcome === 'CARRIED' ? (
            text.holds
          ) : (
            text.doesNotHold
          )}
        </Fact>
        {supersedes.nodes.length > 0 && (
          <Fact name={text.replaces}>
            {supersedes.nodes.map(({ id, label, title }) => (
              <p key={id}>
                <Link to="/network/decisions/$decisionId" params={{ decisionId: id }}>
                  {label}　{title}
                </Link>
              </p>
            ))}
          </Fact>
        )}
        <Fact name={text.recomputed}>
          <span className="yui-why__state">
            <Icon name={proof.agrees ? 'check' : 'close'} size="small" />
            {proof.agrees ? text.agrees : text.disagrees}
          </span>
          <span className="yui-row-note">{text.recomputedNote}</span>
        </Fact>
      </DefinitionList>
      {!proof.agrees && (
        <Notice kind="bad">
          <p>{text.disagreesNote}</p>
        </Notice>
      )}
      {laterVersion !== null && laterVersionOn !== null && (
        <p className="prose-note mt-4">
          {text.laterVersion(rulebookName, laterVersion, formatDate(laterVersionOn, language))}
        </p>
      )}
    </>
  )
}
