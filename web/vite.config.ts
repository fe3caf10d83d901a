import tailwind from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { budget, inlineDocuments, precompress } from './vite-plugins.ts'

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
    precompress(),
  ],
  build: {
    target: 'baseline-widely-available',
    // Nothing becomes a data: URL, so that the content security policy can stay at 'self'.
    assetsInlineLimit: 0,
    // Every browser of the target knows it.
    modulePreload: { polyfill: false },
    // The entry lists every file a page may need: names that say nothing save a kibibyte of the first visit.
    rolldownOptions: { output: { chunkFileNames: 'assets/[hash:8].js' } },
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
