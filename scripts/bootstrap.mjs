// The way in: `npm start`, `npm test` and the other scripts of package.json all begin here.
// Runs on any Node from 20.19 with nothing installed; brings the pinned Node, pnpm and packages, then hands over.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

const NODE = '24.21.0'
const OLDEST_NODE_OF_SAME_MAJOR = 12
const PNPM = '12.21.0'

const root = path.resolve(import.meta.dirname, '..')
const windows = process.platform === 'win32'
const began = Date.now()
const env = cleanEnvironment()

/** @param {string} message */
function progress(message) {
  console.log(`[${((Date.now() - began) / 1000).toFixed(1).padStart(5)}s] ${message}`)
}

/** @param {string} japanese @param {string} english @returns {never} */
function refuse(japanese, english) {
  console.error(`✗ ${japanese}（${english}）`)
  process.exit(1)
}

/** What npm tells its scripts would steer the npm and pnpm we start; where the registry is stays known. */
function cleanEnvironment() {
  const kept = /registry|cache|store|cafile|proxy|auth/i
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name) || kept.test(name)),
  )
}

/** Runs an installer quietly; tells in one sentence why when it fails. @param {string} what @param {string[]} command */
function install(what, command) {
  progress(`${what} を取得しています`)
  const [program = '', ...args] = command
  const result = spawnSync(program, args, {
    cwd: root,
    env: { ...env, CI: 'true' },
    encoding: 'utf8',
    shell: windows,
  })
  if (result.status === 0) return
  const output = `${result.error?.message ?? ''}\n${result.stdout}\n${result.stderr}`
  if (/ENOSPC|no space left|os error 28/i.test(output)) {
    refuse('ディスクの空きがありません。空きを作ってからもう一度お試しください', 'no space left on the disk')
  }
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|network|registry|fetch/i.test(output)) {
    console.error(output.trim().split('\n').slice(-5).join('\n'))
    refuse(
      `npm の配布元につながらないため ${what} を取得できません。ネットワークを確かめてもう一度お試しください`,
      'cannot reach the npm registry',
    )
  }
  console.error(output.trim())
  refuse(`${what} を取得できませんでした`, `installing ${what} failed`)
}

/**
 * Installs one tool into its own folder under .tools and puts it first on PATH.
 * The folder appears by a rename when it is whole, so a killed installation never looks like a tool.
 * @param {string} name @param {string} packageName @param {string} version
 */
function bringTool(name, packageName, version) {
  const folder = path.join(root, '.tools', `${name}-${version}`)
  const programs = path.join(folder, 'node_modules', '.bin')
  if (!fs.existsSync(programs)) {
    const aside = `${folder}.${process.pid}`
    fs.mkdirSync(aside, { recursive: true })
    process.on('exit', () => fs.rmSync(aside, { recursive: true, force: true }))
    removeLeftovers(path.dirname(folder))
    const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm']
    const quiet = [
      '--no-save',
      '--no-package-lock',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
    ]
    const impatient = ['--fetch-retries=1', '--fetch-retry-mintimeout=1000']
    install(`${name} ${version}`, [
      ...npm,
      'install',
      '--prefix',
      aside,
      ...quiet,
      ...impatient,
      `${packageName}@${version}`,
    ])
    fs.rmSync(folder, { recursive: true, force: true })
    fs.renameSync(aside, folder)
  }
  const pathName = Object.keys(env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH'
  env[pathName] = programs + path.delimiter + env[pathName]
}

/** Removes what killed installations left behind; their folder's name ends in their process. @param {string} tools */
function removeLeftovers(tools) {
  for (const name of fs.readdirSync(tools)) {
    const pid = Number(/\.(\d+)$/.exec(name.replace(/^[a-z]+-\d+\.\d+\.\d+/, ''))?.[1])
    if (pid && !isRunning(pid)) fs.rmSync(path.join(tools, name), { recursive: true, force: true })
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

function bringTools() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  const fits = major === Number(NODE.split('.')[0]) && minor >= OLDEST_NODE_OF_SAME_MAJOR
  if (!fits) bringTool('node', `node-${windows ? 'win' : process.platform}-${process.arch}`, NODE)

  const found = spawnSync('pnpm', ['--version'], {
    env: { ...env, COREPACK_ENABLE_NETWORK: '0' },
    encoding: 'utf8',
    shell: windows,
  })
  if (found.status !== 0 || found.stdout.trim().split('.')[0] !== PNPM.split('.')[0])
    bringTool('pnpm', 'pnpm', PNPM)
}

function bringPackages() {
  const workspaces = ['.', 'api', 'web', 'tests']
  const hash = createHash('sha256').update(`${process.platform}-${process.arch}`)
  for (const file of [
    'pnpm-lock.yaml',
    'pnpm-workspace.yaml',
    ...workspaces.map((w) => `${w}/package.json`),
  ]) {
    hash.update(fs.readFileSync(path.join(root, file)))
  }
  const wanted = hash.digest('hex')
  const stamp = path.join(root, 'node_modules', '.yui-installed')
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted) return
  fs.rmSync(stamp, { force: true })
  install('依存パッケージ', [
    'pnpm',
    'install',
    '--frozen-lockfile',
    '--prefer-offline',
    '--reporter=append-only',
  ])
  fs.writeFileSync(stamp, wanted)
}

/** Hands over to the task; a channel between the two lets the task end itself when we are killed. */
function runTask() {
  const [task, ...args] = process.argv.slice(2)
  const child = spawn('node', [path.join(root, 'scripts', `${task}.ts`), ...args], {
    cwd: root,
    env: {
      ...env,
      YUI_BEGAN: String(began),
      PRISMA_SCHEMA_ENGINE_BINARY: path.join(root, 'scripts', 'schema-engine.mjs'),
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
    },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal))
  }
  child.on('exit', (code) => process.exit(code ?? 1))
}

bringTools()
bringPackages()
runTask()
