import { useState } from 'react'
import { announce } from '../../lib/announce.ts'
import { useCommand } from '../../lib/command.ts'
import type { Outcome } from '../../lib/problems.ts'
import { useDisastersText } from '../../locales/disasters.ts'
import { Button } from '../../ui/Button/Button.tsx'
import { Field } from '../../ui/Field/Field.tsx'
import { Section } from '../../ui/Page/Page.tsx'
import { Select } from '../../ui/Select/Select.tsx'
import { AssignBuddy } from './acts.ts'
import type { BoardLine } from './board-data.ts'
import { RefusedNotice } from '../../ui/Notice/RefusedNotice.tsx'

interface BuddyChoiceProps {
  line: BoardLine
  others: readonly BoardLine[]
  buddy: { id: string; name: string } | null
}

/** Who finds out first when this facility is silent. */
export function BuddyChoice({ line, others, buddy }: BuddyChoiceProps) {
  const text = useDisastersText().shelter
  const change = useCommand(AssignBuddy)
  const [chosen, setChosen] = useState(buddy?.id ?? '')
  const [outcome, setOutcome] = useState<Outcome<unknown>>()
  const send = async () => {
    const result = await change({
      input: {
        calledFacilityId: line.calledFacilityId,
        buddyFacilityId: chosen || null,
        version: line.version,
      },
    })
    setOutcome(result)
    if (result.kind === 'done') announce(text.buddyChanged)
  }
  return (
    <Section title={text.buddyTitle}>
      <RefusedNotice outcome={outcome} />
      <p>{buddy ? text.buddy(buddy.name) : text.noBuddy}</p>
      {line.can.includes('CONDUCT') && (
        <>
          <Field label={text.buddyTitle}>
            {(control) => (
              <Select {...control} value={chosen} onChange={(event) => setChosen(event.target.value)}>
                <option value="">{text.buddyNone}</option>
                {others.map(({ facilityId, name }) => (
                  <option key={facilityId} value={facilityId}>
                    {name}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Button onClick={() => void send()}>{text.buddyChange}</Button>
        </>
      )}
    </Section>
  )
}
