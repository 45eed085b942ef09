import { rightsKind, type Output } from '@linli/contract'
import { addWorking, lightAt, type Light, type WorkCalendar } from '@linli/standards'

/** 15 working days: what GB/T 35273-2020 8.5 and 8.7 leave for closing accounts, and half of what it leaves for the rest, as this platform promises. */
const limit = { amount: 15, unit: 'workingDay' } as const
/** The lamp turns yellow three working days before. */
const warning = { amount: 12, unit: 'workingDay' } as const
/** So many of one person may wait. */
export const mostOpen = 5

export const deadlines = (calendar: WorkCalendar, from: Date) => ({ due_at: addWorking(calendar, from, limit), warn_at: addWorking(calendar, from, warning) })

export const isOpen = (status: string): boolean => status === 'asked' || status === 'checked'

/** Only what waits has a lamp. */
export const lightOf = ({ status, due_at, warn_at }: { status: string, due_at: Date, warn_at: Date }, now: Date): Exclude<Light, 'severe'> | null => (isOpen(status) ? lightAt(now, due_at, warn_at) : null)

type Item = Output<'processing', 'list'>['rows'][number]

/** May a field be deleted because the person wishes so? What the office keeps by duty or law stays until its time has come (PIPL art. 47), and what is held stays until it is released. */
export function mayDelete(item: Item | undefined, isHeld: boolean): { mayDelete: boolean, why: string } {
  if (isHeld) return { mayDelete: false, why: '依法留存中，暂不能删除，解除留存后再办理' }
  if (!item) return { mayDelete: false, why: '没有在个人信息处理登记中登记，请联系系统管理员' }
  if (item.ground === 'consent') return { mayDelete: true, why: `本人自愿提供（${item.basis}）` }
  return { mayDelete: false, why: `依法保留：${item.basis}；${item.keepMonths === null ? '按档案保管期限保存' : `自${item.keepFrom}起 ${item.keepMonths} 个月后删除`}` }
}

export const fileNameOf = (kind: keyof typeof rightsKind, day: string): string => `个人信息副本-${rightsKind[kind]}-${day}.xlsx`
