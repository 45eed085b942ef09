import { mostUnits, type Input, type Output, type Values } from '@linli/contract'
import { mayIn, tenantOf } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { cut, goOnAfter } from '../../kernel/page.ts'
import { Problem, found } from '../../kernel/problem.ts'
import { householdsFound } from '../household/index.ts'
import { opened } from '../person/index.ts'
import { shown, takenUp } from '../record/index.ts'
import { thingsFound } from '../thing/index.ts'
import { catalogueFor } from './catalogue.ts'
import { cellOf, labelsOf, type Cell } from './cell-rules.ts'
import { faultsOfColumns, understand, type Catalogue, type Understood } from './condition-rules.ts'
import { gather, type Gathered } from './gather.ts'
import { isFound, kindOf, type SealKind, type Item } from './item-rules.ts'
import { countLines, isTogether, listHomes, listLines, sealedIn, type After, type Line, type Question } from './list-queries.ts'
import * as queries from './queries.ts'

export type Definition = NonNullable<Input<'ledger', 'rows'>['draft']>
export interface Asked { question: Question, catalogue: Catalogue }

/** A definition made into a question of the base. @throws Problem input.invalid naming each condition and column that cannot be meant. */
export async function askFor(ctx: Ctx, { base, logbook, conditions, columns }: Definition, { area, isWhole = false }: { area: string, isWhole?: boolean }): Promise<Asked> {
  refuseUnseen(ctx, base, area)
  if (base === 'entry' && logbook === null) throw new Problem('input.invalid', { detail: '请选择登记簿', fields: [{ path: 'logbook', message: '请选择登记簿' }] })
  const catalogue = await catalogueFor(ctx, area, base === 'entry' ? logbook : null)
  const { groups, faults } = understand(catalogue, base, conditions)
  const wrong = [...faults, ...faultsOfColumns(catalogue.items, base, columns)]
  if (wrong.length > 0) throw new Problem('input.invalid', { detail: wrong[0]!.message, fields: wrong })
  for (const test of groups.flat()) if (isFound(test.item)) test.ids = await foundBy(ctx, area, test)
  const items = columns.map(({ field }) => (field === null ? null : catalogue.items.find(({ name }) => name === field)!))
  return { catalogue, question: { base, kind: kindOf(base), book: catalogue.book, subdistrict: tenantOf(area), area, today: catalogue.today, groups, items, isWhole } }
}

/** As the search box of the list finds them. */
async function foundBy(ctx: Ctx, area: string, { item, strings: [text] }: Understood): Promise<string[]> {
  if (item.name === 'thing.found') return thingsFound(ctx, area, text!)
  const { households, units } = await householdsFound(ctx, area, text!)
  return [...households, ...units]
}

/** What is in a ledger is seen by whoever may see it where it stands. The server freezes by itself what people have set. */
export function refuseUnseen({ actor }: Ctx, base: string, area: string): void {
  const may = (permission: 'event.view' | 'account.view') => actor.id === null || mayIn(actor, permission, area)
  if (base === 'event' && !may('event.view')) throw new Problem('may.not', { detail: '您没有查看事件的权限，不能打开事件台账' })
  if (base === 'worker' && !may('account.view')) throw new Problem('may.not', { detail: '您没有查看人员账号的权限，不能打开社工信息台账' })
}

/** `revision` is the state of the record that its cells show. */
export interface Read { record: string, revision: number, key: [place: string, line: string], cells: Cell[] }

/** A page of lines with their cells as they are shown, masked unless the question says otherwise. */
export async function readLines(ctx: Ctx, { question, catalogue }: Asked, after: After, limit: number): Promise<Read[]> {
  const lines = await listLines(ctx, question, after, limit)
  const [gathered, unsealed] = [await gather(ctx, question, lines), unsealedOf(ctx)]
  const columns = question.items.map((item, at) => (item === null ? () => null : columnOf(ctx, { item, at, labels: labelsOf(catalogue.options(item)), gathered, unsealed, isWhole: question.isWhole })))
  return lines.map((line) => ({ record: line.record, revision: line.revision, key: [line.place, line.line], cells: columns.map((cell) => cell(line)) }))
}

interface Column { item: Item, at: number, labels: ReadonlyMap<string, string>, gathered: Gathered, unsealed: (line: Line, seal: SealKind) => Values, isWhole: boolean }

