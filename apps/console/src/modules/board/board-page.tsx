import type { BoardList } from '@linli/contract/words/index'
import { useAsk } from '../../kernel/ask.ts'
import { useMay } from '../../kernel/session.ts'
import { DayRange } from '../../parts/day-range.tsx'
import { PageHeader } from '../../parts/page-header.tsx'
import { Answer, Nothing } from '../../parts/states.tsx'
import { AreaSelect } from '../organisation/area-select.tsx'
import styles from './board.module.css'
import { usePeriod } from './board-filter.ts'
import type { Period } from './board-filter.ts'
import type { Board } from './board-view.ts'
import { Days } from './days.tsx'
import { Figure } from './figure.tsx'
import { Saved } from './saved.tsx'
import { Subjects } from './subjects.tsx'

/** What became of residents' talks; every number with its formula, and where it can be, the talks behind it. */
export default function BoardPage() {
  const { period: { area, from, until }, change } = usePeriod()
  return (
    <>
      <PageHeader title="接待看板" hint="问社工的会话，按开始的那天计。每五分钟更新一次。" actions={(
        <span className={styles.filters}>
          <AreaSelect aria-label="社区或街道" deepest="community" value={area} onChange={(path) => path && change({ area: path })} style={{ minWidth: 160 }} />
          <DayRange aria-label="时间" from={from} until={until} onChange={(days) => change(days)} />
        </span>
      )} />
      {area ? <Figures period={{ area, from, until }} /> : <div className="panel"><Nothing words="请先选择社区或街道" /></div>}
    </>
  )
}

function Figures({ period }: { period: Period }) {
  const query = useAsk('board', 'figures', period, { keepsLast: true })
  return <Answer query={query}>{(board) => (
    <>
      <Counts board={board} period={period} />
      <Days days={board.days} />
      <div className={styles.both}>
        <Subjects board={board} />
        <Saved board={board} />
      </div>
    </>
  )}</Answer>
}

function Counts({ board: { counts, before, rates, wait }, period }: { board: Board, period: Period }) {
  const mayLearn = useMay('knowledge.view')
  const figure = (list: BoardList) => ({ period, list })
  const grew = (now: number, was: number) => (was === 0 ? undefined : `比前一段${now >= was ? '多' : '少'} ${Math.abs(now - was)}`)
  return (
    <dl className={styles.figures}>
      <Figure title="会话" value={counts.talks} note={grew(counts.talks, before.talks)} formula="居民至少说了一句的会话数" behind={figure('talks')} />
      <Figure title="智能客服独立答完" value={counts.machine} rate={rates.machine} formula="没有转人工、没有推荐问题，有答案的会话 ÷ 会话" behind={figure('machine')} />
      <Figure title="经推荐问题答完" value={counts.suggested} formula="没有转人工、推荐过问题请居民选的会话" behind={figure('suggested')} />
      <Figure title="转人工" value={counts.handed} rate={rates.handed} formula="转过人工的会话 ÷ 会话" behind={figure('handed')} />
      <Figure title="没有答上" value={counts.unanswered} formula="没有转人工、没有推荐、也没有答案的会话（含只打招呼的）" behind={figure('unanswered')} />
      <Figure title="满意率" value={rates.satisfied} unit="%" note={`${counts.satisfied} 个满意，${counts.rated} 个评价`} formula="评四星、五星的会话 ÷ 评价了的会话" behind={figure('dissatisfied')} behindWords="看不满意的" />
      <Figure title="重复问题" value={rates.repeated} unit="%" note={`${counts.repeated} / ${counts.questions} 个问题`} formula="前 30 天内本街道别的会话问到过同一条答案的问题 ÷ 问知识库的问题" />
      <Figure title="答案覆盖" value={rates.answered} unit="%" note={`直接答 ${counts.answered}，请选 ${counts.offered}`} formula="直接回答的问题 ÷ 问知识库的问题" to={mayLearn ? '/learning' : undefined} toWords="看没答好的问题" />
      <Figure title="人工等待" value={wait.medianMinutes} unit="分" note={wait.p90Minutes === null ? undefined : `最慢一成 ${wait.p90Minutes} 分以上，${counts.attended} 人次，回复 ${counts.replies} 条`} formula="从转人工到第一次人工回复的分钟数的中位数" />
    </dl>
  )
}
