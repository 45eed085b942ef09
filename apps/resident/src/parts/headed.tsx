import { Box, Heading, Words } from '#element'
import { Tag } from './tag.tsx'
import type { Tone } from './tag.tsx'
import './headed.css'

/** page: heads what the page is about · card: heads a card · part: names one of several in a card. */
type HeadedProps = { words: string, tag?: { words: string, tone?: Tone }, look?: 'page' | 'card' | 'part' }

/** What it is called, and beside it where it stands. */
export function Headed({ words, tag, look = 'page' }: HeadedProps) {
  return (
    <Box className="headed">
      {look === 'page'
        ? <Heading level={2} className="headed__words headed__words--title">{words}</Heading>
        : <Words as="p" className={look === 'card' ? 'headed__words headed__words--title' : 'headed__words'}>{words}</Words>}
      {tag && <Tag {...tag} />}
    </Box>
  )
}
