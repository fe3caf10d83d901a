import { parentPort, workerData } from 'node:worker_threads'
import { answer } from './answer.ts'
import type { Problem } from './problem.ts'
import type { Limits } from './placing.ts'

// A thread of its own, so that whoever asks goes on with other work.
const { problem, limits } = workerData as { readonly problem: Problem; readonly limits: Limits }
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort?.postMessage(answer(problem, limits))
