import type { IndicatorLevel, Output } from '@linli/contract'
import { indicatorLevel, indicatorPeriod } from '@linli/contract'
import { tenantOf } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { found } from '../../kernel/problem.ts'
import { wordsOf } from '../measure/index.ts'
import * as queries from './queries.ts'
import type { Definition, Term } from './rules.ts'
import { shipped } from './shipped.ts'
import { sourceNamed } from './sources.ts'

export type View = Output<'indicator', 'save'>
/** One version of an indicator; `row`: nothing where it is the one that ships. */
export interface Known { code: string, version: number, status: View['status'], definition: Definition, changedBy: string | null, changedAt: Date | null, hasDraft: boolean }

const ofRow = (row: queries.Row, hasDraft = false): Known =>
  ({ code: row.code, version: row.version, status: row.status as Known['status'], definition: row.definition as Definition, changedBy: row.changed_name, changedAt: row.changed_at, hasDraft })
const ofShipped = (code: string, hasDraft = false): Known => ({ code, version: 0, status: 'shipped', definition: shipped[code]!, changedBy: null, changedAt: null, hasDraft })

/** What an office computes by: its own newest published version of each, else the one that ships; those that were ended only when asked for. */
export async function definitionsOf(ctx: Ctx, area: string, { isAll = false } = {}): Promise<Known[]> {
  const rows = Map.groupBy(await queries.list(ctx, tenantOf(area)), ({ code }) => code)
  const codes = [...Object.keys(shipped), ...[...rows.keys()].filter((code) => !Object.hasOwn(shipped, code))]
  return codes.flatMap((code) => current(code, rows.get(code) ?? [])).filter(({ status }) => isAll || status === 'published' || status === 'shipped')
}

function current(code: string, rows: readonly queries.Row[]): Known[] {
  const hasDraft = rows.some(({ status }) => status === 'draft')
  const row = rows.find(({ status }) => status !== 'draft')
  if (row) return [ofRow(row, hasDraft)]
  if (Object.hasOwn(shipped, code)) return [ofShipped(code, hasDraft)]
  return rows.slice(0, 1).map((draft) => ofRow(draft, true))
}

/** @throws Problem not-found where there is none of that code, or it is not computed. */
export async function definitionNamed(ctx: Ctx, area: string, code: string): Promise<Known> {
  return found((await definitionsOf(ctx, area)).find((known) => known.code === code))
}

/** Every version, the newest first; the one that ships is the last. */
export async function versionsOf(ctx: Ctx, area: string, code: string): Promise<Known[]> {
  const rows = (await queries.versions(ctx, tenantOf(area), code)).map((row) => ofRow(row))
  const all = Object.hasOwn(shipped, code) ? [...rows, ofShipped(code)] : rows
  found(all[0])
  return all
}

export const isKnownTerm = ({ source, key }: Pick<Term, 'source' | 'key'>): boolean => {
  const named = sourceNamed(source)
  return named !== undefined && wordsOf(named, key) !== undefined
}
export const isFlow = ({ above, below }: Definition): boolean => [...above, ...below].some(({ source }) => sourceNamed(source)?.at !== undefined)

/** What happened is kept by day down to buildings, what stands from the grid upwards. */
export const isKeptByBuilding = ({ above, below }: Definition): boolean => [...above, ...below].every(({ source }) => sourceNamed(source)?.at !== undefined)

/** What a term counts, in words; a matter or a unit by its name. */
export function termWords({ source, key }: Pick<Term, 'source' | 'key'>, names: ReadonlyMap<string, string>): { label: string, words: string } {
  const named = sourceNamed(source)
  const words = named && wordsOf(named, key)
  if (!named || !words) return { label: key, words: '' }
  const name = names.get(key.split('=')[1] ?? '')
  return name === undefined ? words : { label: name, words: words.words.replace(`“${words.label}”`, `“${name}”`) }
}

/** The formula as people read it. */
export function formulaOf(definition: Definition, names: ReadonlyMap<string, string> = new Map()): string {
  const side = (terms: readonly Term[]) => terms.map((term, at) => `${term.isLess ? '－' : at > 0 ? '＋' : ''}${termWords(term, names).label}`).join('')
  const wrapped = (terms: readonly Term[]) => (terms.length > 1 ? `（${side(terms)}）` : side(terms))
  const scale = { count: '', ratio: '', share: ' × 100%', perThousand: ' × 1000', perTenThousand: ' × 10000' }[definition.scale]
  const told = definition.below.length === 0 ? side(definition.above) : `${wrapped(definition.above)} ÷ ${wrapped(definition.below)}${scale}`
  return isFlow(definition) ? `${told}（${indicatorPeriod[definition.period]}）` : told
}

export const viewOf = ({ code, version, status, definition, changedBy, changedAt, hasDraft }: Known, names: ReadonlyMap<string, string> = new Map()): View =>
  ({ ...definition, code, version, status, formula: formulaOf(definition, names), isFlow: isFlow(definition), isKeptByBuilding: isKeptByBuilding(definition), levels: Object.keys(indicatorLevel) as IndicatorLevel[], changedBy, changedAt: changedAt?.toISOString() ?? null, hasDraft })

/** Names of matters and units, for terms that are told apart by them. */
export async function namesFor(ctx: Ctx, area: string, definitions: readonly Definition[]): Promise<ReadonlyMap<string, string>> {
  const keys = definitions.flatMap(({ above, below }) => [...above, ...below]).map(({ key }) => key)
  return new Map([...keys.some((key) => key.startsWith('matter=')) ? await queries.matterNames(ctx) : [], ...keys.some((key) => key.startsWith('unit=')) ? await queries.unitNames(ctx, area) : []])
}
