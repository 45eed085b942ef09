import type { Input, Output } from '@linli/contract'
import { writeXlsx } from '@linli/sheet'
import { areaAt, dayOf, isAreaPath } from '@linli/standards'
import { mayIn, officeOf, tenantOf } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { Problem, found } from '../../kernel/problem.ts'
import { areaNames } from '../organisation/index.ts'
import * as queries from './queries.ts'
import * as rules from './rules.ts'
import { shipped } from './shipped-rules.ts'

type View = Output<'processing', 'change'>
type Office = ReturnType<typeof officeOf>

/** Every item of an office: what ships, the fields it added, and what it changed in either. */
export async function registerOf(ctx: Ctx, { subdistrict }: Pick<Office, 'subdistrict'>): Promise<View[]> {
  const changed = new Map((await queries.listNewest(ctx, subdistrict)).map((row) => [row.item, row]))
  const own = (await queries.listOwnFields(ctx, subdistrict)).map(rules.ofOwnField)
  return [...shipped.map((one) => rules.viewOf(one, false, changed.get(one.item))), ...own.map((one) => rules.viewOf(one, true, changed.get(one.item)))]
}

/** Levels above a sub-district see what holds for the whole installation. */
export async function list(ctx: Ctx): Promise<Output<'processing', 'list'>> {
  const { area } = ctx.actor
  const office = (isAreaPath(area) && areaAt(area, 'subdistrict')) || area
  return { office: (await areaNames(ctx, [office])).get(office) ?? '', rows: await registerOf(ctx, { subdistrict: tenantOf(office) }) }
}

/** The newest first, what shipped at the end. */
export async function history(ctx: Ctx, { item }: Input<'processing', 'history'>): Promise<Output<'processing', 'history'>> {
  const office = { subdistrict: tenantOf(ctx.actor.area) }
  const { base, isOwn } = await baseOf(ctx, office, item)
  return { rows: [...(await queries.listVersions(ctx, office.subdistrict, item)).map((version) => rules.viewOf(base, isOwn, version)), rules.viewOf(base, isOwn)] }
}

/** A new version for the office, or by who is above all offices for each that has none of its own; the one it was made from must be the newest still. */
export async function change(ctx: Ctx, { item, version, ...said }: Input<'processing', 'change'>): Promise<View> {
  const office = mayIn(ctx.actor, 'processing.manage', '/') ? { subdistrict: 0, area: '/' } : officeOf(ctx.actor)
  const { base, isOwn } = await baseOf(ctx, office, item)
  const [newest] = await queries.listVersions(ctx, office.subdistrict, item)
  if ((newest?.version ?? 0) !== version) throw new Problem('base.changed')
  const row = {
    version: version + 1, purpose: said.purpose, ground: said.ground, basis: said.basis, keep_months: said.keepMonths, keep_why: said.keepWhy, is_sensitive: said.isSensitive, viewers: said.viewers, shared_with: said.sharedWith,
    reason: said.reason, changed_by_name: ctx.actor.name, changed_at: ctx.now,
  }
  await queries.insert(ctx, { ...office, item, ...row })
  ctx.record('processing.changed', { kind: 'processing', id: item, ...office, may: 'processing.view' }, { version: row.version, reason: said.reason, keepMonths: said.keepMonths })
  return rules.viewOf(base, isOwn, row)
}

async function baseOf(ctx: Ctx, { subdistrict }: Pick<Office, 'subdistrict'>, item: string) {
  const base = shipped.find((one) => one.item === item)
  if (base) return { base, isOwn: false }
  return { base: found((await queries.listOwnFields(ctx, subdistrict)).map(rules.ofOwnField).find((one) => one.item === item)), isOwn: true }
}

const widths = [12, 14, 22, 30, 24, 36, 14, 20, 30, 12, 36, 24, 8, 10, 12, 24]

export async function exportRegister(ctx: Ctx): Promise<Output<'processing', 'export'>> {
  const { rows } = await list(ctx)
  const cells = new Map(rules.head.map((_, column) => [`0,${column}`, { style: { font: { bold: true } } }]))
  const xlsx = await writeXlsx({ sheets: [{ name: '个人信息处理登记', rows: [rules.head, ...rows.map(rules.lineOf)], columns: widths.map((width) => ({ width })), cells, freezePane: { rows: 1 } }] })
  return { fileName: `个人信息处理登记-${dayOf(ctx.now)}.xlsx`, xlsx: Buffer.from(xlsx).toString('base64'), rows: rows.length }
}
