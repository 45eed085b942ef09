import { ExpandOutlined } from '@ant-design/icons'
import { Link } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import { useKeys } from '../../parts/keys.ts'
import { Answer, Waiting } from '../../parts/states.tsx'
import { whenWords } from '../../parts/when.ts'
import { EventLinks } from '../link/event-links.tsx'
import { TownMap } from '../organisation/town-map.tsx'
import { EventBeside } from '../event/event-beside.tsx'
import { EventFacts } from '../event/event-facts.tsx'
import { EventPhotos } from '../event/event-photos.tsx'
import type { EventView } from '../event/event-view.ts'
import { LightTag } from '../event/light-tag.tsx'
import { StageTable } from '../event/stage-table.tsx'
import { FlagTags, SeverityTag, StatusTag } from '../event/status-tag.tsx'
import { StepBar, mainStep } from '../event/step/step-bar.tsx'
import { useSteps } from '../event/step/use-steps.tsx'
import { TraceList } from '../event/trace-list.tsx'
import styles from './desk-detail.module.css'
import { SimilarList } from './similar-list.tsx'

interface After { taken: (after: EventView) => void, closed: () => void }

export function DeskDetail({ id, ...after }: After & { id: string }) {
  const query = useAsk('event', 'get', { id })
  return <Answer query={query} waiting={<div className="panel"><Waiting /></div>}>{(event) => <Shown event={event} {...after} />}</Answer>
}

/** The same parts as on the event's own page, in two columns that scroll by themselves. */
function Shown({ event, ...after }: After & { event: EventView }) {
  const { begin, drawer } = useSteps(event, after)
  const main = mainStep(event)
  // Enter belongs to a button or a link that is in focus, unless it is the row this event is shown for.
  useKeys({ Enter: () => main !== undefined && !isElsewhere() ? begin(main) : false })
  return (
    <div className={styles.both}>
      <article className={styles.column} aria-label={event.title}>
        <Head event={event} />
        <StepBar event={event} begin={begin} />
        {drawer}
        <EventFacts event={event} />
        <EventBeside event={event} />
        <EventLinks event={event} feedback={(publicReply) => begin('feedback', { publicReply })} />
        {event.photos.length > 0 && <EventPhotos photos={event.photos} />}
        <TraceList id={event.id} />
      </article>
      <div className={styles.column}>
        <section className="panel" aria-label="位置">
          <TownMap label={`“${event.title}”的位置`} area={event.area} point={event.point} pointWords={event.place || event.areaName} height={230} />
        </section>
        <SimilarList event={event} merge={(into) => begin('merge', { into })} />
        <StageTable stages={event.stages} />
      </div>
    </div>
  )
}

const isElsewhere = () => document.activeElement?.matches('a:not([data-row-link]), button, summary') ?? false

const Head = ({ event }: { event: EventView }) => (
  <header className={styles.head}>
    <div className={styles.line}><h2 className={styles.title}>{event.title}</h2><Link to={`/event/${event.id}`} className={styles.whole}><ExpandOutlined aria-hidden /> 整页打开</Link></div>
    <p className={styles.tags}><StatusTag status={event.status} /><SeverityTag severity={event.severity} /><FlagTags flags={event.flags} light={event.light} />{event.light && <LightTag light={event.light} dueAt={event.dueAt} />}</p>
    <p className="faint"><span className="number">{event.number}</span> · {whenWords(event.reportedAt)}上报</p>
  </header>
)
