import { Box, Words } from '#element'
import './timeline.css'

export type Moment = { title: string, at?: string, text?: string, isNow?: boolean }

/** What happened, in the order given; the present one stands out and says so. */
export function Timeline({ moments }: { moments: readonly Moment[] }) {
  return (
    <Box as="ol" className="timeline">
      {moments.map(({ title, at, text, isNow }, index) => (
        <Box as="li" key={`${moments.length - index} ${at}`} className={isNow ? 'timeline__moment timeline__moment--now' : 'timeline__moment'}>
          <Words as="p" className="timeline__title">{isNow ? `${title}（当前）` : title}</Words>
          {text && <Words as="p" className="timeline__text">{text}</Words>}
          {at && <Words as="p" className="timeline__at">{at}</Words>}
        </Box>
      ))}
    </Box>
  )
}
