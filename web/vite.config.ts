import path from 'node:path'
import tailwind from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { budget, inlineDocuments, oneFrame, precompress, withoutNetwork } from './vite-plugins.ts'

const api = process.env.YUI_API_URL ?? 'http://127.0.0.1:4000'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    inlineDocuments(),
    react(),
    tailwind(),
    budget({
      // First visits: the home page, the log-in page, and what a search engine or a colleague's link opens.
      firstRoutes: ['routes/home/page.tsx', 'routes/login/page.tsx', 'routes/registry/page.tsx'],
      scriptKiB: 150,
      styleKiB: 12,
    }),
    withoutNetwork({
      routes: ['app/disaster-routes.tsx'],
      parts: [
        'routes/home/page.tsx',
        'routes/facility/page.tsx',
        'app/shell/late.ts',
        'lib/offline/outbox.ts',
        'lib/offline/kept.ts',
        'locales/ja/rules.ts',
      ],
    }),
    precompress(),
  ],
  build: {
    target: 'baseline-widely-available',
    // Nothing becomes a data: URL, so that the content security policy can stay at 'self'.
    assetsInlineLimit: 0,
    modulePreload: {
      // Every browser of the target knows it.
      polyfill: false,
      // Beside each import of a page the entry would list every file the page needs: 5 KiB that grow with each page.
      // A page's own imports name them as well, one step later, and the service worker has fetched most beforehand.
      resolveDependencies: (_file, files, { hostType }) => (hostType === 'html' ? files : []),
    },
    // The entry lists every file a page may need: names that say nothing save a kibibyte of the first visit.
    rolldownOptions: {
      output: {
        chunkFileNames: 'assets/[hash:8].js',
        codeSplitting: {
          groups: [{ name: oneFrame(path.join(import.meta.dirname, 'src', 'app', 'main.tsx')) }],
        },
      },
    },
  },
  server: {
    proxy: {
      '/graphql': { target: api, ws: true },
      '/api': { target: api },
      '/directory': { target: api },
      '/sitemap.xml': { target: api },
      '/robots.txt': { target: api },
    },
  },
})
