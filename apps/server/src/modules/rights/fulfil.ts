import type { Input, Output } from '@linli/contract'
import { writeXlsx } from '@linli/sheet'
import { dayOf } from '@linli/standards'
import type { Ctx, Held } from '../../kernel/ctx.ts'
import { Problem, found } from '../../kernel/problem.ts'
import { changeFor, fieldsOf, forget } from '../person/index.ts'
import { registerOf } from '../processing/index.ts'
import { heldItems } from '../retention/index.ts'
import * as queries from './queries.ts'
import type { RequestRow } from './queries.ts'
import * as rules from './rules.ts'
import { subjectOf, view } from './view.ts'

type View = Output<'rights', 'take'>
type Outcome = View['outcome'][number]

export async function held(ctx: Ctx, { id }: Input<'rights', 'held'>): Promise<Output<'rights', 'held'>> {
  const row = checked(found(await queries.find(ctx, id)))
  return { sections: (await gather(ctx, row)).map(({ title, lines }) => ({ title, lines })), fields: await deletable(ctx, row) }
}

/** Everything that is held, as a table to hand over (PIPL art. 45). */
export async function copy(ctx: Ctx, { id }: Input<'rights', 'copy'>): Promise<Output<'rights', 'copy'>> {
  const row = checked(found(await queries.find(ctx, id)))
  const lines = (await gather(ctx, row)).flatMap(({ title, lines: own }) => own.map(({ label, value }) => [title, label, value]))
  const cells = new Map(['类别', '项目', '内容'].map((_, column) => [`0,${column}`, { style: { font: { bold: true } } }]))
  const xlsx = await writeXlsx({ sheets: [{ name: '个人信息副本', rows: [['类别', '项目', '内容'], ...lines], columns: [{ width: 20 }, { width: 24 }, { width: 60 }], cells, freezePane: { rows: 1 } }] })
  ctx.record('rights.copied', subjectOf(row), { lines: lines.length })
  return { fileName: rules.fileNameOf('see', dayOf(ctx.now)), xlsx: Buffer.from(xlsx).toString('base64') }
}

/** What the person says of themself stands, with them as its source. */
export async function correct(ctx: Ctx, { id, values }: Input<'rights', 'correct'>): Promise<View> {
  const { row, person } = registered(found(await queries.lock(ctx, id)))
  const labels = await labelsOf(ctx, person, Object.keys(values))
  await changeFor(ctx, person, values, { source: 'resident', ref: row.id, isDecided: true })
  const after = await addOutcome(ctx, row, labels.map((what) => ({ what, result: '已更正', why: null })))
  ctx.record('rights.corrected', subjectOf(after), { fields: Object.keys(values) })
  return view(ctx, after)
}

/** What was frozen is an archive. */
const stays = '已固化的台账是档案，其中的内容不再更改（档案法第十三条）'

/** Deletes what may be deleted, also from the history and wherever it was repeated; what must be kept is answered with the reason. */
export async function erase(ctx: Ctx, { id, fields }: Input<'rights', 'delete'>): Promise<View> {
  const { row, person } = registered(found(await queries.lock(ctx, id)))
  const known = await deletable(ctx, row)
  const asked = fields.map((name) => found(known.find((field) => field.name === name)))
  const [gone, kept] = [asked.filter((field) => field.mayDelete), asked.filter((field) => !field.mayDelete)]
  const { archived } = gone.length > 0 ? await forget(ctx, person, gone.map(({ name }) => name)) : { archived: [] as string[] }
  const after = await addOutcome(ctx, row, [...gone.map(({ name, label }) => ({ what: label, result: '已删除', why: archived.includes(name) ? stays : null })), ...kept.map(({ label, why }) => ({ what: label, result: '依法保留', why }))])
  ctx.record('rights.deleted', subjectOf(after), { fields: gone.map(({ name }) => name), kept: kept.map(({ name }) => name) })
  return view(ctx, after)
}

/** From every module that says it holds something. */
async function gather(ctx: Ctx, { subdistrict, person, account }: RequestRow): Promise<Held[]> {
  const all: Held[] = []
  for (const holds of ctx.installation.holders) all.push(...await holds(ctx, { subdistrict, person, account }))
  return all.filter(({ lines }) => lines.length > 0)
}

async function deletable(ctx: Ctx, { subdistrict, person }: RequestRow): Promise<Output<'rights', 'held'>['fields']> {
  if (person === null) return []
  const [register, kept] = [new Map((await registerOf(ctx, { subdistrict })).map((item) => [item.item, item])), await heldItems(ctx, subdistrict, dayOf(ctx.now))]
  return (await fieldsOf(ctx, person)).map(({ name, label }) => ({ name, label, ...rules.mayDelete(register.get(`person.${name}`), kept.includes(null) || kept.includes(`person.${name}`)) }))
}

async function labelsOf(ctx: Ctx, person: string, names: string[]): Promise<string[]> {
  const known = await fieldsOf(ctx, person, true)
  return names.map((name) => known.find((field) => field.name === name)?.label ?? name)
}

const addOutcome = (ctx: Ctx, row: RequestRow, more: Outcome[]) =>
  queries.update(ctx, row, { outcome: JSON.stringify([...(row.outcome as unknown as Outcome[]).filter((one) => !more.some(({ what }) => what === one.what)), ...more]) })

function checked(row: RequestRow): RequestRow {
  if (row.status === 'asked') throw new Problem('conflict.rule', { detail: '请先核对请求人的身份' })
  if (row.status !== 'checked') throw new Problem('base.changed', { detail: '这个请求已经办结' })
  return row
}

function registered(row: RequestRow): { row: RequestRow, person: string } {
  const { person } = checked(row)
  if (person === null) throw new Problem('conflict.rule', { detail: '请求人没有登记在人口库中' })
  return { row, person }
}
