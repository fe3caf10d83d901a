import { judge, render } from '../tests/bench/report.ts'
import { efforts, runBench } from '../tests/bench/run.ts'
import { Refusal, runTask } from './refusal.ts'
import { listenForStop, stopRequest } from './stop-request.ts'

const OPTIONS = ['--quick', '--write']

await runTask(async () => {
  listenForStop()
  const options = process.argv.slice(2)
  const unknown = options.find((option) => !OPTIONS.includes(option))
  if (unknown) {
    throw new Refusal(
      `${unknown} という指定はありません。使えるのは ${OPTIONS.join(' と ')} です`,
      'unknown option',
    )
  }
  const quick = options.includes('--quick')
  try {
    const measurements = await runBench('large', quick ? efforts.quick : efforts.full)
    const report = render(measurements)
    console.log(`\n${report}\n`)
    return judge(measurements).every(({ passed }) => passed) ? 0 : 1
  } catch (error) {
    if (!stopRequest.aborted) throw error
    return 1
  }
})
