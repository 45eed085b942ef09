import type { Input, Output } from '@linli/contract'
import { addMonths, dayOf } from '@linli/standards'
import { mayIn, tenantOf } from '../../kernel/actor.ts'
import type { Ctx, Subject } from '../../kernel/ctx.ts'
import type { Happened, JobDefinition, JobTools } from '../../kernel/module.ts'
import { Problem, found } from '../../kernel/problem.ts'
import { areaNamed } from '../organisation/index.ts'
import { askFor, asDefinition, readLines, refuseUnseen, type Asked, type Read } from './ask.ts'
import { monthView } from './month.ts'
import * as months from './month-queries.ts'
import type { MonthRow } from './month-queries.ts'
import * as rules from './month-rules.ts'
import * as queries from './queries.ts'

const subjectOf = ({ id, subdistrict, area }: MonthRow): Subject => ({ kind: 'ledger', id, subdistrict, area, may: 'base.view' })

export async function freeze(ctx: Ctx, { id, area: asked, month }: Input<'ledger', 'freeze'>): Promise<Output<'ledger', 'freeze'>> {
  const ledger = found(await queries.find(ctx, id))
  const area = asked === undefined ? ctx.actor.area : (await areaNamed(ctx, asked)).path
  if (!mayIn(ctx.actor, 'ledger.keep', area)) throw new Problem('not-found')
  if (ledger.owner !== null) throw new Problem('input.invalid', { detail: '自己的名单不能固化，请先保存为社区或街道的台账' })
  refuseUnseen(ctx, ledger.base, area)
  const first = rules.firstOf(month)
  if (!rules.openMonths(dayOf(ctx.now)).includes(first)) throw new Problem('input.invalid', { detail: '只能固化本月，或上月（每月 10 日前）', fields: [{ path: 'month', message: '只能固化本月，或上月（每月 10 日前）' }] })
  if (await months.findFrozen(ctx, { ledger: id, area, month: first })) throw new Problem('conflict.exists', { detail: '这个月已经固化，不再更改' })
  return monthView(ctx, await ask(ctx, ledger, area, first))
}

async function ask(ctx: Ctx, ledger: queries.LedgerRow, area: string, month: string): Promise<MonthRow> {
  const { base, columns } = asDefinition(ledger)
  const row = await months.insertMonth(ctx, { subdistrict: tenantOf(area), id: ctx.newId(), area, ledger: ledger.id, month, name: ledger.name, title: ledger.title, signature: ledger.signature, base, columns: JSON.stringify(columns), lines: 0, status: 'asked', asked_by_name: ctx.actor.name })
  ctx.record('ledger.freeze-asked', subjectOf(row), { name: row.name, month })
  return row
}

/** Reads and keeps all lines in one transaction: a month is frozen whole or not at all. */
export const keepLines = async ({ write }: JobTools, { subject, area }: Happened): Promise<void> => void await write(area, async (ctx) => {
  const row = await months.lockMonth(ctx, subject)
  const ledger = row && await queries.find(ctx, row.ledger)
  if (!row || !ledger || row.status === 'frozen') return
  const definition = { ...asDefinition(ledger), columns: row.columns as unknown as Input<'ledger', 'save'>['columns'] }
  const [masked, whole] = [await askFor(ctx, definition, { area: row.area }), await askFor(ctx, definition, { area: row.area, isWhole: true })]
  let lines = 0
  let after: [string, string] | undefined
  do {
    const page = await readLines(ctx, masked, after, atATime)
    const clear = new Map((await readLines(ctx, whole, after, atATime)).map((line) => [line.key[1], line]))
    await months.insertLines(ctx, page.map((line, at) => ({ subdistrict: row.subdistrict, month: row.id, area: row.area, no: lines + at + 1, key: row.base === 'person' ? line.record : line.key[1], ...marked(ctx, masked, line, clear.get(line.key[1]) ?? line) })))
    lines += page.length
    after = page.length === atATime ? page.at(-1)!.key : undefined
  } while (after)
  const frozen = await months.updateMonth(ctx, row, { status: 'frozen', lines, frozen_at: ctx.now })
  ctx.record('ledger.frozen', subjectOf(frozen), { name: row.name, month: row.month, lines })
})

const atATime = 1000

/** What is kept of a line: cells as they are shown, of each sensitive one a mark that is another where the number is, and a digest of the whole. */
function marked(ctx: Ctx, { question }: Asked, { cells }: Read, { cells: clear }: Read) {
  const markOf = (cell: unknown) => ctx.crypto.index(JSON.stringify(cell), 'ledger.cell').subarray(0, 12).toString('base64')
  const marks = question.items.map((item, at) => (item?.isSensitive && clear[at] !== null ? markOf(clear[at]) : null))
  return { cells, marks, digest: ctx.crypto.index(JSON.stringify([cells, marks]), 'ledger.line').toString('hex') }
}

/** On the first of the month, what offices keep to be frozen by itself; what was frozen by hand stays as it is. */
export const freezeLastMonth: JobDefinition = {
  title: '固化上月台账', every: '40 0 1 * *',
  async run({ now, read, write }) {
    const month = addMonths(rules.firstOf(dayOf(now)), -1)
    for (const ledger of await read('/', (ctx) => months.listMonthly(ctx))) await write(ledger.area, async (ctx) => (await months.findFrozen(ctx, { ledger: ledger.id, area: ledger.area, month })) ?? ask(ctx, ledger, ledger.area, month))
  },
}
