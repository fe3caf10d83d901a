import './schema/enumerations.ts'
import './schema/case.ts'
import './schema/proposal.ts'
import './schema/mutations.ts'
