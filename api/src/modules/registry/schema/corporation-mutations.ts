import { mutation } from '../../../kernel/graphql/mutation.ts'
import { confirmCorporationUnchanged } from '../commands/confirm-corporation-unchanged.ts'
import { confirmMasterFact } from '../commands/confirm-master-fact.ts'
import { correctAuthority } from '../commands/correct-authority.ts'
import { editCorporationContacts } from '../commands/edit-corporation-contacts.ts'
import { editCorporationFacts } from '../commands/edit-corporation-facts.ts'
import { editMasterFact } from '../commands/edit-master-fact.ts'
import { editProcurementLimits } from '../commands/edit-procurement-limits.ts'
import { followDerivedAuthority } from '../commands/follow-derived-authority.ts'
import { recordDissolution } from '../commands/record-dissolution.ts'
import { recordMerger } from '../commands/record-merger.ts'
import { registerCorporation } from '../commands/register-corporation.ts'
import { undoSuccession } from '../commands/undo-succession.ts'

const corporation = { corporation: 'Corporation' } as const
const succession = { ...corporation, corporationSuccession: 'CorporationSuccession' } as const

mutation(registerCorporation, { payload: { ...corporation, facility: 'Facility' } })
mutation(confirmCorporationUnchanged, { payload: corporation })
mutation(editCorporationFacts, { payload: corporation })
mutation(editCorporationContacts, { payload: corporation })
mutation(editProcurementLimits, { payload: corporation })
mutation(correctAuthority, { payload: corporation })
mutation(followDerivedAuthority, { payload: corporation })
mutation(recordMerger, { payload: succession })
mutation(recordDissolution, { payload: succession })
mutation(undoSuccession, { payload: succession })
mutation(editMasterFact, { payload: { masterFact: 'MasterFact' } })
mutation(confirmMasterFact, { payload: { masterFact: 'MasterFact' } })
