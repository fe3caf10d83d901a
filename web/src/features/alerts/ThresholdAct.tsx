import { graphql } from '../../generated/gql.ts'
import type { AlertSignal } from '../../generated/graphql.ts'
import { useCommand } from '../../lib/command.ts'
import { COMING_ERAS, isoOf, toEntry } from '../../lib/dates.ts'
import { useToday } from '../../lib/today.ts'
import { useAlertsText } from '../../locales/alerts.ts'
import { Act } from '../../ui/Act/Act.tsx'
import { DateFields } from '../../ui/DateFields/DateFields.tsx'
import { RadioGroup } from '../../ui/Radio/RadioGroup.tsx'
import { TextField } from '../../ui/TextField/TextField.tsx'
import { ActingStatement } from '../identity/ActingStatement.tsx'
import { HEAVIEST, weightOrMore } from './weight.ts'

const Decide = graphql(`
  mutation ThresholdAct_decide($input: DecideAlertThresholdInput!) {
    decideAlertThreshold(input: $input) {
      ... on DecideAlertThresholdPayload {
        alertThreshold {
          id
        }
      }
      ...Refusal
    }
  }
`)

interface ThresholdActProps {
  signal: AlertSignal
  /** The least weight that holds now. */
  minimum: number | undefined
  decides: { platformId: string } | 'ALL'
  onDone: () => void
}

/** 「目安を変える」: in the words of the messages, from a day on. */
export function ThresholdAct({ signal, minimum, decides, onDone }: ThresholdActProps) {
  const text = useAlertsText()
  const words = text.thresholds
  const send = useCommand(Decide)
  const day = useToday()
  const ranks = Array.from({ length: HEAVIEST[signal] }, (_, n) => n + 1)
  const forAll = decides === 'ALL'
  return (
    <span className="yui-no-print whitespace-nowrap">
      <Act
        button={words.change}
        of={words.signals[signal]}
        title={(forAll ? words.decideForAll : words.decide)(words.signals[signal])}
        values={{
          minimum: minimum === undefined ? '' : String(minimum),
          startsOn: toEntry(day),
          basis: '',
          checked: '',
        }}
        submit={({ minimum: least, startsOn, basis, checked }) =>
          send({
            input: {
              ...(decides !== 'ALL' && decides),
              signal,
              minimum: Number(least),
              startsOn: isoOf(startsOn) ?? '',
              basis,
              checked: checked === 'YES',
            },
          })
        }
        save={words.save}
        leave={words.leave}
        said={words.saved}
        statement={<ActingStatement>{forAll ? words.statementForAll : words.statement}</ActingStatement>}
        onDone={onDone}
      >
        <RadioGroup
          name="minimum"
          label={words.minimum}
          required
          options={ranks.map((rank) => ({
            value: String(rank),
            label: weightOrMore(text, { signal, minimum: rank }),
            support: signal === 'ALERT_LEVEL' ? words.levels[rank] : undefined,
          }))}
        />
        <DateFields
          name="startsOn"
          label={words.startsOn}
          support={words.startsSupport}
          required
          eras={COMING_ERAS}
        />
        <TextField
          name="basis"
          label={words.basisLabel}
          support={words.basisSupport}
          required
          maxLength={300}
        />
        <RadioGroup
          name="checked"
          label={words.checked}
          required
          options={[
            { value: 'YES', label: words.checkedYes },
            { value: 'NO', label: words.checkedNo },
          ]}
        />
      </Act>
    </span>
  )
}
