import { legalGround, processingKind, type Field, type Output } from '@linli/contract'
import { ofField, type FieldKind, type Shipped } from './shipped-rules.ts'

type View = Output<'processing', 'list'>['rows'][number]

/** One version of an item, as an office wrote it. */
export interface Version {
  version: number, purpose: string, ground: string, basis: string, keep_months: number | null, keep_why: string, is_sensitive: boolean, viewers: string, shared_with: string,
  reason: string, changed_by_name: string, changed_at: Date
}

export interface OwnField { kind: FieldKind, name: string, label: string, purpose: string, is_sensitive: boolean }

/** A field that an office or a community added itself: with the purpose it gave, and to be kept no longer than what it keeps longest in ordinary parts. */
export const ofOwnField = ({ kind, name, label, purpose, is_sensitive: isSensitive }: OwnField): Shipped => ({
  ...ofField(kind, { name, label, isSensitive } satisfies Pick<Field, 'name' | 'label' | 'isSensitive'>), item: `${kind}.${name}`, part: '自定义', purpose, basis: '个人信息保护法第十三条第一款第（三）项（具体依据由本单位确定）', keepMonths: 12,
  columns: [`${kind}.${isSensitive ? 'sealed' : 'facts'}`],
})

export const viewOf = ({ item, kind, part, label, keepFrom, ...one }: Shipped, isOwn: boolean, changed?: Version): View => ({
  item, kind, part, label, keepFrom, isOwn,
  ...(changed
    ? {
        purpose: changed.purpose, ground: changed.ground as View['ground'], basis: changed.basis, keepMonths: changed.keep_months, keepWhy: changed.keep_why, isSensitive: changed.is_sensitive, viewers: changed.viewers,
        sharedWith: changed.shared_with, version: changed.version, reason: changed.reason, changedBy: changed.changed_by_name, changedAt: changed.changed_at.toISOString(),
      }
    : {
        purpose: one.purpose, ground: one.ground, basis: one.basis, keepMonths: one.keepMonths, keepWhy: one.keepWhy, isSensitive: one.isSensitive, viewers: one.viewers, sharedWith: one.sharedWith,
        version: 0, reason: null, changedBy: null, changedAt: null,
      }),
})

/** 36 → 3 年, 18 → 18 个月. */
export const keepWords = (months: number | null): string => (months === null ? '按档案保管期限' : months % 12 === 0 ? `${months / 12} 年` : `${months} 个月`)

export const head = ['类别', '部分', '项目', '处理目的', '合法性基础', '依据', '保存期限', '起算', '期限理由', '敏感个人信息', '谁能看到', '提供给谁', '版本', '修改人', '修改日期', '修改原因']

/** One line of the spreadsheet. */
export const lineOf = (row: View): (string | number | null)[] => [
  processingKind[row.kind], row.part, row.label, row.purpose, legalGround[row.ground], row.basis, keepWords(row.keepMonths), row.keepFrom, row.keepWhy, row.isSensitive ? '是' : '否', row.viewers, row.sharedWith,
  row.version === 0 ? '出厂' : row.version, row.changedBy, row.changedAt?.slice(0, 10) ?? null, row.reason,
]

/** Does a column of the database lie under this pattern: `person.number*`, `transfer.*`, `*_name`? */
export function covers(pattern: string, column: string): boolean {
  const [start, end] = pattern.split('*', 2) as [string, string | undefined]
  return end === undefined ? pattern === column : column.startsWith(start) && column.endsWith(end)
}
