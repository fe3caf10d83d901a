import { useState } from 'react'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import { useCommand } from '../../lib/command.ts'
import { formatDay } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useMutualaidText } from '../../locales/mutualaid.ts'
import { Button } from '../../ui/Button/Button.tsx'
import { Paged } from '../../ui/Paged/Paged.tsx'
import { TextField } from '../../ui/TextField/TextField.tsx'
import { ActionDialog } from './ActionDialog.tsx'

const CostList_offer = graphql(`
  fragment CostList_offer on AidOffer {
    id
    costs(first: 5) {
      nodes {
        id
        ...CostList_cost
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

const CostList_cost = graphql(`
  fragment CostList_cost on AidCost {
    id
    kind
    onDate
    what
    minutes
    quantity
    yen
    evidence
    struckAt
    struckReason
    category {
      id
      name
      confirmed
    }
  }
`)

const Later = graphql(`
  query CostListLater($offerId: ID!, $after: String) {
    aidOffer(id: $offerId) {
      id
      costs(first: 50, after: $after) {
        nodes {
          id
          ...CostList_cost
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`)

const Strike = graphql(`
  mutation CostList_strike($input: StrikeAidCostInput!) {
    strikeAidCost(input: $input) {
      ... on StrikeAidCostPayload {
        aidOffer {
          id
          ...CostList_offer
        }
      }
      ...Refusal
    }
  }
`)

interface CostListProps {
  offer: FragmentType<typeof CostList_offer>
  mayStrike: boolean
}

/** What a dispatch took, as it goes into the claim; what was struck stays readable. */
export function CostList({ offer: given, mayStrike }: CostListProps) {
  const text = useMutualaidText().aid
  const { id, costs } = readFragment(CostList_offer, given)
  if (costs.nodes.length === 0) return null
  return (
    <>
      <p className="prose-strong mt-3">{text.costs}</p>
      <Paged
        page={costs}
        query={Later}
        variables={{ offerId: id }}
        pageOf={({ aidOffer }) => aidOffer?.costs}
        of={text.costs}
        lines={3}
      >
        {({ nodes }) => <Costs costs={nodes} mayStrike={mayStrike} />}
      </Paged>
    </>
  )
}

interface CostsProps {
  costs: readonly FragmentType<typeof CostList_cost>[]
  mayStrike: boolean
}

function Costs({ costs: given, mayStrike }: CostsProps) {
  const texts = useMutualaidText()
  const text = texts.aid
  const language = useLanguage()
  const costs = readFragment(CostList_cost, given)
  const [striking, strike] = useState<{ id: string; what: string }>()
  const send = useCommand(Strike)
  return (
    <>
      <ul className="yui-aid-history">
        {costs.map((cost) => {
          const line = `${formatDay(cost.onDate, language)} ${text.costKinds[cost.kind]} ${cost.what} ${text.costLine(cost.minutes ?? null, cost.quantity ?? null, cost.yen ?? null)}`
          return (
            <li key={cost.id}>
              {cost.struckAt ? (
                <>
                  <s>{line}</s> {text.struck} {cost.struckReason}
                </>
              ) : (
                line
              )}
              <span className="prose-note block">
                {cost.category.name}
                {!cost.category.confirmed && ` (${texts.unconfirmed})`} {cost.evidence}
              </span>
              {mayStrike && !cost.struckAt && (
                <Button
                  kind="text"
                  aria-label={`${text.strike} ${cost.what}`}
                  onClick={() => strike({ id: cost.id, what: cost.what })}
                >
                  {text.strike}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      {striking && (
        <ActionDialog
          title={text.strikeTitle(striking.what)}
          body={text.strikeBody}
          submit={text.strike}
          done={text.strikeDone}
          defaultValues={{ because: '' }}
          send={({ because }) => send({ input: { aidCostId: striking.id, because } })}
          onClose={() => strike(undefined)}
        >
          <TextField
            name="because"
            label={text.because}
            support={text.becauseSupport}
            required
            maxLength={200}
          />
        </ActionDialog>
      )}
    </>
  )
}
