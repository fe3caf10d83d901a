import { announce } from '../../lib/announce.ts'
import { useCommand } from '../../lib/command.ts'
import { useDisastersText } from '../../locales/disasters.ts'
import type { FindingMeans, SilenceFinding } from '../../generated/graphql.ts'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { Section } from '../../ui/Page/Page.tsx'
import { RadioGroup } from '../../ui/Radio/RadioGroup.tsx'
import { TextAreaField } from '../../ui/TextArea/TextAreaField.tsx'
import { FindOut } from './acts.ts'

const FINDINGS: readonly SilenceFinding[] = ['SAFE', 'DAMAGED', 'NEED_HELP', 'NOT_REACHED']
const MEANS: readonly FindingMeans[] = ['PHONE', 'VISIT', 'RADIO', 'OTHERS']

/** What was found out about a facility that does not report. */
export function FindOutForm({ calledFacilityId }: { calledFacilityId: string }) {
  const text = useDisastersText().shelter
  const send = useCommand(FindOut)
  const form = useForm<{ finding: string; means: string; note: string }>({
    defaultValues: { finding: '', means: 'PHONE', note: '' },
  })
  return (
    <Section title={text.findTitle} id="find-out">
      <p className="prose-sub">{text.findLead}</p>
      <Form
        form={form}
        submit={({ finding, means, note }) =>
          send({
            input: {
              calledFacilityId,
              finding: finding as SilenceFinding,
              means: means as FindingMeans,
              note,
              idempotencyKey: crypto.randomUUID(),
            },
          })
        }
        onDone={() => announce(text.found)}
      >
        <RadioGroup
          name="finding"
          label={text.finding}
          required
          options={FINDINGS.map((value) => ({ value, label: text.findings[value] }))}
        />
        <RadioGroup
          name="means"
          label={text.means}
          required
          options={MEANS.map((value) => ({ value, label: text.meanses[value] }))}
        />
        <TextAreaField name="note" label={text.note} maxLength={500} rows={3} />
        <FormEnd submit={text.findSend} />
      </Form>
    </Section>
  )
}
