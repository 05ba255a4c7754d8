import { defineConfig } from '@playwright/test'

const port = 4173

/** A running Silian with its demo: the journeys need it, the pages are looked at against the mock. */
const base = process.env.BASE_URL ?? process.env.SILIAN_URL

export default defineConfig({
  testDir: 'e2e',
  timeout: 30_000,
  workers: 1,
  reporter: 'list',
  outputDir: 'test-results',
  use: {
    baseURL: base ?? `http://127.0.0.1:${port}`,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu'],
    },
  },
  webServer: base
    ? undefined
    : { command: 'node e2e/serve.mjs', port, reuseExistingServer: false, env: { PORT: `${port}` } },
  projects: [
    {
      name: 'console',
      testMatch: 'console.spec.ts',
      // Answers are made up by the tests: a worker would ask past them.
      use: { viewport: { width: 1366, height: 768 }, serviceWorkers: 'block' },
    },
    {
      name: 'phone',
      testMatch: 'phone.spec.ts',
      use: {
        viewport: { width: 390, height: 844 },
        hasTouch: true,
        isMobile: true,
        serviceWorkers: 'block',
      },
    },
    {
      name: 'journeys',
      testMatch: 'journeys/*.spec.ts',
      timeout: 120_000,
    },
  ],
})
