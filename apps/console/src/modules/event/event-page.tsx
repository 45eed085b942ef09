import { useParams } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import { useMay } from '../../kernel/session.ts'
import { Answer, Waiting } from '../../parts/states.tsx'
import { EventGovernance } from '../governance/event-governance.tsx'
import { EventLinks } from '../link/event-links.tsx'
import { EventWhistles } from '../whistle/event-whistles.tsx'
import { TownMap } from '../organisation/town-map.tsx'
import { EventBeside } from './event-beside.tsx'
import { EventFacts } from './event-facts.tsx'
import { EventHead } from './event-head.tsx'
import { EventPhotos } from './event-photos.tsx'
import styles from './event-page.module.css'
import type { EventView } from './event-view.ts'
import { StageTable } from './stage-table.tsx'
import { StepBar } from './step/step-bar.tsx'
import { useSteps } from './step/use-steps.tsx'
import { TraceList } from './trace-list.tsx'

export default function EventPage() {
  const { id = '' } = useParams()
  const query = useAsk('event', 'get', { id })
  return <Answer query={query} waiting={<Waiting isWhole />}>{(event) => <Detail event={event} key={event.id} />}</Answer>
}

function Detail({ event }: { event: EventView }) {
  const mayWhistle = useMay('whistle.view')
  const mayGovern = useMay('governance.view')
  const { begin, drawer } = useSteps(event)
  return (
    <>
      <EventHead event={event} />
      <StepBar event={event} begin={begin} />
      {drawer}
      <div className={styles.columns}>
        <div className={styles.column}>
          <EventFacts event={event} />
          <EventBeside event={event} />
          <EventLinks event={event} feedback={(publicReply) => begin('feedback', { publicReply })} />
          {mayWhistle && <EventWhistles event={event.id} />}
          {mayGovern && <EventGovernance event={event.id} />}
          {event.photos.length > 0 && <EventPhotos photos={event.photos} />}
          <TraceList id={event.id} />
        </div>
        <div className={styles.column}>
          <section className="panel" aria-labelledby="place">
            <h2 id="place" className="panel-title">位置</h2>
            <TownMap label={`“${event.title}”的位置`} area={event.area} point={event.point} pointWords={event.place || event.areaName} height={260} />
          </section>
          <StageTable stages={event.stages} />
        </div>
      </div>
    </>
  )
}
