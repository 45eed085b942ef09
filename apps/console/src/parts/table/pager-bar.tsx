import { Button } from 'antd'
import type { Pager } from '../address/use-pager.ts'
import styles from './pager-bar.module.css'

interface PagerBarProps { pager: Pager, next: string | null | undefined, words?: string }

/** Says where one is in a list and goes on, back or to the beginning; of a list that is whole and has nothing to say there is none. */
export const PagerBar = ({ pager, next, words }: PagerBarProps) => (words || pager.after || next) && (
  <div className={styles.bar}>
    {words && <span className="faint">{words}</span>}
    {(pager.after || next) && (
      <nav aria-label="翻页" className={styles.pages}>
        <Button size="small" disabled={!pager.first} onClick={pager.first}>第一页</Button>
        <Button size="small" disabled={!pager.back} onClick={pager.back}>上一页</Button>
        <span aria-current="page">第 {pager.page} 页</span>
        <Button size="small" disabled={!next} onClick={() => next && pager.on(next)}>下一页</Button>
      </nav>
    )}
  </div>
)
