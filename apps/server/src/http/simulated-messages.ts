import { maskPhone } from '@linli/standards'
import type { FastifyInstance } from 'fastify'
import type { SmsSent } from '../outside/sms-simulator.ts'
import type { Server } from '../server.ts'

const path = '/simulator/sms'

/** In a demonstration nobody's phone rings: the messages stand on this page instead. */
export async function showMessages(app: FastifyInstance, { config, simulators }: Server): Promise<void> {
  const messages = simulators.find((one) => one.messages)?.messages
  if (!config.isDemo || !messages) return
  app.get<{ Querystring: { still?: string } }>(path, async (request, reply) =>
    reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(page(messages(), request.query.still !== undefined)))
}

/** Refreshes itself without a script until it is asked to stand still (WCAG 2.2.1). */
const page = (messages: SmsSent[], isStill: boolean): string => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${isStill ? '' : '<meta http-equiv="refresh" content="5">\n'}<title>模拟短信 · 邻里</title>
<style>
body { margin: 0 auto; max-width: 60rem; padding: 1.5rem; font: 1.0625rem/1.6 system-ui, sans-serif; color: #1f2329; background: #fff }
table { width: 100%; border-collapse: collapse; margin-top: 1rem }
th, td { text-align: left; padding: .6rem .5rem; border-bottom: 1px solid #d0d3d9; vertical-align: top }
th:not(:last-child), td:not(:last-child) { white-space: nowrap }
a { color: #0b57d0 }
</style>
</head>
<body>
<main>
<h1>模拟短信</h1>
<p>这里是演示环境，短信不会真的发出。最近 100 条显示在下面，新的在上。</p>
<p><a href="${path}">立即刷新</a>　${isStill ? `<a href="${path}">恢复自动刷新</a>` : `<a href="${path}?still">停止自动刷新</a>（现在每 5 秒刷新一次）`}</p>
${messages.length === 0 ? '<p>还没有短信。</p>' : table(messages)}
</main>
</body>
</html>
`

const table = (messages: SmsSent[]): string => `<table>
<thead><tr><th scope="col">时间</th><th scope="col">手机号</th><th scope="col">内容</th></tr></thead>
<tbody>
${messages.map(({ at, phone, text }) => `<tr><td>${clock.format(new Date(at))}</td><td>${maskPhone(phone)}</td><td>${linked(plain(text))}</td></tr>`).join('\n')}
</tbody>
</table>`

const clock = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false })
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const linked = (html: string): string => html.replace(/https?:\/\/[\w.:/-]+/g, (address) => `<a href="${address}">${address}</a>`)
const plain = (text: string): string => text.replace(/[&<>"']/g, (char) => entities[char]!)
