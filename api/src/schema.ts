// The whole graph: every module's part, and nothing else.
import './kernel/graphql/live.ts'
import './kernel/graphql/todos.ts'
import './kernel/graphql/viewer.ts'
import './kernel/read/node.ts'
import './modules/audit/schema.ts'
import './modules/collaboration/schema.ts'
import './modules/bulletin/schema.ts'
import './modules/identity/schema.ts'
// Before the commands of the meetings, which take its enum of organs.
import './modules/rulebooks/schema.ts'
import './modules/meetings/schema.ts'
import './modules/notifications/schema.ts'
import './modules/platforms/schema.ts'
import './modules/registry/schema.ts'
// After the events whose enums and records they take.
import './modules/disasters/schema.ts'
import './modules/assignment/schema.ts'
import './modules/alerts/schema.ts'
import './modules/intake/schema.ts'
import './modules/mutualaid/schema.ts'
import './modules/outputs/schema.ts'
import './modules/readiness/schema.ts'
import './modules/webhooks/schema.ts'
import { builder } from './kernel/graphql/builder.ts'

export const schema = builder.toSchema()
