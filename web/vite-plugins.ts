import fs from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip, gzipSync } from 'node:zlib'
import type { Plugin, Rolldown } from 'vite'

interface Budget {
  /** Pages a visitor may open first, as the end of their module's path. */
  firstRoutes: string[]
  /** JavaScript a first route may load, gzip. */
  scriptKiB: number
  /** All styles together, gzip. */
  styleKiB: number
}

/** Fails the build when a first route loads more than it may, or when a web font slips in. */
export function budget({ firstRoutes, scriptKiB, styleKiB }: Budget): Plugin {
  return {
    name: 'yui:budget',
    apply: 'build',
    generateBundle(_options, bundle) {
      const files = Object.values(bundle)
      const chunks = new Map(
        files.filter((file) => file.type === 'chunk').map((chunk) => [chunk.fileName, chunk]),
      )
      const entry = [...chunks.values()].find((chunk) => chunk.isEntry)
      if (!entry) return this.error('The build has no entry.')

      const pages = firstRoutes.flatMap((route) =>
        [...chunks.values()].filter((chunk) => chunk.facadeModuleId?.endsWith(route)),
      )
      for (const first of [entry, ...pages]) {
        const loaded = withStaticImports([entry, first], chunks)
        const size = kib(loaded.map((chunk) => chunk.code))
        if (size > scriptKiB)
          this.error(`${first.name}: ${size.toFixed(1)} KiB of JavaScript (gzip), allowed ${scriptKiB}.`)
        this.info(`${first.name}: ${size.toFixed(1)} of ${scriptKiB} KiB of JavaScript (gzip)`)
      }

      const styles = kib(files.filter((file) => file.fileName.endsWith('.css')).map(textOf))
      if (styles > styleKiB) this.error(`Styles are ${styles.toFixed(1)} KiB (gzip), allowed ${styleKiB}.`)
      this.info(`styles: ${styles.toFixed(1)} of ${styleKiB} KiB (gzip)`)

      const font = files.find((file) => /\.(woff2?|ttf|otf)$/.test(file.fileName))
      if (font) this.error(`${font.fileName} is a web font; the portal uses the fonts of the device.`)
    },
  }
}

function withStaticImports(first: Rolldown.OutputChunk[], chunks: Map<string, Rolldown.OutputChunk>) {
  const seen = new Set<Rolldown.OutputChunk>()
  const visit = (chunk: Rolldown.OutputChunk | undefined) => {
    if (!chunk || seen.has(chunk)) return
    seen.add(chunk)
    for (const name of chunk.imports) visit(chunks.get(name))
  }
  first.forEach(visit)
  return [...seen]
}

const textOf = (file: Rolldown.OutputAsset | Rolldown.OutputChunk) =>
  file.type === 'chunk' ? file.code : file.source

const kib = (texts: (string | Uint8Array)[]) =>
  texts.reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0) / 1024

/** Writes `.br` and `.gz` beside every text file of the build; the server sends them as they lie there. */
export function precompress(): Plugin {
  const brotli = promisify(brotliCompress)
  const zip = promisify(gzip)
  let folder = ''
  return {
    name: 'yui:precompress',
    apply: 'build',
    configResolved(config) {
      folder = path.resolve(config.root, config.build.outDir)
    },
    async closeBundle() {
      const names = await fs.readdir(folder, { recursive: true })
      await Promise.all(
        names
          .filter((name) => /\.(js|css|html|svg|json|txt|webmanifest)$/.test(name))
          .map(async (name) => {
            const file = path.join(folder, name)
            const content = await fs.readFile(file)
            const quality = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY }
            await fs.writeFile(`${file}.br`, await brotli(content, { params: quality }))
            await fs.writeFile(`${file}.gz`, await zip(content, { level: 9 }))
          }),
      )
    },
  }
}
