import type { ReplyFacts, ReplyStep } from '@linli/contract/words/reply.ts'
import { filledReply } from '@linli/contract/words/reply.ts'
import { useState } from 'react'
import { Box } from '#element'
import { FoldRow } from '../../parts/fold-row.tsx'
import { ListRow } from '../../parts/list-row.tsx'
import { askLeaves, directories } from './ahead.ts'
import { askReplies, countUse } from './replies.ts'
import { fittingReplies, wholeReplies } from './reply-rules.ts'
import { useSeen } from './use-seen.ts'

type ReplyPickProps = { step: ReplyStep, matter: string, area: string | null, facts: ReplyFacts, isWhole?: boolean, onPick: (text: string) => void }

/** The office's usual words, folded away until they are wanted; a tap puts them into the field, to be changed there. */
export function ReplyPick({ step, matter, area, facts, isWhole = false, onPick }: ReplyPickProps) {
  const replies = useSeen(directories.replies, askReplies).load
  const leaves = useSeen(directories.matters, askLeaves).load
  const [isOpen, setOpen] = useState(false)
  if (replies.state !== 'ready') return null
  const above = leaves.state === 'ready' ? leaves.data.find(({ code }) => code === matter)?.above ?? [] : []
  const fitting = fittingReplies(replies.data, { step, line: [matter, ...above], area })
  const shown = isWhole ? wholeReplies(fitting, facts) : fitting
  if (shown.length === 0) return null
  return (
    <Box className="staff__replies">
      <FoldRow title={`常用回复（${shown.length} 条）`} isOpen={isOpen} onToggle={() => setOpen(!isOpen)}>
        {shown.map(({ id, name, text }) => {
          const words = filledReply(text, facts)
          const pick = () => {
            onPick(words)
            setOpen(false)
            countUse(id)
          }
          return <ListRow key={id} title={name} note={words} onPress={pick} />
        })}
      </FoldRow>
    </Box>
  )
}
