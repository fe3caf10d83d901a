import { task } from '../../kernel/jobs/task.ts'
import { computeProposal } from './computing.ts'
import { COMPUTE_JOB } from './jobs.ts'

task({ ...COMPUTE_JOB, run: ({ proposalId }, context) => computeProposal(context, proposalId) })
