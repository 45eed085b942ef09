import { lineOf, parentOf } from '@linli/standards/area-path'
import { Button } from 'antd'
import { longFresh, useAsk } from '../../kernel/ask.ts'
import { myAreas, useMe } from '../../kernel/session.ts'
import styles from './sandtable.module.css'

interface CrumbsProps { area: string, top: string, open: (area: string) => void }

/** From the sub-district down to where one is; each step leads back. */
export const Crumbs = ({ area, top, open }: CrumbsProps) => (
  <nav aria-label="所在位置" className={styles.crumbs}>
    {(area === '/' ? [area] : lineOf(area)).filter((step) => step.startsWith(top)).map((step) => <Crumb key={step} area={step} isLast={step === area} open={open} />)}
  </nav>
)

function Crumb({ area, isLast, open }: { area: string, isLast: boolean, open: (area: string) => void }) {
  const name = useAreaName(area) ?? '…'
  return isLast ? <strong aria-current="location">{name}</strong> : <><Button type="link" size="small" onClick={() => open(area)}>{name}</Button><span aria-hidden>›</span></>
}

/** An area's own name; those one works in are known without asking. */
export function useAreaName(area: string): string | undefined {
  const own = myAreas(useMe()).find(({ path }) => path === area)?.name
  const rows = useAsk('organisation', 'areas', { parent: parentOf(area) ?? '/' }, { isWanted: own === undefined && area !== '/', freshMs: longFresh }).data?.rows
  return own ?? (area === '/' ? '全部辖区' : rows?.find(({ path }) => path === area)?.name)
}
