import type { Asked, Output } from '@linli/contract'
import { entranceKind } from '@linli/contract/words/index'
import type { EntranceKind } from '@linli/contract/words/index'

export type KnowledgeRow = Output<'knowledge', 'list'>['rows'][number]
export type KnowledgeView = Output<'knowledge', 'get'>
export type Revision = Output<'knowledge', 'revision'>
export type Content = Required<Asked<'knowledge', 'write'>['content']>
export type Card = Output<'knowledge', 'tryOut'>['hits'][number]['card']

export const lines = (text: string | undefined): string[] => (text ?? '').split('\n').map((line) => line.trim()).filter((line) => line !== '')

/** The card that residents would see of what is written. */
export const cardOf = (content: Omit<Content, 'similar'>, version: number): Card => ({
  question: content.question, answerShort: content.answerShort, answerLong: content.answerLong, steps: content.steps, materials: content.materials, entry: content.entry as Card['entry'], phone: content.phone, audience: content.audience,
  source: content.source && { title: content.source.title, date: content.source.date ?? null }, validFrom: content.validFrom, validTo: content.validTo, version, isUnchecked: content.isUnchecked,
})

export const validWords = ({ validFrom: from, validTo: to }: { validFrom: string | null, validTo: string | null }): string =>
  from && to ? `${from} 至 ${to}` : to ? `至 ${to}` : from ? `${from} 起，长期有效` : '长期有效'

export interface Part { key: string, label: string, text: string }

/** What a version says, part by part, as people compare it. */
export const partsOf = ({ content }: Pick<Revision, 'content'>): Part[] => [
  { key: 'question', label: '标准问题', text: content.question }, { key: 'similar', label: '相似问法', text: content.similar.join('\n') }, { key: 'category', label: '分类', text: content.category },
  { key: 'answerShort', label: '简短答复', text: content.answerShort }, { key: 'answerLong', label: '详细答复', text: content.answerLong }, { key: 'steps', label: '办理步骤', text: content.steps.join('\n') }, { key: 'materials', label: '所需材料', text: content.materials.join('\n') },
  { key: 'entry', label: '办理入口', text: content.entry.map(({ kind, text }) => `${entranceKind[kind as EntranceKind]}：${text}`).join('\n') }, { key: 'phone', label: '咨询电话', text: content.phone }, { key: 'audience', label: '适用对象', text: content.audience },
  { key: 'source', label: '依据文件', text: content.source ? `${content.source.title}${content.source.date ? `（${content.source.date}）` : ''}` : '' }, { key: 'valid', label: '有效期', text: validWords(content) }, { key: 'matter', label: '对应事项', text: content.matterName ?? '' },
  { key: 'isUnchecked', label: '待核实', text: content.isUnchecked ? '是' : '否' }, { key: 'isNotForUs', label: '本社区不适用', text: content.isNotForUs ? '是' : '否' },
]

export interface Change extends Part { before: string }

/** Part by part what two versions say differently. */
export function changesBetween(before: Pick<Revision, 'content'> | null, after: Pick<Revision, 'content'>): Change[] {
  const old = new Map(before ? partsOf(before).map(({ key, text }) => [key, text]) : [])
  const isEmpty = ({ key, text }: Part) => text === '' || ((key === 'isUnchecked' || key === 'isNotForUs') && text === '否')
  return partsOf(after).map((part) => ({ ...part, before: old.get(part.key) ?? '' })).filter((part) => before === null ? !isEmpty(part) : part.before !== part.text)
}

/** The lines of one text, each with whether the other has it too. */
export const markedLines = (text: string, other: string): { line: string, isSame: boolean, key: string }[] => {
  const known = new Set(other.split('\n'))
  return text.split('\n').map((line, at) => ({ line, isSame: known.has(line), key: `${at} ${line}` }))
}

export const sure = (confidence: number): string => `${Math.round(Math.min(1, Math.max(0, confidence)) * 100)}%`
