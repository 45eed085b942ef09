import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { chromium } from 'playwright-core'
import type { BrowserContextOptions } from 'playwright-core'
import { storyFlags } from '../../../tools/browser.ts'

export type Asked = { path: string, body: unknown, header: IncomingMessage['headers'] }
export type Answer = { status: number, body: unknown }

const kinds: Record<string, string> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css' }

/** As the server sends it: without inline scripts, `eval` and foreign addresses; Taro writes its own `style` elements. */
const policy = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self'"

/** Serves the built H5 under /m/ and opens a phone on it. `answer` is the server behind it. */
export async function startH5(folder: string, { answer, ...screen }: { answer?: (asked: Asked) => Answer } & BrowserContextOptions = {}) {
  const server = createServer((request, response) => { void serve(folder, request, response, answer) }).listen(0, '127.0.0.1')
  await new Promise((go) => { server.once('listening', go) })
  const phone = await openPhone(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, screen)
  const close = async () => {
    await phone.close()
    server.close()
  }
  return { ...phone, close }
}

/**
 * A phone's screen in Chromium, in front of the server at `address`.
 * `faults` collects what went wrong unseen: script errors, console errors, requests to other addresses.
 */
export async function openPhone(address: string, screen: BrowserContextOptions = {}) {
  const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
  const browser = await chromium.launch({ executablePath, args: storyFlags })
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, locale: 'zh-CN', ...screen })
  // Beside other browsers on two cores a page may be slow; what never comes is found out all the same.
  context.setDefaultTimeout(90_000)
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => { if (message.type() === 'error') faults.push(message.text()) })
  page.on('request', (request) => { if (!/^(blob|data):/.test(request.url()) && !request.url().startsWith(address)) faults.push(request.url()) })
  return { page, context, faults, close: () => browser.close(), open: (hash = '') => page.goto(`${address}/m/${hash}`) }
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
