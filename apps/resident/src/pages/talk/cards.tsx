import { Box, Words } from '#element'
import { phone } from '#phone'
import { confirm } from '../../kernel/confirm.ts'
import { go } from '../../kernel/route.ts'
import { Button } from '../../parts/button.tsx'
import { Tag } from '../../parts/tag.tsx'
import { changeDraft, draft, isBegun } from '../report/draft.ts'
import { AnswerPart } from './answer-card.tsx'
import type { Card, Talking } from './use-talk.ts'

type Of<K extends Card['kind']> = Extract<Card, { kind: K }>

/** What stands under the words of a turn. In a talk that is over nothing is tapped any more but what leads on from it. */
export function TurnCard({ card, talking, isOver }: { card: Card, talking: Talking, isOver: boolean }) {
  switch (card.kind) {
    case 'answer': return <AnswerPart card={card.card} part={card.part} />
    case 'suggestions': return <Taps rows={card.rows.map(({ entry, question }) => ({ value: entry, words: question }))} isOff={isOver || talking.isSending} onTap={(entry) => { void talking.pick(entry) }} />
    case 'choices': return <Taps rows={card.rows} isOff={isOver || talking.isSending} onTap={(value) => { void (card.need === 'community' ? talking.place(value) : talking.ask(value, [], () => undefined)) }} />
    case 'report': return <Report card={card} />
    case 'contacts': return <Contacts card={card} />
    case 'calls': return <>{card.rows.map(({ number, name }) => <Button key={number} words={`拨打 ${number} ${name}`} look="grave" icon="phone" isWide onPress={() => phone.dial(number)} />)}</>
  }
}

function Taps({ rows, isOff, onTap }: { rows: readonly { value: string, words: string }[], isOff: boolean, onTap: (value: string) => void }) {
  return <Box className="taps">{rows.map(({ value, words }) => <Button key={value} words={words} look="plain" isDisabled={isOff} onPress={() => onTap(value)} />)}</Box>
}

/** Goes on with what was said on the report page; a report that was begun before is not lost without asking. */
function Report({ card: { description, matter } }: { card: Of<'report'> }) {
  const goOn = async () => {
    if (isBegun(draft.get()) && draft.get().description !== description && !await confirm({ title: '换成这一件？', detail: '您有一份没有交的上报，换了以后上次写的就没有了。', yes: '换成这一件' })) return
    changeDraft({ description, matter: matter && { ...matter, isOwn: true } })
    go('report')
  }
  return (
    <Box className="turn__card">
      {matter && <Tag words={matter.name} />}
      {description !== '' && <Words as="p" className="turn__text">{description}</Words>}
      <Button words="去核对并提交" icon="report" isWide onPress={() => { void goOn() }} />
    </Box>
  )
}

function Contacts({ card: { rows } }: { card: Of<'contacts'> }) {
  return (
    <Box className="turn__card">
      {rows.map(({ name, phone: number, note }) => (
        <Box key={name} className="turn__contact">
          <Words as="p">{number ? `${name}：${number}` : name}</Words>
          {note && <Words as="p" className="turn__note">{note}</Words>}
          {number && <Button words={`打给${name}`} look="plain" icon="phone" isWide onPress={() => phone.dial(number)} />}
        </Box>
      ))}
    </Box>
  )
}
