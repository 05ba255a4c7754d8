import { fileURLToPath, URL } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig, type Plugin } from 'vite'
import { precache } from './worker/precache.ts'

/** In development, as on the server: every path under /console/ is the console's page. */
const consolePages: Plugin = {
  name: 'console-pages',
  configureServer(server) {
    server.middlewares.use((request, _response, next) => {
      if (request.url?.startsWith('/console') && !request.url.includes('.'))
        request.url = '/console/'
      next()
    })
  },
}

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  plugins: [vue(), consolePages, precache(at('./worker/sw.js'))],
  resolve: { alias: { '@': at('./src') } },
  server: { proxy: { '/api': 'http://localhost:8080' } },
  build: {
    target: ['es2020', 'chrome87', 'safari14'],
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    rolldownOptions: { input: { phone: at('./index.html'), console: at('./console/index.html') } },
  },
})
