/** What somebody wrote to the number of the office. `id` is the same where the gateway pushes it again. */
export interface TextUp { phone: string, text: string, id: string }

/** As the gateway wants to be answered. */
export const received = { code: 0, msg: '接收成功' }

/** Answered to by the gateway itself, which sends no more to that number: an answer would be a message they asked not to get. */
const isUnsubscribing = (text: string): boolean => /^\s*(?:td|t|r|n|退订|拒收)\s*$/i.test(text)

/**
 * Aliyun 短信服务, HTTP 批量推送 SmsUp (https://help.aliyun.com/document_detail/414223.htm): an array of messages, pushed again for some hours where the answer is not 200.
 * Messages of no phone here, and empty ones, are left out. Nothing where it is no such push.
 */
export function textsOf(body: string): TextUp[] | undefined {
  const rows = parsed(body)
  return Array.isArray(rows) ? rows.flatMap((row: unknown) => textOf(row) ?? []) : undefined
}

function textOf(row: unknown): TextUp | undefined {
  if (typeof row !== 'object' || row === null) return undefined
  const { phone_number: number, content, send_time: at, sequence_id: sequence } = row as Record<string, unknown>
  const phone = /^(?:\+?(?:00)?86)?(1[3-9]\d{9})$/.exec(typeof number === 'string' || typeof number === 'number' ? String(number) : '')?.[1]
  if (!phone || typeof content !== 'string' || content.trim() === '' || isUnsubscribing(content)) return undefined
  return { phone, text: content.trim(), id: JSON.stringify([phone, sequence ?? content, at ?? null]) }
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}
