import { defineConfig } from '@playwright/test'

const port = 4173

/** Against the mock until BASE_URL names a running Silian. */
export default defineConfig({
  testDir: 'e2e',
  timeout: 30_000,
  workers: 1,
  reporter: 'list',
  outputDir: 'test-results',
  use: {
    baseURL: process.env.BASE_URL ?? `http://127.0.0.1:${port}`,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu'],
    },
  },
  webServer: process.env.BASE_URL
    ? undefined
    : { command: 'node e2e/serve.mjs', port, reuseExistingServer: false, env: { PORT: `${port}` } },
  projects: [
    {
      name: 'console',
      testMatch: /console.*\.spec\.ts/,
      use: { viewport: { width: 1366, height: 768 } },
    },
    {
      name: 'phone',
      testMatch: /phone.*\.spec\.ts/,
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    },
  ],
})
