import { eventStatus, whistleOutcome } from '@linli/contract/words/index'
import { Descriptions } from 'antd'
import { Link, useParams } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { Answer, Waiting } from '../../parts/states.tsx'
import { whenExact, whenWords } from '../../parts/when.ts'
import event from '../event/event-page.module.css'
import { LightTag } from '../event/light-tag.tsx'
import { CallList } from './call-list.tsx'
import { WhistleMap } from './whistle-map.tsx'
import { WhistleSteps } from './step/whistle-steps.tsx'
import { KindTag, StatusTag, UrgencyTag } from './whistle-tags.tsx'
import { WhistleTrace } from './whistle-trace.tsx'
import type { WhistleView } from './whistle-view.ts'

export default function WhistlePage() {
  const { id = '' } = useParams()
  const query = useAsk('whistle', 'get', { id })
  return <Answer query={query} waiting={<Waiting isWhole />}>{(whistle) => <Detail whistle={whistle} key={whistle.id} />}</Answer>
}

const Detail = ({ whistle }: { whistle: WhistleView }) => (
  <>
    <PageHeader title={whistle.title} back={{ to: '/whistle', words: '返回吹哨列表' }} hint={`${whistle.blownBy} ${whenWords(whistle.blownAt)}吹哨`}
      beside={<><StatusTag status={whistle.status} /><UrgencyTag urgency={whistle.urgency} /><KindTag kind={whistle.kind} />{whistle.light && <LightTag light={whistle.light} dueAt={whistle.arriveBy} />}</>} />
    <WhistleSteps whistle={whistle} />
    <div className={event.columns}>
      <div className={event.column}>
        <Facts whistle={whistle} />
        <CallList whistle={whistle} />
      </div>
      <div className={event.column}>
        <WhistleMap whistle={whistle} />
        <WhistleTrace id={whistle.id} />
      </div>
    </div>
  </>
)

const Facts = ({ whistle }: { whistle: WhistleView }) => (
  <section className="panel" aria-labelledby="facts">
    <h2 id="facts" className="panel-title">要求</h2>
    <div className="panel-body">
      <p style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', fontSize: 15, marginBottom: 10 }}>{whistle.requirement}</p>
      <Descriptions column={1} size="small" items={[
        { key: 'place', label: '地点', children: whistle.place },
        { key: 'arriveBy', label: '到场时限', children: whenExact(whistle.arriveBy) },
        ...(whistle.event ? [{ key: 'event', label: '事件', children: <Link to={`/event/${whistle.event.id}`}>{whistle.event.title}（{eventStatus[whistle.event.status]}）</Link> }] : []),
        ...(whistle.outcome ? [{ key: 'outcome', label: '收哨', children: <>{whistleOutcome[whistle.outcome.outcome]}：{whistle.outcome.text}<span className="faint">（{whistle.outcome.by} {whenExact(whistle.outcome.at)}）</span></> }] : []),
        ...(whistle.withdrawnFor ? [{ key: 'withdrawn', label: '撤销原因', children: whistle.withdrawnFor }] : []),
      ]} />
    </div>
  </section>
)
