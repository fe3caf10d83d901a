import fs from 'node:fs'
import path from 'node:path'
import { runOrRefuse } from '../../scripts/commands.ts'
import { fingerprint } from '../../scripts/generate.ts'

const rivals = path.join(import.meta.dirname, 'rivals')
const inRivals = (...parts: string[]) => path.join('tests', 'bench', 'rivals', ...parts)

/** Installs the rivals and generates the Prisma client of one of them, each only when it is not up to date. */
export async function prepareRivals(): Promise<void> {
  const packages = ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml'].map((file) => inRivals(file))
  await whenChanged(path.join(rivals, 'node_modules', '.installed'), packages, async () => {
    await runOrRefuse('比較相手のインストール', ['pnpm', 'install', '--frozen-lockfile'], { cwd: rivals })
  })
  const models = ['prisma/models', inRivals('pothos', 'schema.prisma'), ...packages]
  await whenChanged(path.join(rivals, 'generated', '.made'), models, async () => {
    const schema = path.join(rivals, 'generated', 'schema')
    fs.rmSync(path.dirname(schema), { recursive: true, force: true })
    fs.cpSync('prisma/models', schema, { recursive: true })
    fs.cpSync(path.join(rivals, 'pothos', 'schema.prisma'), path.join(schema, 'schema.prisma'))
    await runOrRefuse(
      '比較相手の Prisma の生成',
      ['pnpm', 'exec', 'prisma', 'generate', '--schema', schema],
      { cwd: rivals },
    )
  })
}

async function whenChanged(stamp: string, inputs: string[], work: () => Promise<void>): Promise<void> {
  const wanted = fingerprint(inputs)
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted) return
  await work()
  fs.writeFileSync(stamp, wanted)
}
