// What is served beside the graph: every module's part, and nothing else.
import './modules/alerts/routes.ts'
import './modules/outputs/routes.ts'
import './modules/collaboration/routes.ts'
import './modules/bulletin/routes.ts'
import './modules/directory/routes.ts'
import './modules/meetings/routes.ts'
import './modules/registry/import/routes.ts'
import './modules/registry/routes.ts'
