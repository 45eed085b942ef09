import { serverNow } from '../../kernel/clock.ts'
import { officeDay, wrongWith } from './entry-rules.ts'
import type { Entry } from './entry-rules.ts'

/** What a unit without an account is told, as it is written down here; the contract's lengths. */
export const forwardEntries = {
  name: { name: 'name', label: '外部单位', hint: '如：临河物业公司、供电所', most: 40 },
  phone: { name: 'phone', label: '联系电话', hint: '手机号会收到短信；没有手机号的，把链接复制给对方', most: 20, isOptional: true },
  request: { name: 'request', label: '要对方做的事', hint: '对方能看到事项、地点、情况和照片，看不到上报人', most: 500 },
  dueAt: { name: 'dueAt', label: '办理期限', kind: 'day', most: 10 },
} as const satisfies Record<string, Entry>

/** Why a link is taken back. */
export const withdrawEntry: Entry = { name: 'reason', label: '撤回的原因', most: 300 }

/** What was written, entry by entry. */
export type Told = Readonly<Record<string, string>>

/** Entry by entry what is wrong; nothing where all may be sent. */
export function wrongIn(entries: readonly Entry[], told: Told): Record<string, string> {
  const today = officeDay(serverNow())
  return Object.fromEntries(entries.flatMap((entry) => {
    const wrong = wrongWith(entry, (told[entry.name] ?? '').trim(), today)
    return wrong ? [[entry.name, wrong]] : []
  }))
}

/** Offices close at half past five. */
export const endOf = (day: string) => `${day}T17:30:00+08:00`
