import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { run } from '../commands.ts'
import { step } from '../progress.ts'
import { Refusal } from '../refusal.ts'

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** The installed Chromium, if there is one. */
export function findChromium(): string | undefined {
  return [process.env.CHROMIUM_PATH, ...usualPlaces].find((file) => file && fs.existsSync(file))
}

/** A Chromium to test with: CHROMIUM_PATH, the usual places, else Debian's when we may install it. */
export async function ensureChromium(): Promise<string> {
  const found = findChromium()
  if (found) return found
  const mayInstall = process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0
  if (mayInstall) {
    const env = { DEBIAN_FRONTEND: 'noninteractive' }
    await step('Chromium を導入しています', async () => {
      await run(['apt-get', 'update', '-qq'], { env })
      await run(
        ['apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'],
        { env },
      )
    })
  }
  const installed = findChromium()
  if (installed) return installed
  throw new Refusal(
    'Chromium が見つかりません。apt-get install chromium fonts-noto-cjk とするか、CHROMIUM_PATH で場所を指定してください',
    'no Chromium found; install it or set CHROMIUM_PATH',
  )
}
