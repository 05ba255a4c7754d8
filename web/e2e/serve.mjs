// Serves dist/ the way the server does: two entries, history routing, the strict policy.
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
}
const policy =
  "default-src 'self'; style-src 'self'; script-src 'self'; img-src 'self' data: blob:; " +
  "object-src 'none'; base-uri 'none'; frame-ancestors 'none'"
const dist = join(import.meta.dirname, '../dist')

async function pick(path) {
  const file = join(dist, normalize(path))
  if (extname(file)) return [file, await readFile(file)]
  const page = join(dist, path.startsWith('/console') ? 'console/index.html' : 'index.html')
  return [page, await readFile(page)]
}

createServer(async (request, response) => {
  try {
    const [file, body] = await pick(new URL(request.url, 'http://localhost').pathname)
    response.writeHead(200, {
      'Content-Type': types[extname(file)] ?? 'application/octet-stream',
      'Content-Security-Policy': policy,
    })
    response.end(body)
  } catch {
    response.writeHead(404).end()
  }
}).listen(Number(process.env.PORT ?? 4173), '127.0.0.1')
