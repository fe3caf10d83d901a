import { defineConfig } from '@playwright/test'
import { findChromium } from './scripts/testing/chromium.ts'

export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/support/portal-setup.ts',
  outputDir: 'test-results/browser',
  forbidOnly: Boolean(process.env.CI),
  // The database, two API processes and the browser already share the machine.
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    baseURL: process.env.YUI_E2E_URL,
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    // Fetching files beforehand in every test would only cost time; offline.spec.ts lets it.
    serviceWorkers: 'block',
    viewport: { width: 1280, height: 900 },
    screenshot: 'only-on-failure',
    trace: process.env.YUI_SCREENS ? 'retain-on-failure' : 'off',
    launchOptions: {
      executablePath: findChromium(),
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), // Chromium has no sandbox for root
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-dev-shm-usage',
        '--disable-quic',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
})
