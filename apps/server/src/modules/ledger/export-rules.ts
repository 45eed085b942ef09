import { printOf, recordMark, recordTitle, type ExportStatus } from '@linli/contract'
import type { Cell } from './cell-rules.ts'
import { isOfBase, type Item, type LineKind, type Options } from './item-rules.ts'
import type { Head } from './xlsx/workbook.ts'

/** Agreed to today, taken today: what is wanted later is asked for again. */
export const takeWithinMs = 24 * 3_600_000
/** Nobody agrees months later to what was wanted for today: what was not decided is asked for again. */
export const decideWithinMs = 3 * 24 * 3_600_000
/** Over a bad line it may be begun again so soon; after that it has been taken. */
export const againWithinMs = 10 * 60_000

export interface Standing { status: string, isWhole: boolean, expiresAt: Date | null, begunAt: Date | null, takenAt: Date | null }

export const statusAt = ({ status, expiresAt }: Pick<Standing, 'status' | 'expiresAt'>, now: Date): ExportStatus => ((status === 'agreed' || status === 'asked') && expiresAt !== null && expiresAt <= now ? 'expired' : status as ExportStatus)

/** Masked as often as wanted until it expires; with whole numbers once. */
export const mayTake = (one: Standing, now: Date): boolean =>
  statusAt(one, now) === 'agreed' || (one.status === 'taken' && one.takenAt === null && one.begunAt !== null && now.getTime() - one.begunAt.getTime() < againWithinMs)

/** Columns that show a number or a state of health whole where that is agreed to. */
export const sensitiveOf = (items: readonly (Item | null)[], labels: readonly string[]): string[] => items.flatMap((item, at) => (item?.isSensitive ? [labels[at]!] : []))

const widths: Partial<Record<Item['type'], number>> = { identityNumber: 21, certificateNumber: 21, phone: 14, day: 12, number: 9, yes: 9, longText: 30, code: 14, codes: 22 }
const addressWidth = 34

/** A cell is chosen from the words of its code; several in one cell cannot be. */
export function headOf(item: Item | null, label: string, options: Options): Head {
  const choices = item?.type === 'yes' ? ['是', '否'] : item?.type === 'code' && !item.isSensitive ? options.filter((one) => one.isRetired !== true).map((one) => one.label) : null
  const width = item && /address/i.test(item.name) ? addressWidth : item ? widths[item.type] ?? 16 : 14
  return { label, width: Math.max(width, label.length * 2 + 2), choices, isHidden: false }
}

/** What is only shown stands under a grey header, and above the lines it is said what that means: an edit that comes to nothing is known before it is made. */
export const shownOnlyWords = '灰色标题的列由系统得出或属于别的档案，改了不导入，传回时会逐格提示（新加的行里，住址和居住关系照填的登记）。'

/** For the way back into the base (only records of the base come back): of which record a line is, in which state it was shown, and which export it is of. */
export const recordHead = (id: string): Head => ({ label: `${recordTitle} ${id}`, width: 38, choices: null, isHidden: true })
export function withRecord(kind: LineKind, items: readonly (Item | null)[]): (one: { cells: readonly Cell[], record: string, revision: number, key: readonly [place: string, line: string] }) => Cell[] {
  if (!isOfBase(kind)) return ({ cells }) => [...cells, null]
  const printed = items.flatMap((item, at) => (changeable(item ?? undefined, kind) === undefined ? [at] : []))
  return ({ cells, record, revision, key: [, line] }) => [...cells, recordMark({ kind, id: record, revision, line, prints: printed.map((at) => printOf(String(cells[at] ?? ''))) })]
}

/** The field of the record that a column shows; what follows from others, and what is of another record, is not changed through it. */
export const changeable = (item: Item | undefined, kind: LineKind): string | undefined => (item?.field?.kind === kind ? item.field.name : undefined)

/** What is kept beside the fields of a record and may be changed in Excel all the same: its own tags, and how somebody lives. */
const besides: Readonly<Record<string, string>> = { 'residency.role': 'at.role', 'residency.since': 'at.since' }
const besideOf = (item: Item | undefined, kind: LineKind): string | undefined => (item?.name === `${kind}.tags` ? 'tags' : kind === 'person' ? besides[item?.name ?? ''] : undefined)
/** Columns by which a new row tells where it is, as files of the base name them. */
const places: Readonly<Record<string, string>> = {
  'place.address': 'at.address', 'place.community': 'at.community', 'place.grid': 'at.grid', 'place.building': 'at.building', 'place.entrance': 'at.entrance', 'place.floor': 'at.floor', 'place.room': 'at.room', 'thing.point': 'at.point', 'thing.owner': 'at.owner',
}
export const isShownOnly = (item: Item | undefined, kind: LineKind): boolean => isOfBase(kind) && changeable(item, kind) === undefined && besideOf(item, kind) === undefined

/** What a column of a file is that went out: a field of the record or what is kept beside it, where it is, or nothing that a file may change; and its place among those that carry a print. */
export function sentAs(columns: readonly { item: Item | undefined, label: string }[], kind: LineKind): { label: string, name: string | null, print: number | null }[] {
  let prints = 0
  return columns.map(({ item, label }) => {
    const own = changeable(item, kind)
    return { label, name: own ?? besideOf(item, kind) ?? places[item?.name ?? ''] ?? null, print: own === undefined ? prints++ : null }
  })
}
