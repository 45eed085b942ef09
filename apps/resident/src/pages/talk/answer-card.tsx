import { useState } from 'react'
import { entranceKind } from '@linli/contract/words/knowledge.ts'
import { Box, Words } from '#element'
import { phone } from '#phone'
import { dayWords } from '../../kernel/time.ts'
import { Button } from '../../parts/button.tsx'
import { FoldRow } from '../../parts/fold-row.tsx'
import { Tag } from '../../parts/tag.tsx'
import type { Card } from './use-talk.ts'

type Answer = Extract<Card, { kind: 'answer' }>

/** The rest of an answer, folded away, and always where it comes from and how long it holds. A part that was asked for stands in the words already. */
export function AnswerPart({ card, part }: Pick<Answer, 'card' | 'part'>) {
  const number = /\d[\d-]{4,}/.exec(card.phone)?.[0]
  return (
    <Box className="turn__card">
      {part === 'whole' && <Folds card={card} />}
      {number && <Button words={`打 ${card.phone} 问一问`} look="plain" icon="phone" isWide onPress={() => phone.dial(number)} />}
      <Box className="turn__source">
        {card.isUnchecked && <Tag words="待核实" tone="soon" />}
        <Words as="p" className="turn__note">{sourceOf(card)}</Words>
      </Box>
    </Box>
  )
}

function Folds({ card: { answerLong, steps, materials, entry, audience } }: Pick<Answer, 'card'>) {
  const parts: [string, readonly string[]][] = [
    ['详细说明', answerLong === '' ? [] : [answerLong]], ['办理步骤', steps.map((text, at) => `${at + 1}. ${text}`)], ['要带的材料', materials.map((text, at) => `${at + 1}. ${text}`)],
    ['在哪里办', entry.map(({ kind, text }) => `${entranceKind[kind]}：${text}`)], ['适合谁', audience === '' ? [] : [audience]],
  ]
  return <>{parts.filter(([, lines]) => lines.length > 0).map(([title, lines]) => <Fold key={title} title={title} lines={lines} />)}</>
}

function Fold({ title, lines }: { title: string, lines: readonly string[] }) {
  const [isOpen, setOpen] = useState(false)
  return <FoldRow title={title} isOpen={isOpen} onToggle={() => setOpen(!isOpen)}>{lines.map((line) => <Words key={line} as="p" className="turn__text">{line}</Words>)}</FoldRow>
}

function sourceOf({ source, validTo, version, isUnchecked }: Answer['card']): string {
  return [
    source ? `来源：${source.title}${source.date ? `（${source.date}）` : ''}` : '来源：本街道知识库',
    validTo ? `有效期到 ${dayWords(validTo)}` : '长期有效', `第 ${version} 版`, ...isUnchecked ? ['以社区答复为准'] : [],
  ].join(' · ')
}
