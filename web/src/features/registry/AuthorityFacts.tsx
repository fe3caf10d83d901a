import { useState } from 'react'
import { graphql } from '../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { announce } from '../../lib/announce.ts'
import { useCommand } from '../../lib/command.ts'
import { useCorporationText } from '../../locales/corporation.ts'
import { Button, Buttons } from '../../ui/Button/Button.tsx'
import { DefinitionList, Fact } from '../../ui/DefinitionList/DefinitionList.tsx'
import { LinkButton } from '../../ui/Link/Link.tsx'
import { useAuthorityName } from './authority-name.ts'
import { ConfirmDialog } from '../identity/ConfirmDialog.tsx'

const AuthorityFacts_corporation = graphql(`
  fragment AuthorityFacts_corporation on Corporation {
    id
    version
    kind
    seatMunicipality {
      id
      name
    }
    authority {
      kind
      name
      corrected
      reason
      derivedKind
      derivedName
      because
    }
  }
`)

const Follow = graphql(`
  mutation AuthorityFacts_follow($input: FollowDerivedAuthorityInput!) {
    followDerivedAuthority(input: $input) {
      __typename
      ... on FollowDerivedAuthorityPayload {
        corporation {
          id
          ...AuthorityFacts_corporation
        }
      }
      ...Refusal
    }
  }
`)

interface AuthorityFactsProps {
  corporation: FragmentType<typeof AuthorityFacts_corporation>
  mayEdit: boolean
  /** Nobody has checked the lists that it is told by. */
  listsUnconfirmed: boolean
}

/** 所轄庁, and how it was told: by seat and facilities, or by a person and why. */
export function AuthorityFacts({ corporation, mayEdit, listsUnconfirmed }: AuthorityFactsProps) {
  const { id, version, kind, seatMunicipality, authority } = readFragment(
    AuthorityFacts_corporation,
    corporation,
  )
  const text = useCorporationText().authority
  const nameOf = useAuthorityName()
  const follow = useCommand(Follow)
  const [asking, setAsking] = useState(false)
  if (kind === 'NOT_WELFARE') return <p>{text.none}</p>

  const place =
    authority.because === 'DESIGNATED_CITY' || authority.because === 'WITHIN_CITY'
      ? authority.derivedName
      : null
  const because = authority.because && text.because[authority.because](place ?? seatMunicipality?.name ?? '')
  const derived = authority.derivedKind ? nameOf(authority.derivedKind, authority.derivedName) : text.unknown
  // Only the rule for a city was read in its source; for these two it is told from memory.
  const unsure = authority.because === 'DESIGNATED_CITY' || authority.because === 'ACROSS_BUREAUS'
  return (
    <>
      <DefinitionList>
        <Fact name={text.title}>
          {authority.kind ? nameOf(authority.kind, authority.name) : text.unknown}
        </Fact>
        {authority.corrected && (
          <Fact name={text.reason}>
            {authority.reason}
            <br />
            <span className="prose-note">{text.wouldBe(derived)}</span>
          </Fact>
        )}
      </DefinitionList>
      {because && !authority.corrected && <p className="mt-4">{because}</p>}
      <p className="prose-note mt-4">
        {authority.corrected ? text.corrected : text.derived + text.law}
        {!authority.corrected && unsure && text.ruleUnconfirmed}
        {!authority.corrected && listsUnconfirmed && text.listsUnconfirmed}
      </p>
      {mayEdit && (
        <div className="yui-no-print mt-4">
          <Buttons>
            <LinkButton
              to="/corporations/$corporationId/edit/$part"
              params={{ corporationId: id, part: 'authority' }}
            >
              {text.correct}
            </LinkButton>
            {authority.corrected && (
              <Button kind="text" onClick={() => setAsking(true)}>
                {text.follow}
              </Button>
            )}
          </Buttons>
        </div>
      )}
      <ConfirmDialog
        title={text.followTitle}
        body={text.followBody(derived)}
        submit={text.follow}
        kind="main"
        open={asking}
        onClose={() => setAsking(false)}
        send={() => follow({ input: { corporationId: id, version } })}
        onDone={() => announce(text.followed)}
      />
    </>
  )
}
