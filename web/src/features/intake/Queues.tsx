import type { Alike } from '../../../../api/src/modules/intake/rules/alike.ts'
import { soughtOf } from '../../../../api/src/modules/intake/rules/entries.ts'
import { saidOfReferral } from '../../../../api/src/modules/intake/rules/referrals.ts'
import type { Conflict } from '../../../../api/src/modules/intake/rules/standing.ts'
import { conflictKey, destinationOf } from '../../../../api/src/modules/intake/rules/fold.ts'
import * as writing from '../../../../api/src/modules/intake/rules/writing.ts'
import { useIntakeText } from '../../locales/intake.ts'
import { Button, Buttons } from '../../ui/Button/Button.tsx'
import { Section } from '../../ui/Page/Page.tsx'
import type { AtDesk } from './desk.ts'
import { groupText, moversText, nameOf, placeText, valueText } from './words.ts'

/** What two people have written differently: somebody chooses, until then both stand. */
export function Conflicts({ desk }: { desk: AtDesk }) {
  const text = useIntakeText()
  const { conflicts } = desk.state
  if (conflicts.length === 0) return null
  return (
    <Section title={text.conflicts}>
      <p className="prose-sub">{text.conflictsLead}</p>
      <ul className="grid gap-6">
        {conflicts.map((conflict) => (
          <li key={conflictKey(conflict)}>
            <OneConflict desk={desk} conflict={conflict} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function OneConflict({ desk, conflict }: { desk: AtDesk; conflict: Conflict }) {
  const text = useIntakeText()
  const { state, pen, write } = desk
  const { kind, subjects, field, values } = conflict
  const [one = '', other = ''] = subjects
  const person = state.persons.find(({ members }) => members.includes(one))
  const second = state.persons.find(({ members }) => members.includes(other))
  const group = state.groups.find(({ members }) => members.includes(one))

  if (kind === 'REFERRAL') {
    const referral = state.referrals.find(({ members }) => members.includes(one))
    return (
      <>
        <p className="prose-strong">
          {text.conflictLine(referral ? moversText(text, state, referral) : '', text.moving.title)}
        </p>
        <Buttons>
          {values.map(({ value }) => {
            const place = soughtOf(saidOfReferral(value)?.value ?? '')
            return (
              <Button
                key={value}
                onClick={() => void write([writing.chooseReferral(pen, one, values, value)])}
              >
                {text.choose(place ? text.moving.seeks(placeText(text, place)) : text.moving.ended)}
              </Button>
            )
          })}
        </Buttons>
      </>
    )
  }
  if (kind === 'SAMENESS' || kind === 'CONTRADICTION')
    return (
      <>
        <p className="prose-strong">
          {person ? `${nameOf(text, person)}・${nameOf(text, second)}` : group && groupText(text, group)}
        </p>
        {kind === 'CONTRADICTION' && <p>{text.contradiction}</p>}
        <Buttons>
          <Button onClick={() => void write([writing.sayWhether(pen, state, [one, other], true)])}>
            {text.same}
          </Button>
          {kind === 'SAMENESS' && (
            <Button onClick={() => void write([writing.sayWhether(pen, state, [one, other], false)])}>
              {text.different}
            </Button>
          )}
        </Buttons>
      </>
    )
  if (group)
    return (
      <>
        <p className="prose-strong">{groupText(text, group)}</p>
        {kind === 'OVERDRAWN' && <p>{text.overdrawn}</p>}
        <Buttons>
          {values.map(({ value }) => (
            <Button key={value} onClick={() => void write(writing.correctHeads(pen, group, Number(value)))}>
              {text.choose(`${value}${text.people}`)}
            </Button>
          ))}
        </Buttons>
      </>
    )
  if (!person) return null
  const choose = (value: string) => {
    if (field) return writing.setField(pen, person, field, value)
    const left = destinationOf(value)
    return left
      ? writing.checkOut(pen, person, left.destination, left.note || null)
      : writing.comeBack(pen, person)
  }
  return (
    <>
      <p className="prose-strong">
        {text.conflictLine(nameOf(text, person), text.fields[field ?? 'PRESENCE'])}
      </p>
      <Buttons>
        {values.map(({ value }) => (
          <Button key={value} onClick={() => void write([choose(value)])}>
            {text.choose(valueText(text, field ?? 'PRESENCE', value))}
          </Button>
        ))}
      </Buttons>
    </>
  )
}

/** Who may have been written down twice: somebody says whether; nobody is joined by the machine. */
export function Duplicates({ desk, alike }: { desk: AtDesk; alike: readonly Alike[] }) {
  const text = useIntakeText()
  const { state, pen, write } = desk
  const { countedTwice, perhapsCounted } = state
  const person = (id: string) => state.persons.find((one) => one.id === id)
  const group = (id: string) => {
    const found = state.groups.find((one) => one.id === id)
    return found ? text.groupLine(found.counted, found.need ? text.needs[found.need] : text.needUnknown) : ''
  }
  const say = (pair: readonly [string, string], same: boolean) =>
    void write([writing.sayWhether(pen, state, pair, same)])
  if (alike.length + countedTwice.length + perhapsCounted.length === 0) return null
  return (
    <Section title={text.alike}>
      <p className="prose-sub">{text.alikeLead}</p>
      <ul className="grid gap-6">
        {alike.map(({ persons: pair, reasons }) => (
          <li key={pair.join(' ')}>
            <p className="prose-strong">{pair.map((id) => nameOf(text, person(id))).join('・')}</p>
            <p className="prose-sub">{reasons.map((reason) => text.alikeReasons[reason]).join('、')}</p>
            <Buttons>
              <Button onClick={() => say(pair, true)}>{text.same}</Button>
              <Button onClick={() => say(pair, false)}>{text.different}</Button>
            </Buttons>
          </li>
        ))}
        {countedTwice.map((pair) => (
          <li key={pair.join(' ')}>
            <p className="prose-strong">{text.twice}</p>
            <p>{text.twiceLine(group(pair[0]), group(pair[1]))}</p>
            <Buttons>
              <Button onClick={() => say(pair, true)}>{text.sameGroup}</Button>
              <Button onClick={() => say(pair, false)}>{text.differentGroup}</Button>
            </Buttons>
          </li>
        ))}
        {perhapsCounted.map(({ person: id, group: groupId }) => (
          <li key={`${id} ${groupId}`}>
            <p className="prose-strong">{text.perhaps}</p>
            <p>{text.perhapsLine(nameOf(text, person(id)), group(groupId))}</p>
            <Buttons>
              <Button onClick={() => void write(writing.wasCounted(pen, state, id, groupId))}>
                {text.yesOne}
              </Button>
              <Button onClick={() => say([id, groupId], false)}>{text.noOther}</Button>
            </Buttons>
          </li>
        ))}
      </ul>
    </Section>
  )
}
