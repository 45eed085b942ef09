import { Alert, Button } from 'antd'
import { useTell } from '../../kernel/ask.ts'
import { wordsOf } from '../../kernel/call.ts'
import { counted, faultyOf } from './intake-view.ts'
import type { Look } from './intake-view.ts'
import styles from './intake.module.css'

/** A ledger that went out and came back changed: how many cells differ, which of them wait for a word, and the button that takes over what was chosen. */
export function ReturnedPanel({ batch }: { batch: Look }) {
  const choose = useTell('intake', 'choose')
  const commit = useTell('intake', 'commit', ['intake', batch.kind])
  const { cells, taken, conflicts, clears } = batch.cells ?? { cells: 0, taken: 0, conflicts: 0, clears: 0 }
  const [faulty, { fresh = 0, match = 0 }] = [faultyOf(batch), batch.counts]
  const fault = commit.error ?? choose.error
  const all = (isTaken: boolean, which: 'all' | 'conflicts' | 'clears' = 'all') => choose.mutate({ id: batch.id, which, isTaken })
  const told = batch.wrong.filter(({ field }) => !batch.fields.some(({ name }) => name === field))
  const ignored = batch.columns.filter(({ name }) => name === null || batch.fields.find((field) => field.name === name)?.part === 'place').map(({ title }) => title)
  return (
    <section className={`panel ${styles.said}`} aria-labelledby="commit">
      <h2 id="commit" className="panel-title">核对改动</h2>
      <div className={`panel-body ${styles.stack}`}>
        {cells === 0 && fresh === 0 ? <Alert type="info" showIcon title={faulty > 0 ? '没有可以采纳的改动，请看下面有问题的行。' : '与导出时相比没有改动。'} />
          : <p role="status">改了 <strong>{match}</strong> 行共 <strong>{cells}</strong> 格，采纳其中 <strong>{taken}</strong> 格{fresh > 0 && <>；另外新登记 <strong>{fresh}</strong> {counted[batch.kind].unit}</>}{faulty > 0 && <>；<strong>{faulty}</strong> 行有问题，不导入</>}。</p>}
        {conflicts > 0 && <Alert type="warning" showIcon title={`有 ${conflicts} 格在导出以后系统里也改过，先不采纳；请在下面逐格看过再勾选。`} action={<Button size="small" onClick={() => all(true, 'conflicts')}>都以文件为准</Button>} />}
        {clears > 0 && <Alert type="warning" showIcon title={`有 ${clears} 格在文件里删空了，先不采纳；确要清空的请在下面勾选。`} action={<Button size="small" onClick={() => all(true, 'clears')}>都清空</Button>} />}
        {told.length > 0 && <Alert type="warning" showIcon title={`只展示的列里有改动，不导入：${told.map(({ label, rows }) => `${label} ${rows} 格`).join('、')}。要改请到一人一档等档案里办理。`} />}
        {ignored.length > 0 && <p className="faint">由系统得出或属于别的档案的列，只展示，改了不导入：{ignored.join('、')}。</p>}
        {fault && <Alert type="error" showIcon role="alert" title={wordsOf(fault)} />}
        {cells + fresh > 0 && (
          <div className={styles.row}>
            <Button type="primary" loading={commit.isPending} disabled={!batch.mayCommit || taken + fresh === 0} onClick={() => commit.mutate({ id: batch.id, which: faulty > 0 ? 'good' : 'all' })}>{taken > 0 ? `采纳 ${taken} 格改动` : '导入新增的行'}</Button>
            {cells > 0 && <Button disabled={taken === cells || choose.isPending} onClick={() => all(true)}>全部采纳</Button>}
            {cells > 0 && <Button disabled={taken === 0 || choose.isPending} onClick={() => all(false)}>全部不采纳</Button>}
          </div>
        )}
      </div>
    </section>
  )
}
