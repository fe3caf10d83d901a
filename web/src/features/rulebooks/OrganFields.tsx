import { toDigits } from '../../lib/digits.ts'
import { useRulebookText } from '../../locales/rulebook.ts'
import { Disclosure } from '../../ui/Disclosure/Disclosure.tsx'
import { Section } from '../../ui/Page/Page.tsx'
import { RadioGroup } from '../../ui/Radio/RadioGroup.tsx'
import { SelectField } from '../../ui/Select/SelectField.tsx'
import { TextField } from '../../ui/TextField/TextField.tsx'
import { MAJORITIES, QUORUMS, toValues } from './draft-values.ts'
import { nounOf, type OrganRules, type Rules } from './sentences.ts'

interface OrganFieldsProps {
  organ: OrganRules
  rules: Rules
  /** Its place in the list of bodies. */
  place: number
}

const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

/** How one body decides, as sentences to choose from; folded by subject, since an amendment touches few of them. */
export function OrganFields({ organ, rules, place }: OrganFieldsProps) {
  const all = useRulebookText()
  const text = all.edit
  const noun = nounOf(organ, rules, all)
  const at = `rules.organs.${place}`
  const standing = toValues(rules).organs[place]
  const quorums = (kept: boolean) => [
    ...QUORUMS.map((value) => ({ value, label: text.quorums[value] })),
    ...(kept ? [{ value: 'KEPT', label: text.quorums.KEPT }] : []),
  ]
  const { wrong } = text
  return (
    <Section title={organ.name}>
      <Disclosure summary={text.parts.quorum}>
        <SelectField
          name={`${at}.quorum`}
          label={text.quorum(organ.name)}
          required
          options={quorums(standing?.quorum === 'KEPT')}
        />
        <Clause name={`${at}.quorumClause`} />
        <RadioGroup
          name={`${at}.counted.online`}
          label={text.counted.online}
          required
          options={optionsOf(text.onlineWays)}
        />
        <RadioGroup
          name={`${at}.counted.proxy`}
          label={text.counted.proxy}
          required
          options={optionsOf(text.ways)}
          errors={{ COUNTS_PROXIES_IT_DOES_NOT_ALLOW: wrong.COUNTS_PROXIES_IT_DOES_NOT_ALLOW }}
        />
        <RadioGroup
          name={`${at}.counted.written`}
          label={text.counted.written}
          required
          options={optionsOf(text.ways)}
          errors={{ COUNTS_WRITING_IT_DOES_NOT_ALLOW: wrong.COUNTS_WRITING_IT_DOES_NOT_ALLOW }}
        />
      </Disclosure>
      {organ.resolutions.map(({ code, name }, n) => {
        const resolution = `${at}.resolutions.${n}`
        const typed = standing?.resolutions[n]
        return (
          <Disclosure key={code} summary={name}>
            <SelectField
              name={`${resolution}.majority`}
              label={text.majority(name)}
              required
              options={[
                ...MAJORITIES.map((value) => ({ value, label: text.majorities[value] })),
                ...(typed?.majority === 'KEPT' ? [{ value: 'KEPT', label: text.majorities.KEPT }] : []),
              ]}
              errors={{ SHARE_ABOVE_ALL: wrong.SHARE_ABOVE_ALL }}
            />
            <SelectField
              name={`${resolution}.quorum`}
              label={text.resolutionQuorum(name)}
              required
              options={[{ value: 'ORGAN', label: text.quorums.ORGAN }, ...quorums(typed?.quorum === 'KEPT')]}
            />
            <RadioGroup
              name={`${resolution}.tieGoesToChair`}
              label={text.tie(name)}
              required
              options={optionsOf(text.ties)}
              errors={{
                CHAIR_SETTLES_NO_TIES: wrong.CHAIR_SETTLES_NO_TIES,
                MAJORITY_KNOWS_NO_TIE: wrong.MAJORITY_KNOWS_NO_TIE,
              }}
            />
            <Clause name={`${resolution}.clause`} />
          </Disclosure>
        )
      })}
      <Disclosure summary={text.parts.notice}>
        <Days name={`${at}.notice.days`} label={text.noticeDays} />
        <Days
          name={`${at}.notice.daysIfWritten`}
          label={text.noticeDaysIfWritten}
          errors={{ NOTICE_SHORTER_IN_WRITING: wrong.NOTICE_SHORTER_IN_WRITING }}
        />
        <Clause name={`${at}.notice.clause`} />
      </Disclosure>
      <Disclosure summary={text.parts.fairness}>
        <RadioGroup
          name={`${at}.conflict.excludes`}
          label={text.conflict}
          required
          options={(['NOBODY', 'FROM_MAJORITY', 'FROM_QUORUM_AND_MAJORITY'] as const).map((value) => ({
            value,
            label: all.sentences.conflict[value](noun),
          }))}
        />
        <Clause name={`${at}.conflict.clause`} />
        {organ.voters === 'MEMBERS' && (
          <>
            <RadioGroup
              name={`${at}.suspension.countedInBase`}
              label={text.suspension}
              required
              options={[
                { value: 'NO', label: all.sentences.suspended(noun, false) },
                { value: 'YES', label: all.sentences.suspended(noun, true) },
              ]}
            />
            <Clause name={`${at}.suspension.clause`} />
          </>
        )}
        <RadioGroup
          name={`${at}.chair.votes`}
          label={text.chair}
          required
          options={optionsOf(text.chairs)}
          errors={{ CHAIR_NEVER_VOTES: wrong.CHAIR_NEVER_VOTES }}
        />
        <Clause name={`${at}.chair.clause`} />
      </Disclosure>
      <Disclosure summary={text.parts.ballots}>
        <RadioGroup
          name={`${at}.ballotsHiddenUntilClose.hidden`}
          label={text.hidden}
          required
          options={[
            { value: 'YES', label: all.sentences.hidden },
            { value: 'NO', label: all.sentences.shown },
          ]}
        />
        <Clause name={`${at}.ballotsHiddenUntilClose.clause`} />
        <RadioGroup
          name={`${at}.writtenResolution`}
          label={text.writtenResolution}
          required
          options={optionsOf(text.allowed)}
        />
        <Clause name={`${at}.writtenResolutionClause`} />
      </Disclosure>
    </Section>
  )
}

function Clause({ name }: { name: string }) {
  const text = useRulebookText().edit
  return (
    <TextField
      name={name}
      label={text.clause}
      support={text.clauseSupport}
      required
      maxLength={80}
      width="name"
    />
  )
}

function Days({ name, label, errors }: { name: string; label: string; errors?: Record<string, string> }) {
  const { wrong } = useRulebookText().edit
  return (
    <TextField
      name={name}
      label={label}
      inputMode="numeric"
      width="code"
      required
      maxLength={2}
      clean={toDigits}
      checks={{ NUMBER: (typed) => /^[0-9]+$/.test(toDigits(typed)) }}
      errors={{ NUMBER: wrong.NUMBER, TOO_BIG: wrong.NUMBER, ...errors }}
    />
  )
}
