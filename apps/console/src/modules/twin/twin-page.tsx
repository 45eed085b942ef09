import { twinStatus } from '@linli/contract/words/index'
import { Segmented } from 'antd'
import { useAsk } from '../../kernel/ask.ts'
import { oneOf, word } from '../../parts/address/filter.ts'
import { useFilter } from '../../parts/address/use-filter.ts'
import { usePager } from '../../parts/address/use-pager.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { Nothing } from '../../parts/states.tsx'
import { useRowKeys } from '../../parts/table/use-row-keys.ts'
import { useNarrow } from '../../parts/use-media.ts'
import { usePause } from '../../parts/use-pause.ts'
import { PairPanel } from './pair-panel.tsx'
import { TwinQueue } from './twin-queue.tsx'
import styles from './twin.module.css'

const statuses = ['different', 'merged'] as const
const fields = { status: oneOf(statuses), pair: word(), area: word() }
/** Running through the list by j, only where one stays is looked at: every look is in the journal. */
const restMs = 250

/** The pairs and one of them side by side; what was decided is gone from the list, and the next one is shown. */
export default function TwinPage() {
  const { filter, change } = useFilter(fields)
  const pager = usePager()
  const isNarrow = useNarrow()
  const status = filter.status ?? 'open'
  const query = useAsk('twin', 'list', { status, area: filter.area, after: pager.after }, { keepsLast: true, isLogged: true })
  const rows = query.data?.rows ?? []
  const shown = rows.find(({ id }) => id === filter.pair) ?? (isNarrow ? undefined : rows[0])
  const settled = usePause(shown?.id, restMs)
  const pair = rows.find(({ id }) => id === settled)
  useRowKeys()
  const isAlone = isNarrow && shown !== undefined
  return (
    <>
      <PageHeader title="疑似重复" hint="系统找出的姓名相同或相近、可能是同一个人的两条记录。合并可整体撤销；“不是同一人”会一直记住。"
        back={isAlone ? { to: '/twin', words: '回到列表', go: () => change({ pair: undefined }) } : undefined}
        actions={!isAlone && <Segmented aria-label="处理情况" value={status} options={(['open', ...statuses] as const).map((value) => ({ value, label: twinStatus[value] }))} onChange={(value) => change({ status: statuses.find((one) => one === value), pair: undefined })} />} />
      <div className={styles.desk}>
        {!isAlone && <TwinQueue query={query} pager={pager} shown={shown?.id} choose={(id) => change({ pair: id })} />}
        {(!isNarrow || isAlone) && (pair ? <PairPanel key={pair.id} row={pair} done={() => change({ pair: undefined })} /> : <div className={`panel ${styles.none}`}>{query.isSuccess && rows.length === 0 && <Nothing words={status === 'open' ? '没有待核对的疑似重复' : '还没有这样的记录'} />}</div>)}
      </div>
    </>
  )
}
