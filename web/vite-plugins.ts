import { createHash } from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip, gzipSync } from 'node:zlib'
import { transformWithOxc, type Plugin, type Rolldown } from 'vite'

interface WithoutNetwork {
  /** Files whose lazily loaded pages must all open without a network, as the end of their path. */
  routes: string[]
  /** Further parts that are loaded lazily and needed then. */
  parts: string[]
}

interface Budget {
  /** Pages a visitor may open first, as the end of their module's path. */
  firstRoutes: string[]
  /** JavaScript a first route may load, gzip. */
  scriptKiB: number
  /** All styles of the entry and the first routes together, gzip. */
  styleKiB: number
}

/**
 * Puts each GraphQL document where it is used. Left alone, the generated `graphql()` looks it up in a table of all
 * documents of the portal, which every first page would have to load. Fragments are needed by types only.
 */
export function inlineDocuments(): Plugin {
  const generated = path.join(import.meta.dirname, 'src', 'generated', 'gql.ts')
  const calls = /\bgraphql\(\s*`([^`]*)`\s*,?\s*\)/g
  let lookUp: (text: string) => { definitions?: { kind: string }[] }
  return {
    name: 'yui:inline-documents',
    apply: 'build',
    enforce: 'pre',
    async buildStart() {
      const { graphql } = (await import(pathToFileURL(generated).href)) as { graphql: typeof lookUp }
      lookUp = graphql
    },
    transform(code, id) {
      if (!/\/web\/src\/.*\.tsx?$/.test(id) || id.startsWith(path.dirname(generated))) return null
      return code.replace(calls, (_call, text: string) => {
        const document = lookUp(text)
        if (!document.definitions) this.error(`${id} has a document that was not generated: ${text}`)
        const isFragment = document.definitions[0]?.kind === 'FragmentDefinition'
        return `(${isFragment ? '{}' : JSON.stringify(document)})`
      })
    },
  }
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
        const name = path.relative(import.meta.dirname, first.facadeModuleId ?? first.name)
        const size = kib(withStaticImports([entry, first], chunks).map((chunk) => chunk.code))
        const found = `${name}: ${size.toFixed(1)} of ${scriptKiB} KiB of JavaScript (gzip)`
        if (size > scriptKiB) this.error(found)
        this.info(found)
      }

      const loaded = withStaticImports([entry, ...pages], chunks).flatMap((chunk) => [
        ...(chunk.viteMetadata?.importedCss ?? []),
      ])
      const sheets = new Set(loaded)
      if (sheets.size === 0)
        return this.error('The first pages have no styles: their measure would be worth nothing.')
      const styles = kib(files.filter((file) => sheets.has(file.fileName)).map(textOf))
      const foundStyles = `styles of the first pages: ${styles.toFixed(1)} of ${styleKiB} KiB (gzip)`
      if (styles > styleKiB) this.error(foundStyles)
      this.info(foundStyles)

      const font = files.find((file) => /\.(woff2?|ttf|otf)$/.test(file.fileName))
      if (font) this.error(`${font.fileName} is a web font; the portal uses the fonts of the device.`)
    },
  }
}

/**
 * Builds the service worker with the list of files it fetches beforehand, and `mutations.json`: by which hash each
 * mutation goes in this version, for what was written with the one before and is still to be sent.
 */
export function withoutNetwork({ routes, parts }: WithoutNetwork): Plugin {
  const source = path.join(import.meta.dirname, 'src', 'service-worker.ts')
  const documents = path.join(import.meta.dirname, 'src', 'generated', 'persisted-documents.json')
  return {
    name: 'yui:without-network',
    apply: 'build',
    // After the page that starts everything was written: it says what the frame is.
    enforce: 'post',
    async generateBundle(_options, bundle) {
      const chunks = new Map(
        Object.values(bundle)
          .filter((file) => file.type === 'chunk')
          .map((chunk) => [chunk.fileName, chunk]),
      )
      const modules = [...this.getModuleIds()]
      const pagesOf = (route: string) => {
        const id = modules.find((module) => module.endsWith(route))
        const found = id && this.getModuleInfo(id)?.dynamicallyImportedIds
        return found?.length ? found : this.error(`${route} has no lazily loaded pages.`)
      }
      const pages = new Set(routes.flatMap(pagesOf))
      const html = bundle['index.html']
      const start = html ? String(textOf(html)) : this.error('The build has no index.html.')
      const needed = [...chunks.values()].filter(
        ({ fileName, facadeModuleId: id }) =>
          start.includes(`"/${fileName}"`) ||
          (id && (pages.has(id) || parts.some((part) => id.endsWith(part)))),
      )
      const missing = parts.find((part) => !needed.some(({ facadeModuleId: id }) => id?.endsWith(part)))
      if (missing) this.error(`${missing} is not loaded lazily, or does not exist.`)

      const all = withStaticImports(needed, chunks)
      const styles = [...start.matchAll(/"\/(assets\/[^"]+\.css)"/g)].map(([, name = '']) => name)
      const files = [...new Set([...all.map(({ fileName }) => fileName), ...styles])].toSorted()
      const shell = ['/', '/mark.svg', ...files.map((file) => `/${file}`)]
      const version = createHash('sha256').update(shell.join()).digest('hex').slice(0, 8)
      this.info(
        `${shell.length} files open without a network: ${kib(all.map(({ code }) => code)).toFixed(1)} KiB`,
      )

      const { code } = await transformWithOxc(await fs.readFile(source, 'utf8'), source)
      const constants = `const SHELL = ${JSON.stringify(shell)}, VERSION = '${version}'`
      this.emitFile({ type: 'asset', fileName: 'service-worker.js', source: `${constants}\n${code}` })

      const texts = JSON.parse(await fs.readFile(documents, 'utf8')) as Record<string, string>
      const mutations = Object.entries(texts).flatMap(([hash, text]) => {
        const name = /\bmutation (\w+)/.exec(text)?.[1]
        return name ? [[name, hash.replace(/^sha256:/, '')]] : []
      })
      this.emitFile({
        type: 'asset',
        fileName: 'mutations.json',
        source: JSON.stringify(Object.fromEntries(mutations)),
      })
    },
  }
}

/**
 * Puts everything that every first visit loads into one file: the bundler would cut it into two dozen, by which page
 * shares what, and each is compressed by itself.
 */
export function oneFrame(main: string): Rolldown.CodeSplittingNameFunction {
  const frames = new WeakMap<Rolldown.ChunkingContext, ReadonlySet<string>>()
  const frameOf = (context: Rolldown.ChunkingContext) => {
    const seen = new Set<string>()
    const visit = (id: string) => {
      if (seen.has(id)) return
      seen.add(id)
      context.getModuleInfo(id)?.importedIds.forEach(visit)
    }
    visit(main)
    frames.set(context, seen)
    return seen
  }
  return (id, context) => ((frames.get(context) ?? frameOf(context)).has(id) ? 'frame' : null)
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
