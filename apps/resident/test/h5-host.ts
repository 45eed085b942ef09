import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { chromium } from 'playwright-core'
import type { BrowserContextOptions } from 'playwright-core'

export type Asked = { path: string, body: unknown, header: IncomingMessage['headers'] }
export type Answer = { status: number, body: unknown }

const kinds: Record<string, string> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css' }

/** Without inline scripts, `eval` and foreign addresses, as the server sends it; Taro writes its own `style` elements. */
const policy = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self' blob:"

/**
 * Serves the built H5 under /m/ and opens it in Chromium on a phone's screen. `answer` is the server behind it.
 * `faults` collects what went wrong unseen: script errors, console errors, requests to other addresses.
 */
export async function startH5(folder: string, { answer, ...screen }: { answer?: (asked: Asked) => Answer } & BrowserContextOptions = {}) {
  const server = createServer((request, response) => { void serve(folder, request, response, answer) }).listen(0, '127.0.0.1')
  await new Promise((go) => { server.once('listening', go) })
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  })
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, locale: 'zh-CN', ...screen })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => { if (message.type() === 'error') faults.push(message.text()) })
  page.on('request', (request) => { if (!/^(blob|data):/.test(request.url()) && !request.url().startsWith(address)) faults.push(request.url()) })
  const close = async () => {
    await browser.close()
    server.close()
  }
  return { page, faults, close, open: (hash = '') => page.goto(`${address}/m/${hash}`) }
}

async function serve(folder: string, request: IncomingMessage, response: ServerResponse, answer?: (asked: Asked) => Answer) {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost')
  if (pathname.startsWith('/api/')) {
    const { status, body } = answer?.({ path: pathname, body: await bodyOf(request), header: request.headers }) ?? { status: 404, body: {} }
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    return
  }
  const file = pathname === '/m/' ? 'index.html' : normalize(pathname.replace(/^\/m\//, ''))
  const content = await readFile(join(folder, file)).catch(() => null)
  response.writeHead(content ? 200 : 404, { 'content-type': kinds[extname(file)] ?? 'application/octet-stream', 'content-security-policy': policy }).end(content)
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  const text = Buffer.concat(parts).toString('utf8')
  return request.headers['content-type']?.includes('json') ? JSON.parse(text) : text
}
