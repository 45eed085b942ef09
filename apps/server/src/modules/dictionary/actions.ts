import { refusedWord, type Input, type Output } from '@linli/contract'
import { currentCodes, dayOf, isValidCode } from '@linli/standards'
import { mayIn, officeOf, tenantOf } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { Problem, found } from '../../kernel/problem.ts'
import * as queries from './queries.ts'
import * as rules from './rules.ts'

type EntryView = Output<'dictionary', 'addEntry'>
type Row = Awaited<ReturnType<typeof queries.listEntries>>[number]

export async function tables(ctx: Ctx): Promise<Output<'dictionary', 'tables'>> {
  const today = dayOf(ctx.now)
  const byTable = Map.groupBy(await queries.listAll(ctx, rules.officesOf(ctx.actor)), ({ table }) => table)
  const count = (name: string) => currentCodes(byTable.get(name) ?? [], today).filter((row) => isValidCode(row, today)).length
  return { rows: rules.allTables().map(({ name, title, standard, note }) => ({ name, title, standard, isVerified: note === undefined, count: count(name) })) }
}

export async function entries(ctx: Ctx, { table, withRetired }: Input<'dictionary', 'entries'>): Promise<Output<'dictionary', 'entries'>> {
  const today = dayOf(ctx.now)
  const rows = await current(ctx, table)
  return { rows: rows.filter((row) => withRetired || isValidCode(row, today)).map((row) => view(ctx, row)) }
}

export async function addEntry(ctx: Ctx, { table, code, label, parent }: Input<'dictionary', 'addEntry'>): Promise<EntryView> {
  const office = officeOf(ctx.actor)
  refuseWord(table, label)
  const today = dayOf(ctx.now)
  const rows = await current(ctx, table)
  const inUse = rows.filter((row) => isValidCode(row, today))
  if (inUse.some((row) => row.code === code)) throw new Problem('conflict.exists', { detail: '这个代码已经在用' })
  if (rows.some((row) => row.code === code && row.is_word_on)) throw new Problem('conflict.exists', { detail: '这是国家标准的代码，已经停用；需要时恢复启用，不能改作别用' })
  if (parent !== null && !inUse.some((row) => row.code === parent)) throw new Problem('input.invalid', { detail: '没有这个上级代码', fields: [{ path: 'parent', message: '没有这个上级代码' }] })
  const row = { table, area: office.area, code, label, parent, sort: Math.max(0, ...rows.map(({ sort }) => sort)) + 1, valid_from: today }
  const added = await queries.insertEntry(ctx, row)
  ctx.record('code.added', subjectOf(row), { label })
  return view(ctx, added)
}

export async function changeEntry(ctx: Ctx, { table, code, label }: Input<'dictionary', 'changeEntry'>): Promise<EntryView> {
  refuseWord(table, label)
  const before = found((await current(ctx, table)).find((row) => row.code === code && !row.is_word_on))
  const changed = found(await queries.updateEntry(ctx, before, { label }))
  ctx.record('code.renamed', subjectOf(changed), { from: before.label, to: label })
  return view(ctx, changed)
}

/** From a day on a code is offered no more, or without a day it is again. A code of a standard is retired for the office alone; over `/` for everybody. */
export async function retireEntry(ctx: Ctx, { table, code, until }: Input<'dictionary', 'retireEntry'>): Promise<EntryView> {
  const before = found((await current(ctx, table)).find((row) => row.code === code))
  const isOthers = before.area === '/' && !mayIn(ctx.actor, 'dictionary.manage', '/')
  if (isOthers && until === null) throw new Problem('may.not', { detail: '这个代码由平台停用，本单位不能恢复' })
  const changed = isOthers ? await queries.insertEntry(ctx, { ...before, area: officeOf(ctx.actor).area, valid_until: until, is_word_on: true }) : found(await queries.updateEntry(ctx, before, { valid_until: until }))
  ctx.record(until === null ? 'code.resumed' : 'code.retired', subjectOf(changed), { label: before.label, until })
  return view(ctx, changed)
}

/** A code would mark people as a tag does. The tables of the restricted groups themselves have such words. */
function refuseWord(table: string, label: string): void {
  const refused = table.startsWith('special') ? undefined : refusedWord(label)
  if (refused !== undefined) throw new Problem('input.invalid', { detail: refused, fields: [{ path: 'label', message: refused }] })
}

async function current(ctx: Ctx, table: string): Promise<Row[]> {
  found(rules.tableNamed(table))
  return currentCodes(await queries.listEntries(ctx, table, rules.officesOf(ctx.actor)), dayOf(ctx.now))
}

const subjectOf = ({ table, area, code }: { table: string, area: string, code: string }) => ({ kind: 'code', id: `${table}/${code}`, subdistrict: tenantOf(area), area })

const view = (ctx: Ctx, row: Omit<Row, 'table' | 'sort'>): EntryView =>
  ({ code: row.code, label: row.label, parent: row.parent, from: row.valid_from, until: row.valid_until, isOwn: row.area !== '/' && !row.is_word_on, isRetired: !isValidCode(row, dayOf(ctx.now)) })
