import { mutation } from '../../../kernel/graphql/mutation.ts'
import { confirmFacilityUnchanged } from '../commands/confirm-facility-unchanged.ts'
import { confirmServiceKind } from '../commands/confirm-service-kind.ts'
import { editServiceKind } from '../commands/edit-service-kind.ts'

mutation(confirmFacilityUnchanged, { payload: { facility: 'Facility' } })
mutation(editServiceKind, { payload: { serviceKind: 'ServiceKind' } })
mutation(confirmServiceKind, { payload: { serviceKind: 'ServiceKind' } })
