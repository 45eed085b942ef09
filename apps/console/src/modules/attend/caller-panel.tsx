import { talkChannel } from '@linli/contract/words/index'
import { Link } from 'react-router'
import { minuteWords, whenWords } from '../../parts/when.ts'
import styles from './attend.module.css'
import type { AttendView } from './attend-view.ts'

/** Who asks, as far as the worker may see it, and who took the talk up before. */
export const CallerPanel = ({ talk }: { talk: AttendView }) => (
  <section className="panel" aria-labelledby="caller">
    <h2 id="caller" className="panel-title">居民</h2>
    <div className="panel-body">
      {talk.state === 'ended' && <p className="faint">对话已结束，不再显示是谁。</p>}
      <dl className={styles.facts}>
        {talk.state !== 'ended' && <Who talk={talk} />}
        <div><dt>来自</dt><dd>{talkChannel[talk.channel]}，{talk.areaName}</dd></div>
      </dl>
      {talk.taken.length > 0 && <ol className={styles.taken}>{talk.taken.map((one) => (
        <li key={one.claimedAt}>
          <strong>{one.worker}</strong> {whenWords(one.claimedAt)} 接待，等了 {minuteWords(one.waitedMinutes)}，回复 {one.replies} 条
          {one.passedTo && <p>转给 {one.passedTo}：{one.note}</p>}
          {one.event && <p>已转事件 <Link to={`/event/${one.event.id}`}>{one.event.number}</Link></p>}
        </li>
      ))}</ol>}
    </div>
  </section>
)

const Who = ({ talk: { caller } }: { talk: AttendView }) => (
  <>
    <div><dt>称呼</dt><dd>{caller?.name ?? '—'}</dd></div>
    <div><dt>电话</dt><dd className="number">{caller?.phone ?? '—'}</dd></div>
    <div><dt>一人一档</dt><dd>{caller && caller.people.length > 0 ? caller.people.map(({ id, name, areaName }) => <Link key={id} to={`/person/${id}`}>{name}（{areaName}）</Link>) : <span className="faint">没有同号码的登记，或不在您的辖区</span>}</dd></div>
  </>
)
