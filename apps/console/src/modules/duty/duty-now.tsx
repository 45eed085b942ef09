import { Tag } from 'antd'
import { useAsk } from '../../kernel/ask.ts'
import { Mark } from '../../parts/mark.tsx'
import { whenWords } from '../../parts/when.ts'
import styles from './duty-page.module.css'

/** Who is there at this moment, or when somebody comes. */
export function DutyNow({ area }: { area: string }) {
  const { data } = useAsk('duty', 'now', { area })
  if (!data) return null
  return (
    <p className={styles.now} role="status">
      {data.isStaffed ? <Mark tone="blue">现在有人</Mark> : <Tag color="red">现在没有人</Tag>}
      {data.isStaffed
        ? <span>{data.areaName}：{data.people.length > 0 ? data.people.join('、') : '没有排班，按接待时间由在岗人员接待'}{data.until && `，到 ${whenWords(data.until)}`}</span>
        : <span>{data.next ? `下一班 ${whenWords(data.next.from)}（${data.next.areaName}）` : '两周内没有排班'}</span>}
    </p>
  )
}
