import type { Translated } from '../../lib/texts.ts'
import type { retention as japanese } from '../ja/retention.ts'

export const retention: Translated<typeof japanese> = {
  link: 'How long papers are kept',
  title: 'Proposals for how long papers are kept',
  lead: 'Whoever puts a paper on a shelf is shown these by its kind. Until somebody has checked a proposal against its source, it is marked as not confirmed. What is on the shelves keeps its days.',
  caption: 'Proposals by kind of paper',
  columns: { kind: 'Kind', years: 'Kept for', basis: 'Basis', valid: 'Holds', confirmed: 'Checked' },
  since: (day) => `since ${day}`,
  until: (day) => `until ${day}`,
  confirmedOn: (day) => `Checked on ${day}`,
  by: (name) => ` (${name})`,
  unconfirmed: 'Not confirmed',
  correct: 'Correct',
  correctOf: (kind) => `Correct the proposal for “${kind}”`,
  confirm: 'Record the source',
  confirmOf: (kind) => `Record the source for “${kind}”`,
  basis: 'Basis: law and article, or why it is the custom',
  basisSupport: 'Shown to whoever puts in a paper. At most 300 characters.',
  checked: 'Source that was checked',
  checkedSupport: 'Law and article, or issuer, title and date. At most 300 characters.',
  fromOn: 'Holds from',
  fromOnSupport:
    'Leave the first day of the present proposal if it was wrong from the start. With a later day, the present one stays until the eve.',
  correctNote: 'A corrected proposal counts as not confirmed until its source is recorded.',
  save: 'Save',
  saveConfirmed: 'Record that it was checked',
  leave: 'Leave it',
  saved: 'The proposal is corrected.',
  savedConfirmed: 'The source is recorded.',
}
