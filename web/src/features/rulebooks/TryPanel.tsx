import { useState } from 'react'
import { useQuery } from 'urql'
import { graphql } from '../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import type { TryPanelQuery, TryPanelQueryVariables } from '../../generated/graphql.ts'
import { toDigits } from '../../lib/digits.ts'
import { useRulebookText } from '../../locales/rulebook.ts'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { Notice } from '../../ui/Notice/Notice.tsx'
import { SelectField } from '../../ui/Select/SelectField.tsx'
import { TextField } from '../../ui/TextField/TextField.tsx'
import { Rulebook_rules } from './rules-fragment.ts'

const Try = graphql(`
  query TryPanel(
    $versionId: ID!
    $organ: OrganKind!
    $resolution: String!
    $members: Int!
    $present: Int!
    $proxies: Int!
    $written: Int!
    $conflicted: Int!
    $inFavour: Int!
    $against: Int!
    $abstaining: Int!
    $chairDecision: TieDecision
  ) {
    rulebookVersion(id: $versionId) {
      id
      trial(
        organ: $organ
        resolution: $resolution
        members: $members
        present: $present
        proxies: $proxies
        written: $written
        conflicted: $conflicted
        inFavour: $inFavour
        against: $against
        abstaining: $abstaining
        chairDecision: $chairDecision
      ) {
        fault
        verdict {
          outcome
          tie
          quorum {
            have
            needed
            total
            met
            threshold {
              clause
            }
          }
          majority {
            have
            needed
            total
            met
            threshold {
              clause
            }
          }
        }
      }
    }
  }
`)

const NUMBERS = [
  'members',
  'present',
  'proxies',
  'written',
  'conflicted',
  'inFavour',
  'against',
  'abstaining',
] as const

interface TryPanelProps {
  versionId: string
  rules: FragmentType<typeof Rulebook_rules>
}

/** 「ためす」: figures in, verdict out, worked out by the API and stored nowhere. */
export function TryPanel({ versionId, rules }: TryPanelProps) {
  const text = useRulebookText().trial
  const { organs } = readFragment(Rulebook_rules, rules)
  const [asked, ask] = useState<TryPanelQueryVariables>()
  const first = organs[0]
  const form = useForm({
    defaultValues: {
      kind: first ? `${first.organ} ${first.resolutions[0]?.code ?? ''}` : '',
      members: '19',
      present: '10',
      proxies: '4',
      written: '0',
      conflicted: '0',
      inFavour: '9',
      against: '5',
      abstaining: '0',
      chair: 'NONE',
    },
  })
  return (
    <>
      <p>{text.lead}</p>
      <Form
        form={form}
        submit={async ({ kind, chair, ...figures }) => {
          const [organ, resolution = ''] = kind.split(' ')
          const found = organs.find((one) => one.organ === organ)
          if (found)
            ask({
              versionId,
              organ: found.organ,
              resolution,
              ...numbersOf(figures),
              chairDecision: chair === 'FOR' || chair === 'AGAINST' ? chair : null,
            })
          return { kind: 'done', payload: {} }
        }}
        onDone={() => undefined}
      >
        <SelectField
          name="kind"
          label={text.resolution}
          required
          options={organs.flatMap(({ organ, name, resolutions }) =>
            resolutions.map((resolution) => ({
              value: `${organ} ${resolution.code}`,
              label: `${name}：${resolution.name}`,
            })),
          )}
        />
        <div className="grid gap-4 grid-cols-[repeat(auto-fit,minmax(14rem,1fr))]">
          {NUMBERS.map((name) => (
            <TextField
              key={name}
              name={name}
              label={text[name]}
              inputMode="numeric"
              width="code"
              maxLength={3}
              clean={toDigits}
              required
              checks={{ NOT_A_NUMBER_OF_PEOPLE: (typed) => /^[0-9]{1,3}$/.test(toDigits(typed)) }}
              errors={{ NOT_A_NUMBER_OF_PEOPLE: text.faults.NOT_A_NUMBER_OF_PEOPLE }}
            />
          ))}
        </div>
        <SelectField
          name="chair"
          label={text.chair}
          options={Object.entries(text.chairs).map(([value, label]) => ({ value, label }))}
        />
        <FormEnd submit={text.run} />
      </Form>
      {asked && <Verdict asked={asked} />}
    </>
  )
}

type Figures = Record<(typeof NUMBERS)[number], string>

const numbersOf = (figures: Figures) => ({
  members: Number(figures.members),
  present: Number(figures.present),
  proxies: Number(figures.proxies),
  written: Number(figures.written),
  conflicted: Number(figures.conflicted),
  inFavour: Number(figures.inFavour),
  against: Number(figures.against),
  abstaining: Number(figures.abstaining),
})

function Verdict({ asked }: { asked: TryPanelQueryVariables }) {
  const text = useRulebookText().trial
  const [result, readAgain] = useQuery({ query: Try, variables: asked })
  return (
    <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })} lines={4}>
      {({ rulebookVersion }) => {
        const trial = rulebookVersion?.trial
        if (!trial) return <Notice kind="bad">{text.unknown}</Notice>
        const { fault, verdict } = trial
        if (fault) return <Notice kind="bad">{text.faults[fault]}</Notice>
        if (!verdict) return null
        return (
          <output className="yui-verdict">
            <p className="yui-verdict__word">{text.outcomes[verdict.outcome]}</p>
            <Reasons title={text.quorum} none={text.noQuorum} measured={verdict.quorum} />
            {verdict.outcome !== 'NO_QUORUM' && (
              <Reasons title={text.majority} none="" measured={verdict.majority} />
            )}
          </output>
        )
      }}
    </Loaded>
  )
}

type Measured = NonNullable<
  NonNullable<NonNullable<TryPanelQuery['rulebookVersion']>['trial']>['verdict']
>['quorum']

function Reasons({ title, none, measured }: { title: string; none: string; measured: Measured }) {
  const text = useRulebookText().trial
  return (
    <div>
      <b className="prose-strong">{title}</b>
      {measured.length === 0 && <p>{none}</p>}
      {measured.map(({ have, needed, total, met, threshold: { clause } }) => (
        <p key={`${clause} ${needed} ${total}`}>
          {met ? text.met(have, needed, total, clause) : text.missing(have, needed, total, clause)}
        </p>
      ))}
    </div>
  )
}
