import type { Card, Help } from '@linli/contract'
import { areaAt } from '@linli/standards'
import type { Ctx } from '../../kernel/ctx.ts'
import { suggestMatters } from '../matter/index.ts'
import { communitiesIn, contactsIn } from '../organisation/index.ts'
import { unitsIn } from './contact-rules.ts'
import type { TalkRow } from './queries.ts'
import * as queries from './queries.ts'
import type { Context } from './rules.ts'
import { handedOver, machine, together, type Answer } from './step.ts'
import * as words from './words-rules.ts'

const officeOf = ({ area }: TalkRow): string => areaAt(area, 'subdistrict') ?? area

/** The numbers to call at once, and the people on duty hear of it: the talk is put before them. */
export async function danger(ctx: Ctx, talk: TalkRow, calls: readonly Help[]): Promise<Answer> {
  const said: Answer = {
    turns: [machine('danger', words.dangerWords(calls), [{ kind: 'calls', rows: calls.map((one) => ({ ...one })) }])],
    change: { alerted_at: ctx.now }, happened: [{ name: 'reception.alerted', details: { calls: calls.map(({ number }) => number) } }],
  }
  return talk.state === 'open' ? together(said, await handedOver(ctx, talk, 'danger')) : said
}

const toReport = /^[\s，。]*(?:你好|您好)?[，,]?(?:我?(?:要|想|来)|帮我)?(?:上报|举报|反映|投诉|报修|报个)(?:一下|一个)?(?:问题|事情|事件)?[\s，。:：]*/

/** What was said, as a report to go on with on the report page. */
export async function drafted(ctx: Ctx, text: string): Promise<Extract<Card, { kind: 'report' }>> {
  const description = text.replace(toReport, '').trim()
  const [matter] = description === '' ? [] : (await suggestMatters(ctx, { text: description })).rows
  return { kind: 'report', description, matter: matter ? { code: matter.code, name: matter.name, path: matter.path } : null }
}

/** Whom to reach, of what is open to everybody: units with their phones. Nothing where no unit is meant that has one. */
export async function contacts(ctx: Ctx, talk: TalkRow, { of, text, context }: { of: 'community' | 'grid' | 'named', text: string, context: Context }): Promise<Answer | undefined> {
  const units = await contactsIn(ctx, officeOf(talk))
  const named = unitsIn(text, units)
  const own = units.filter(({ area, kind }) => kind === 'community' && area === areaAt(talk.area, 'community'))
  const rows = (named.length > 0 ? named : of === 'named' ? [] : own).slice(0, 3)
  if (rows.length === 0 && of === 'named') return undefined
  const reachable = rows.some(({ phone }) => phone !== null)
  const told = reachable ? `${of === 'grid' ? words.gridWords : words.contactWords(rows.map(({ name }) => name).join('、'))}` : `${rows[0]?.name ?? talk.area_name}${words.noContact}`
  return { turns: [machine('contacts', told, reachable ? [{ kind: 'contacts', rows: rows.map(({ name, phone }) => ({ name, phone, note: null })) }] : [])], context }
}

export const communities = (ctx: Ctx, talk: TalkRow): Promise<{ path: string, name: string }[]> => communitiesIn(ctx, officeOf(talk))

/** The talk and all that was said in it belong to the community that was chosen. */
export async function withPlace(ctx: Ctx, talk: TalkRow, { path, name }: { path: string, name: string }): Promise<{ row: TalkRow, answer: Answer }> {
  await queries.moveAll(ctx, talk, path)
  return {
    row: { ...talk, area: path, area_name: name },
    answer: { turns: [machine('back', words.placed(name))], change: { area: path, area_name: name }, happened: [{ name: 'reception.placed', details: { area: path } }] },
  }
}
