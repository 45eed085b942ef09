import { governanceOutcome, governanceReach } from '@linli/contract/words/index'
import { Descriptions } from 'antd'
import { useParams } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { Answer, Waiting } from '../../parts/states.tsx'
import { dayWords, whenExact, whenWords } from '../../parts/when.ts'
import event from '../event/event-page.module.css'
import { TownMap } from '../organisation/town-map.tsx'
import { EffectPanel } from './effect-panel.tsx'
import { EventsPanel } from './events-panel.tsx'
import { GovernanceSteps } from './step/governance-steps.tsx'
import { PressingTags, ReachTag, StatusTag } from './governance-tags.tsx'
import { GovernanceTrace } from './governance-trace.tsx'
import type { GovernanceView } from './governance-view.ts'
import styles from './governance.module.css'

export default function GovernancePage() {
  const { id = '' } = useParams()
  const query = useAsk('governance', 'get', { id })
  return <Answer query={query} waiting={<Waiting isWhole />}>{(item) => <Detail item={item} key={item.id} />}</Answer>
}

const Detail = ({ item }: { item: GovernanceView }) => (
  <>
    <PageHeader title={item.title} back={{ to: '/governance', words: '返回治理事项' }} hint={`${item.foundedBy} ${whenWords(item.foundedAt)}立项`}
      beside={<><StatusTag status={item.status} /><ReachTag reach={item.reach} /><PressingTags row={item} /></>} />
    <GovernanceSteps item={item} />
    <div className={event.columns}>
      <div className={event.column}>
        <Facts item={item} />
        {item.effect && <EffectPanel effect={item.effect} isClosed={item.status === 'closed'} />}
        <EventsPanel item={item} />
      </div>
      <div className={event.column}>
        <section className="panel" aria-labelledby="place">
          <h2 id="place" className="panel-title">地点</h2>
          <TownMap label={`“${item.title}”的地点`} area={item.area} height={220} />
        </section>
        <GovernanceTrace id={item.id} />
      </div>
    </div>
  </>
)

const Told = ({ text, at }: { text: string, at?: string | null }) => <span><span className={styles.long}>{text}</span>{at && <span className="faint">（{whenExact(at)}）</span>}</span>

function Facts({ item }: { item: GovernanceView }) {
  const rows = [
    { label: '事项', children: item.matter.name }, { label: '范围', children: `${governanceReach[item.reach]}：${item.place}` }, { label: '辖区', children: item.areaName },
    { label: '成因', children: item.cause }, { label: '治理措施', children: item.measure },
    { label: '责任单位', children: item.unit && `${item.unit.name}${item.person ? `，责任人 ${item.person}` : ''}` }, { label: '计划完成', children: item.targetOn && dayWords(item.targetOn) },
    { label: '治理结果', children: item.result && <Told text={item.result} at={item.doneAt} /> }, { label: '观察至', children: item.watchUntil && whenExact(item.watchUntil) },
    { label: '闭环', children: item.outcome && <Told text={`${governanceOutcome[item.outcome.outcome]}：${item.outcome.text}`} at={item.outcome.at} /> }, { label: '取消原因', children: item.cancelledFor },
  ]
  return (
    <section className="panel" aria-labelledby="facts">
      <h2 id="facts" className="panel-title">方案与结果</h2>
      <div className="panel-body">
        <Descriptions column={1} size="small" items={rows.filter(({ children }) => children).map(({ label, children }) => ({ key: label, label, children: typeof children === 'string' ? <Told text={children} /> : children }))} />
        {!item.measure && item.status === 'founded' && <p className="faint">还没有方案。定方案时说明成因和措施，指定责任单位和完成日期。</p>}
      </div>
    </section>
  )
}
