import { mutation } from '../../../kernel/graphql/mutation.ts'
import { confirmFacilityUnchanged } from '../commands/confirm-facility-unchanged.ts'
import { confirmServiceKind } from '../commands/confirm-service-kind.ts'
import { decideMatch } from '../commands/decide-match.ts'
import { editServiceKind } from '../commands/edit-service-kind.ts'
import { mergeCorporations } from '../commands/merge-corporations.ts'
import { mergeFacilities } from '../commands/merge-facilities.ts'
import { takeBackMatchDecision } from '../commands/take-back-match-decision.ts'
import { undoMerge } from '../commands/undo-merge.ts'

mutation(confirmFacilityUnchanged, { payload: { facility: 'Facility' } })
mutation(editServiceKind, { payload: { serviceKind: 'ServiceKind' } })
mutation(confirmServiceKind, { payload: { serviceKind: 'ServiceKind' } })
mutation(decideMatch, { payload: { matchProposal: 'MatchProposal' } })
mutation(takeBackMatchDecision, { payload: { matchProposal: 'MatchProposal' } })
mutation(mergeFacilities, { payload: { registryMerge: 'RegistryMerge' } })
mutation(mergeCorporations, { payload: { registryMerge: 'RegistryMerge' } })
mutation(undoMerge, { payload: { registryMerge: 'RegistryMerge' } })
