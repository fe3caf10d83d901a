// What the worker knows how to do: every module's reactions and tasks, and nothing else.
import './kernel/jobs/housekeeping.ts'
import './kernel/jobs/reaction.ts'
import './modules/bulletin/reactions.ts'
import './modules/identity/reactions.ts'
import './modules/notifications/reactions.ts'
import './modules/platforms/reactions.ts'
import './modules/registry/reactions.ts'
import './modules/registry/import/tasks.ts'
