import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

// Documents on paper are set by Typst, in this process, from a template of ours and data as JSON: what somebody wrote can
// never become typesetting. Fonts come with the packages; nothing is fetched.

const FONTS = [
  '@expo-google-fonts/biz-udpgothic/400Regular/BIZUDPGothic_400Regular.ttf',
  '@expo-google-fonts/biz-udpgothic/700Bold/BIZUDPGothic_700Bold.ttf',
  '@expo-google-fonts/noto-serif-jp/400Regular/NotoSerifJP_400Regular.ttf',
  '@expo-google-fonts/noto-serif-jp/700Bold/NotoSerifJP_700Bold.ttf',
]

let made: NodeCompiler | undefined

/** Made at the first document: reading fonts takes a moment that most processes never need. */
function compiler(): NodeCompiler {
  made ??= NodeCompiler.create({
    workspace: import.meta.dirname,
    fontArgs: [{ fontBlobs: FONTS.map((font) => fs.readFileSync(fileURLToPath(import.meta.resolve(font)))) }],
  })
  return made
}

/** Sets a document: the same data give the same bytes. */
export function typeset(template: 'minutes.typ', data: object): Buffer {
  const typst = compiler()
  const compiled = typst.compile({
    mainFilePath: path.join(import.meta.dirname, template),
    inputs: { data: JSON.stringify(data) },
  })
  const document = compiled.result
  if (!document) {
    const error = compiled.takeError()
    throw new Error(`${template} cannot be set: ${JSON.stringify(error?.shortDiagnostics)}`)
  }
  const pdf = typst.pdf(document, { pdfStandard: 'ua-1' })
  // What was remembered of documents long past goes; fonts and template stay.
  typst.evictCache(10)
  return pdf
}