/** What lies sealed together in the records of a line; of a line with several such columns it is opened once. */
function unsealedOf(ctx: Ctx): Column['unsealed'] {
  let [of, values]: [Line | undefined, Partial<Record<SealKind, Values>>] = [undefined, {}]
  return (line, seal) => {
    if (of !== line) [of, values] = [line, {}]
    return values[seal] ??= takenUp(ctx, { facts: {}, sealed: sealedIn(line, seal) }, `${seal}.sealed`)
  }
}

function columnOf(ctx: Ctx, { item, at, labels, gathered, unsealed, isWhole }: Column): (line: Line) => Cell {
  if (item.isGathered) return (line) => cellOf(item, gathered(line, item), labels)
  const { seal } = item
  if (isTogether(seal)) {
    const valueOf = (line: Line) => unsealed(line, seal)[item.field!.name] ?? null
    return (line) => (isWhole ? cellOf(item, valueOf(line), labels) : masked(item, valueOf(line)))
  }
  if (isWhole && item.seal === 'number') return (line) => cellOf(item, opened(ctx, { number: line.number ?? null }).certificateNumber, labels)
  if (isWhole && item.seal === 'workerPhone') return (line) => cellOf(item, line.worker_phone ? ctx.crypto.decrypt(line.worker_phone, 'account.phone') : null, labels)
  if (isWhole && item.seal === 'phone') return (line) => cellOf(item, opened(ctx, { phone: line.phone ?? null }).phone, labels)
  return (line) => cellOf(item, line[`c${at}`], labels)
}

const masked = (item: Item, value: Parameters<typeof shown>[1][string]): Cell => {
  const type = item.type === 'area' ? 'text' as const : item.type
  return cellOf(item, shown([{ name: item.field!.name, label: item.label, part: item.part, type, isSensitive: true }], { [item.field!.name]: value })[item.field!.name], new Map())
}

export async function rows(ctx: Ctx, { id, draft, area = ctx.actor.area, after, limit }: Input<'ledger', 'rows'>): Promise<Output<'ledger', 'rows'>> {
  const definition = await definitionOf(ctx, { id, draft })
  const page = cut(await readLines(ctx, await askFor(ctx, definition, { area }), goOnAfter(after, 2), limit + 1), limit, ({ key }) => key)
  const kind = kindOf(definition.base)
  return { next: page.next, columns: definition.columns, rows: page.rows.map(({ record, cells }) => ({ id: record, kind, cells })) }
}

/** Counting stops here: no request grows with the table. */
export const mostCounted = 10_000

export async function count(ctx: Ctx, { id, draft, area = ctx.actor.area }: Input<'ledger', 'count'>): Promise<Output<'ledger', 'count'>> {
  const definition = await definitionOf(ctx, { id, draft })
  const lines = await countLines(ctx, (await askFor(ctx, definition, { area })).question, mostCounted + 1)
  const total = Math.min(lines, mostCounted)
  return { total, isMore: lines > mostCounted, typed: total * typedColumns(definition.columns) }
}

/** A chart is coloured by who of a list lives where. Who has moved away altogether lives nowhere. */
export async function homes(ctx: Ctx, { id, building }: Input<'ledger', 'homes'>): Promise<Output<'ledger', 'homes'>> {
  const definition = await definitionOf(ctx, { id })
  const why = { former: '是已迁出的人', event: '的事件不在哪一户', worker: '是工作人员' }[definition.base as string]
  if (why !== undefined) throw new Problem('input.invalid', { detail: `这个名单${why}，不能用来给户室图着色` })
  return { rows: await listHomes(ctx, (await askFor(ctx, definition, { area: building })).question, mostUnits) }
}

/** Columns that nothing of the base fills: whoever hands the ledger in types them for it alone. */
export const typedColumns = (columns: Definition['columns']): number => columns.filter(({ field }) => field === null).length

const definitionOf = async (ctx: Ctx, { id, draft }: { id?: string | undefined, draft?: Definition | undefined }): Promise<Definition> => draft ?? asDefinition(found(await queries.find(ctx, id!)))

export const asDefinition = ({ base, logbook = null, conditions, columns }: Pick<queries.LedgerRow, 'base' | 'conditions' | 'columns'> & { logbook?: string | null }): Definition => {
  // What stands in the table was checked when it was saved; defaults left out by hand-written rows are filled in.
  const filled = (conditions as unknown as { any: Partial<Definition['conditions'][number]['any'][number]>[] }[]).map(({ any }) => ({ any: any.map((test) => ({ value: null, isNot: false, ...test })) }))
  return { base: base as Definition['base'], logbook, conditions: filled as Definition['conditions'], columns: columns as unknown as Definition['columns'] }
}
