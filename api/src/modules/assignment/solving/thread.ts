import { parentPort, workerData } from 'node:worker_threads'
import { answer } from './answer.ts'
import type { Problem } from './problem.ts'
import type { Limits } from './solve.ts'

// A thread of its own, so that whoever asks goes on with other work.
const { problem, limits } = workerData as { readonly problem: Problem; readonly limits: Limits }
parentPort?.postMessage(answer(problem, limits))
