import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { projectRoot } from '../../scripts/project.ts'
import { refusalOf } from './launch.ts'

// Stands in for npm and, by what it "installs", for pnpm. Both note how they were called.
const fakeNpm = `#!/bin/sh
echo "npm $*" >> "$CALLS"
case "$FAKE_NPM" in
  offline) echo "npm error code ENOTFOUND" >&2; exit 1 ;;
  full) echo "npm error code ENOSPC" >&2; exit 1 ;;
esac
while [ "$1" != --prefix ]; do shift; done
mkdir -p "$2/node_modules/.bin"
[ "$FAKE_NPM" = killed ] && kill -9 $PPID && exit 1
printf '#!/bin/sh\\n[ "$1" = --version ] && echo 12.0.0 && exit\\necho "pnpm $*" >> "$CALLS"\\n' > "$2/node_modules/.bin/pnpm"
chmod +x "$2/node_modules/.bin/pnpm"
`

describe.skipIf(process.platform === 'win32')('the bootstrap on a machine with only Node and npm', () => {
  let folder: string
  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'yui-bootstrap-'))
    for (const name of ['bin', 'scripts', 'node_modules', 'api', 'web', 'tests'])
      fs.mkdirSync(path.join(folder, name))
    for (const name of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json']) put(name, '{}')
    for (const workspace of ['api', 'web', 'tests']) put(`${workspace}/package.json`, '{}')
    fs.copyFileSync(
      path.join(projectRoot, 'scripts/bootstrap.mjs'),
      path.join(folder, 'scripts/bootstrap.mjs'),
    )
    put('scripts/task.ts', `console.log('ran', process.argv.slice(2).join()); process.exitCode = 3`)
    put('bin/npm', fakeNpm)
    fs.chmodSync(path.join(folder, 'bin/npm'), 0o755)
    fs.symlinkSync(process.execPath, path.join(folder, 'bin/node'))
    for (const tool of ['sh', 'mkdir', 'chmod']) {
      fs.symlinkSync(
        spawnSync('sh', ['-c', `command -v ${tool}`], { encoding: 'utf8' }).stdout.trim(),
        path.join(folder, 'bin', tool),
      )
    }
  })
  afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

  const put = (file: string, text: string) => fs.writeFileSync(path.join(folder, file), text)

  function bootstrap(fake = 'online') {
    const calls = path.join(folder, 'calls')
    fs.writeFileSync(calls, '')
    const result = spawnSync(process.execPath, ['scripts/bootstrap.mjs', 'task', 'a', 'b'], {
      cwd: folder,
      env: { PATH: path.join(folder, 'bin'), CALLS: calls, FAKE_NPM: fake },
      encoding: 'utf8',
    })
    const called = fs
      .readFileSync(calls, 'utf8')
      .split('\n')
      .map((line) => line.split(' ').slice(0, 2).join(' '))
    return { ...result, called: called.filter(Boolean) }
  }

  const tools = () => fs.readdirSync(path.join(folder, '.tools'))

  it('fetches what is missing, hands over, and passes the exit code on', () => {
    const first = bootstrap()
    expect(first).toMatchObject({ status: 3, called: ['npm install', 'pnpm install'] })
    expect(first.stdout).toContain('ran a,b')
    expect(tools()).toEqual(['pnpm-12.21.0'])
    expect(bootstrap()).toMatchObject({ status: 3, called: [] })
  })

  it.each(['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'web/package.json'])(
    'installs again when %s has changed',
    (file) => {
      bootstrap()
      put(file, '{ }')
      expect(bootstrap().called).toEqual(['pnpm install'])
    },
  )

  it('does not take a killed installation for a tool', () => {
    expect(bootstrap('killed').signal).toBe('SIGKILL')
    expect(tools()).toHaveLength(1)
    expect(bootstrap()).toMatchObject({ status: 3, called: ['npm install', 'pnpm install'] })
    expect(tools()).toEqual(['pnpm-12.21.0'])
  })

  it.each([
    { fake: 'offline', sentence: 'npm の配布元につながらないため pnpm 12.21.0 を取得できません' },
    { fake: 'full', sentence: 'ディスクの空きがありません' },
  ])('says in one sentence that it is $fake, and leaves nothing half', ({ fake, sentence }) => {
    const result = bootstrap(fake)
    expect(result.status).toBe(1)
    expect(refusalOf(result.stderr)).toContain(sentence)
    expect(tools()).toEqual([])
    expect(bootstrap().status).toBe(3)
  })
})
