import { mutation } from '../../../kernel/graphql/mutation.ts'
import { closeFacility } from '../commands/close-facility.ts'
import { transferFacility } from '../commands/transfer-facility.ts'
import { confirmCommunityArea } from '../commands/confirm-community-area.ts'
import { confirmFacilityUnchanged } from '../commands/confirm-facility-unchanged.ts'
import { confirmServiceKind } from '../commands/confirm-service-kind.ts'
import { editFacilityBasics } from '../commands/edit-facility-basics.ts'
import { editFacilityContacts } from '../commands/edit-facility-contacts.ts'
import { editFacilityEquipment } from '../commands/edit-facility-equipment.ts'
import { editFacilityResources } from '../commands/edit-facility-resources.ts'
import { editFacilityServices } from '../commands/edit-facility-services.ts'
import { editFacilityStaff } from '../commands/edit-facility-staff.ts'
import { registerFacility } from '../commands/register-facility.ts'
import { reopenFacility } from '../commands/reopen-facility.ts'
import { decideMatch } from '../commands/decide-match.ts'
import { editServiceKind } from '../commands/edit-service-kind.ts'
import { mergeCorporations } from '../commands/merge-corporations.ts'
import { mergeFacilities } from '../commands/merge-facilities.ts'
import { takeBackMatchDecision } from '../commands/take-back-match-decision.ts'
import { undoMerge } from '../commands/undo-merge.ts'

mutation(confirmFacilityUnchanged, { payload: { facility: 'Facility' } })
mutation(editServiceKind, { payload: { serviceKind: 'ServiceKind' } })
mutation(confirmServiceKind, { payload: { serviceKind: 'ServiceKind' } })

mutation(editFacilityBasics, { payload: { facility: 'Facility' } })
mutation(editFacilityContacts, { payload: { facility: 'Facility' } })
mutation(editFacilityEquipment, { payload: { facility: 'Facility' } })
mutation(editFacilityServices, { payload: { facility: 'Facility' } })
mutation(editFacilityResources, { payload: { facility: 'Facility' } })
mutation(editFacilityStaff, { payload: { facility: 'Facility' } })
mutation(registerFacility, { payload: { facility: 'Facility' } })
mutation(closeFacility, { payload: { facility: 'Facility' } })
mutation(transferFacility, { payload: { facility: 'Facility' } })
mutation(reopenFacility, { payload: { facility: 'Facility' } })
mutation(confirmCommunityArea, { payload: { communityArea: 'CommunityArea' } })
mutation(decideMatch, { payload: { matchProposal: 'MatchProposal' } })
mutation(takeBackMatchDecision, { payload: { matchProposal: 'MatchProposal' } })
mutation(mergeFacilities, { payload: { registryMerge: 'RegistryMerge' } })
mutation(mergeCorporations, { payload: { registryMerge: 'RegistryMerge' } })
mutation(undoMerge, { payload: { registryMerge: 'RegistryMerge' } })
