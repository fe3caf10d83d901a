import type { CodegenConfig } from '@graphql-codegen/cli'
import { addTypenameSelectionDocumentTransform } from '@graphql-codegen/client-preset'

// The portal's types and its stored operations, from the printed schema and the documents in web/src.
const config: CodegenConfig = {
  schema: 'schema/schema.graphql',
  documents: ['web/src/**/*.{ts,tsx}', '!web/src/generated/**'],
  ignoreNoDocuments: true,
  generates: {
    'web/src/generated/': {
      preset: 'client',
      // The cache of the portal needs the type of every object; the stored text must be the one it would ask for.
      documentTransforms: [addTypenameSelectionDocumentTransform],
      presetConfig: {
        fragmentMasking: { unmaskFunctionName: 'readFragment' },
        persistedDocuments: { mode: 'embedHashInDocument', hashAlgorithm: 'sha256' },
      },
      config: {
        useTypeImports: true,
        enumsAsConst: true,
        nonOptionalTypename: true,
        importExtension: '.ts',
        strictScalars: true,
        scalars: { DateTime: 'string', Date: 'string', JSON: 'unknown', BigInt: 'string' },
      },
    },
  },
}

export default config
