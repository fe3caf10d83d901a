// Loaded into the API and the worker before their own code. When `npm start` is killed without a chance to stop them,
// the channel to it closes, and they end as they would on a signal instead of holding the port for ever.
const SECONDS_TO_FINISH = 10

process.on('disconnect', () => {
  process.kill(process.pid, 'SIGTERM')
  setTimeout(() => process.exit(1), SECONDS_TO_FINISH * 1000).unref()
})
process.channel?.unref()
