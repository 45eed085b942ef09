import type { Input, Output } from '@linli/contract'
import { areaAt, isAreaPath } from '@linli/standards'
import { mayIn } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { Problem } from '../../kernel/problem.ts'
import { areaNamed } from '../organisation/index.ts'
import { check, isSame } from './content.ts'
import * as queries from './import-queries.ts'
import { findOpen, findRevision, type EntryRow } from './queries.ts'
import { submit } from './review.ts'
import type { Content } from './rules.ts'
import type { TableRow } from './table.ts'
import { readRow, type Fault } from './table-rules.ts'
import { draft, rewrite } from './write.ts'

type Looked = Output<'knowledge', 'look'>['rows'][number]
/** What a row would do: to which entry, in whose place, with which words. */
interface Plan { shown: Looked, content: Content | null, entry: EntryRow | undefined, replaces: string | null }

/** What a file would do, row by row, without doing it. */
export async function look(ctx: Ctx, { area }: Input<'knowledge', 'look'>): Promise<Output<'knowledge', 'look'>> {
  return { rows: (await plan(ctx, area, ctx.reached as TableRow[])).map(({ shown }) => shown) }
}

/** Drafts of everything that is new or changed, all of them or none. @throws Problem input.invalid while something is wrong in the file */
export async function importTable(ctx: Ctx, { area, isSubmitted }: Input<'knowledge', 'import'>): Promise<Output<'knowledge', 'import'>> {
  const plans = await plan(ctx, area, ctx.reached as TableRow[])
  const bad = plans.find(({ shown }) => shown.faults.length > 0)?.shown
  if (bad) throw new Problem('input.invalid', { detail: `第 ${bad.at} 行“${bad.faults[0]!.column}”：${bad.faults[0]!.message}` })
  const done: { id: string, no: number }[] = []
  for (const { shown, content, entry, replaces } of plans) {
    if (shown.does === 'same' || content === null) continue
    const row = entry ? await rewrite(ctx, entry, { content, note: '从表格导入' }) : await draft(ctx, { area, replaces, content, note: '从表格导入' })
    done.push({ id: row.id, no: row.last })
  }
  if (done.length === 0) throw new Problem('input.invalid', { detail: '表里的知识和现在的一样，没有要改的' })
  for (let at = 0; isSubmitted && at < done.length; at += 100) await submit(ctx, { items: done.slice(at, at + 100) })
  return { fresh: plans.filter(({ shown }) => shown.does === 'fresh').length, changed: plans.filter(({ shown }) => shown.does === 'change').length, same: plans.filter(({ shown }) => shown.does === 'same').length }
}

async function plan(ctx: Ctx, area: string, rows: readonly TableRow[]): Promise<Plan[]> {
  const office = isAreaPath(area) ? areaAt(area, 'subdistrict') : undefined
  if (!office || !mayIn(ctx.actor, 'knowledge.edit', area)) throw new Problem('not-found', { detail: '请选择本街道或您所在的社区' })
  await areaNamed(ctx, area)
  const known = await queries.listKnown(ctx, area)
  const seen = new Map<string, number>()
  const plans: Plan[] = []
  for (const row of rows) plans.push(await planRow(ctx, row, { area, office, known, seen }))
  return plans
}

interface Around { area: string, office: string, known: queries.Known, seen: Map<string, number> }

async function planRow(ctx: Ctx, { at, cells }: TableRow, { area, office, known, seen }: Around): Promise<Plan> {
  const { no, replaces: replacedNo, content, faults } = readRow(cells)
  const wrong = (column: string, message: string): void => void faults.push({ column, message } satisfies Fault)
  const entry = no === null ? undefined : known.byNo.get(no)
  const replaced = replacedNo === null || area === office ? undefined : await queries.findByNo(ctx, office, replacedNo)
  if (no !== null && !entry) wrong('编号', `这里没有编号 ${no} 的知识，新知识请不要填编号`)
  if (entry?.open_status === 'review') wrong('编号', '这条正在审核，请先撤回审核再导入')
  if (replacedNo !== null && !entry && !replaced) wrong('替代的街道知识', area === office ? '街道的知识不替代别的知识，请清空' : `街道没有编号 ${replacedNo} 的知识`)
  if (replaced && !entry && known.replaced.has(replaced.id)) wrong('替代的街道知识', `本社区已经写过编号 ${replacedNo} 的答案，请填那一条的编号`)
  const question = content?.question ?? ''
  const twin = no === null ? known.byQuestion.get(question) : undefined
  if (twin !== undefined) wrong('标准问题', `这里已有同样的问题（编号 ${twin}），请在“编号”里填 ${twin}`)
  for (const key of [no === null ? '' : `#${no}`, question, replaced && !entry ? `替代${replaced.id}` : ''].filter((one) => one !== '')) {
    if (seen.has(key)) wrong(key === question ? '标准问题' : key.startsWith('#') ? '编号' : '替代的街道知识', `与第 ${seen.get(key)} 行重复，请删去一行`)
    else seen.set(key, at)
  }
  if (content) await check(ctx, known.subdistrict, content, replaced !== undefined || (entry?.replaces ?? null) !== null).catch((fault: unknown) => {
    if (!(fault instanceof Problem)) throw fault
    wrong(content.isNotForUs ? '本社区不适用' : '对应事项', String(fault.details?.detail))
  })
  const before = entry && (await findOpen(ctx, entry) ?? await findRevision(ctx, entry, entry.shown))
  const does = faults.length > 0 ? 'fault' : !entry ? 'fresh' : before && content && isSame(before, content) ? 'same' : 'change'
  return { content, entry, replaces: replaced?.id ?? null, shown: { at, question, no, does, faults } }
}
