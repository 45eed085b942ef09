import { PhotoStrip } from '../../parts/photo/photo-strip.tsx'
import { minuteWords, whenExact, whenWords } from '../../parts/when.ts'
import { LightTag } from '../event/light-tag.tsx'
import tag from '../event/status-tag.module.css'
import { CallTag, LateTag } from './whistle-tags.tsx'
import { scoreWords } from './whistle-view.ts'
import type { CallView, WhistleView } from './whistle-view.ts'
import styles from './whistle.module.css'

/** Each called unit: whether and when it answered and came, how far from the place, what it did, and what both sides think. */
export const CallList = ({ whistle }: { whistle: WhistleView }) => (
  <section className="panel" aria-labelledby="calls">
    <h2 id="calls" className="panel-title">召集单位</h2>
    <ul className={styles.rows}>{whistle.calls.map((call) => <li key={call.unit.id} className={call.unit.id === whistle.myUnit ? `${styles.row} ${styles.mine}` : styles.row}><Part call={call} isMine={call.unit.id === whistle.myUnit} /></li>)}</ul>
  </section>
)

const Part = ({ call, isMine }: { call: CallView, isMine: boolean }) => (
  <>
    <div className={styles.head}>
      <strong>{call.unit.name}</strong>{call.isLead && <span className={`${tag.tag} ${tag.flag}`}>主办</span>}{isMine && <span className={`${tag.tag} ${tag.flag}`}>本单位</span>}<CallTag status={call.status} />
      {call.light && <LightTag light={call.light} dueAt={call.arriveBy} />}
      {call.arrival && call.arrival.lateMinutes > 0 && <LateTag words={`迟到 ${minuteWords(call.arrival.lateMinutes)}`} />}
      {call.arrival?.isNear === false && <LateTag words="不在现场" />}
    </div>
    <dl className={styles.facts}>
      {rows(call).map(({ what, text }) => <Fact key={what} what={what} text={text} />)}
    </dl>
    {call.arrival && call.arrival.photos.length > 0 && <PhotoStrip size={72} photos={call.arrival.photos.map((id, at) => ({ id, words: `${call.unit.name}到场照片 ${at + 1}` }))} />}
    {call.result && call.result.photos.length > 0 && <PhotoStrip size={72} photos={call.result.photos.map((id, at) => ({ id, words: `${call.unit.name}处置照片 ${at + 1}` }))} />}
  </>
)

const Fact = ({ what, text }: { what: string, text: string }) => <><dt>{what}</dt><dd>{text}</dd></>

function rows({ answered, answerBy, arrival, result, rating, officeRating, releasedFor, status }: CallView): { what: string, text: string }[] {
  const said = (text: string | null) => text ? `。${text}` : ''
  return [
    ...(answered ? [{ what: '接哨', text: `${whenExact(answered.at)} ${answered.by}${answered.isLate ? '（超时）' : ''}${laterWords(answered)}` }] : status === 'called' ? [{ what: '接哨', text: `请在${whenWords(answerBy)}前接哨` }] : []),
    ...(arrival ? [{ what: '到场', text: `${whenExact(arrival.at)} ${arrival.by}，${whereWords(arrival)}${laterWords(arrival)}` }] : []),
    ...(result ? [{ what: '反馈', text: `${result.text}（${result.by} ${whenExact(result.at)}）` }] : []),
    ...(rating ? [{ what: '街道评', text: `到场 ${scoreWords(rating.arrival)}，配合 ${scoreWords(rating.cooperation)}，${rating.isSolved ? '已解决' : '未解决'}${said(rating.note)}` }] : []),
    ...(officeRating ? [{ what: '评街道', text: `${officeRating.isRight ? '哨吹得准' : '哨吹得不准'}，准备 ${scoreWords(officeRating.preparation)}${said(officeRating.note)}` }] : []),
    ...(releasedFor ? [{ what: '原因', text: releasedFor }] : []),
  ]
}

/** Without a network the phone says when it was; when the server heard of it is known for sure. */
const laterWords = ({ heardAt }: { heardAt: string | null }) => heardAt ? `；当时没有网络，手机记的时间，${whenExact(heardAt)} 送达` : ''

/** Where somebody reported in, in words. */
export function whereWords({ metres, accuracy, reason }: Pick<NonNullable<CallView['arrival']>, 'metres' | 'accuracy' | 'reason'>): string {
  if (reason) return `没有定位：${reason}`
  const about = accuracy === null ? '' : `（定位误差约 ${Math.round(accuracy)} 米）`
  return metres === null ? `已定位${about}` : `距现场 ${metres < 1000 ? `${metres} 米` : `${(metres / 1000).toFixed(1)} 公里`}${about}`
}
