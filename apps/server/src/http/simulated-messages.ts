import { maskPhone } from '@linli/standards'
import type { FastifyInstance } from 'fastify'
import type { Server } from '../server.ts'
import { momentOf, plain, simulatorPage } from './simulator-page.ts'

const [sms, llm] = ['/simulator/sms', '/simulator/llm']

/** In a demonstration nobody's phone rings and no model thinks: what was sent to them stands on these pages instead. */
export async function showMessages(app: FastifyInstance, { config, simulators }: Server): Promise<void> {
  if (!config.isDemo) return
  const [messages, said] = [simulators.find((one) => one.messages)?.messages, simulators.find((one) => one.said)?.said]
  const show = (path: string, pageOf: (isStill: boolean) => string) => app.get<{ Querystring: { still?: string } }>(path, async (request, reply) =>
    reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(pageOf(request.query.still !== undefined)))
  if (messages) {
    show(sms, (isStill) => simulatorPage({
      path: sms, title: '模拟短信', hint: '这里是演示环境，短信不会真的发出。最近 100 条显示在下面，新的在上。', nothing: '还没有短信。', isStill,
      columns: ['时间', '手机号', '内容'], rows: messages().map(({ at, phone, text }) => [momentOf(at), maskPhone(phone), linked(plain(text))]),
    }))
  }
  if (said) {
    show(llm, (isStill) => simulatorPage({
      path: llm, title: '模拟大模型', hint: '这里是演示环境，没有接真的大模型：问题原样退回，答案照抄第一条知识。个人信息在送出以前已经去掉。最近 100 次显示在下面，新的在上。', nothing: '还没有问过。在居民端问一个答不上的问题就会问到。', isStill,
      columns: ['时间', '要求', '问的', '答的'], rows: said().map(({ at, system, asked, said: answer }) => [momentOf(at), `<details><summary>看全文</summary><pre>${plain(system)}</pre></details>`, shown(asked), shown(answer)]),
    }))
  }
}

const shown = (text: string): string => `<pre>${plain(text)}</pre>`
const linked = (html: string): string => html.replace(/https?:\/\/[\w.:/-]+/g, (address) => `<a href="${address}">${address}</a>`)
