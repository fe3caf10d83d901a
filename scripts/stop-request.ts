const controller = new AbortController()

/** Aborted when the person, the system or our parent wants this task to stop. */
export const stopRequest: AbortSignal = controller.signal

/** From now on a signal, or the death of the process that started us, asks to stop instead of killing outright. */
export function listenForStop(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => controller.abort())
  process.on('disconnect', () => controller.abort())
  process.channel?.unref()
}

/** Resolves when a stop is asked for. */
export function stopRequested(): Promise<void> {
  if (stopRequest.aborted) return Promise.resolve()
  return new Promise((resolve) => stopRequest.addEventListener('abort', () => resolve(), { once: true }))
}
