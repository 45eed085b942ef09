import type { Card } from '@linli/contract'
import { machineLabel } from '@linli/contract'

/** A turn as far as it is told in words alone. */
export interface Told { by: string, text: string, cards: readonly Card[] }

const numbered = (rows: readonly string[]): string => rows.map((row, at) => `${at + 1}. ${row}`).join('\n')

/** What a card says where there is nothing but text. */
function cardText(card: Card): string {
  switch (card.kind) {
    case 'answer': {
      const { source, validTo, isUnchecked, phone } = card.card
      const whole = card.part === 'whole' && card.card.materials.length > 0 ? `要带：${card.card.materials.join('、')}\n` : ''
      return `${whole}${phone ? `电话：${phone}\n` : ''}（${isUnchecked ? '待核实，以社区答复为准；' : ''}来源：${source ? source.title : '本街道知识库'}${validTo ? `；有效期到 ${validTo}` : ''}）`
    }
    case 'suggestions': return `${numbered(card.rows.map(({ question }) => question))}\n回复数字就能看到答案。`
    case 'choices': return `可以回复：${card.rows.slice(0, 20).map(({ words }) => words).join('、')}`
    case 'contacts': return card.rows.map(({ name, phone }) => `${name}：${phone ?? '没有公开电话'}`).join('\n')
    case 'report': return '请打开居民端“我要上报”，拍照并选好地点后提交。'
    case 'calls': return ''
  }
}

/** Turns of the machine as one message, which says who wrote it; a person is called with 转人工. */
export function textOf(turns: readonly Told[]): string {
  const words = turns.flatMap(({ text, cards }) => [text, ...cards.map(cardText)]).filter((part) => part !== '').join('\n')
  return `【${machineLabel}】${words}`
}

/** Which of the offered is meant by a number alone, from 0. */
export function chosenBy(text: string): number | undefined {
  const said = text.trim().replace(/[.、。）)]$/, '').normalize('NFKC')
  return /^[1-3]$/.test(said) ? Number(said) - 1 : undefined
}
