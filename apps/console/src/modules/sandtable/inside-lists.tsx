import type { Asked } from '@linli/contract'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { Link, useLocation } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import { SelectionActs } from '../../kernel/selection-act.tsx'
import type { SelectionKind } from '../../kernel/selection-act.tsx'
import { Answer, Nothing } from '../../parts/states.tsx'
import { whenWords } from '../../parts/when.ts'
import { LightTag } from '../event/light-tag.tsx'
import { StatusTag } from '../event/status-tag.tsx'
import { useCodeWords } from '../record/use-codes.ts'
import type { Ring } from './ring.ts'
import styles from './sandtable.module.css'

const limit = 20
type Filters = Asked<'sandtable', 'insideEvents'>['filters']

export function InsideEvents({ ring, filters }: { ring: Ring, filters: Filters }) {
  const pager = useSteps()
  const { pathname, search } = useLocation()
  const query = useAsk('sandtable', 'insideEvents', { ring, filters, after: pager.after, limit }, { topic: 'event', keepsLast: true })
  const ids = query.data?.rows.map(({ id }) => id) ?? []
  return (
    <Ticked of="event" query={query} pager={pager} words="这段时间里没有事件" keyOf={({ id }) => id} titleOf={({ title }) => title}>
      {({ id, title, status, light, dueAt, place, reportedAt }) => (
        <><Link to={`/event/${id}`} state={{ ids, from: pathname + search }}>{title}</Link><span className={styles.rowTags}><StatusTag status={status} /> <LightTag light={light} dueAt={dueAt} isShort /></span><small className="faint">{whenWords(reportedAt)} · {place}</small></>
      )}
    </Ticked>
  )
}

export function InsideBuildings({ ring, open }: { ring: Ring, open: (area: string) => void }) {
  const pager = useSteps()
  const query = useAsk('sandtable', 'insideBuildings', { ring, after: pager.after, limit }, { keepsLast: true })
  return (
    <Ticked of="building" query={query} pager={pager} words="里面没有您辖区的楼幢" keyOf={({ area }) => area} titleOf={({ fullName }) => fullName}>
      {({ area, fullName, floors }) => <><Button type="link" size="small" className={styles.rowLink} onClick={() => open(area)}>{fullName}</Button>{floors !== null && <small className="faint">{floors} 层</small>}</>}
    </Ticked>
  )
}

/** Each look is written down. */
export function InsidePeople({ ring }: { ring: Ring }) {
  const [inCare, setInCare] = useState(false)
  return (
    <>
      <Checkbox className={styles.only} checked={inCare} onChange={(event) => setInCare(event.target.checked)}>只看关爱对象</Checkbox>
      <People key={String(inCare)} ring={ring} inCare={inCare} />
    </>
  )
}

function People({ ring, inCare }: { ring: Ring, inCare: boolean }) {
  const pager = useSteps()
  const codes = useCodeWords('careGroup')
  const query = useAsk('sandtable', 'insidePeople', { ring, inCare, after: pager.after, limit }, { keepsLast: true, isLogged: true, freshMs: 60_000 })
  const words = (groups: readonly string[]) => groups.map((group) => codes?.find(({ code }) => code === group)?.label ?? group).join('、')
  return (
    <Ticked of="person" query={query} pager={pager} words="没有登记的人员" keyOf={({ id }) => id} titleOf={({ name }) => name}>
      {({ id, name, age, groups, address }) => <><Link to={`/person/${id}`}>{name}</Link>{age !== null && <small className="faint">{age} 岁</small>}<small className="faint">{[address, words(groups)].filter(Boolean).join(' · ')}</small></>}
    </Ticked>
  )
}

interface Steps { after: string | undefined, page: number, back: (() => void) | undefined, on: (next: string) => void }

/** Pages of a list that is part of another page: not in the address. */
function useSteps(): Steps {
  const [trail, setTrail] = useState<string[]>([])
  return { after: trail[trail.length - 1], page: trail.length + 1, back: trail.length > 0 ? () => setTrail(trail.slice(0, -1)) : undefined, on: (next) => setTrail([...trail, next]) }
}

interface TickedProps<R> {
  of: SelectionKind
  query: { data: { rows: R[], next: string | null } | undefined, error: Error | null, isPending: boolean, refetch: () => unknown }
  pager: Steps
  words: string
  keyOf: (row: R) => string
  titleOf: (row: R) => string
  children: (row: R) => ReactNode
}

/** A list whose rows are ticked, over several pages, and what the modules do with those. */
function Ticked<R>({ of, query, pager, words, keyOf, titleOf, children }: TickedProps<R>) {
  const [ids, setIds] = useState<readonly string[]>([])
  return (
    <Answer query={query} isSmall>
      {({ rows, next }) => {
        const here = rows.map(keyOf)
        const isAll = here.length > 0 && here.every((id) => ids.includes(id))
        if (rows.length === 0 && pager.page === 1) return <Nothing words={words} />
        return (
          <>
            <div className={styles.acts}>
              <Checkbox checked={isAll} indeterminate={!isAll && here.some((id) => ids.includes(id))} onChange={(event) => setIds(event.target.checked ? [...new Set([...ids, ...here])] : ids.filter((id) => !here.includes(id)))}>全选本页</Checkbox>
              <span role="status" className="faint">{ids.length > 0 && `已选 ${ids.length}`}</span>
              <SelectionActs selection={{ of, ids, done: () => setIds([]) }} />
            </div>
            <ul className={styles.rows}>
              {rows.map((row) => {
                const id = keyOf(row)
                return <li key={id}><Checkbox aria-label={`选择 ${titleOf(row)}`} checked={ids.includes(id)} onChange={(event) => setIds(event.target.checked ? [...ids, id] : ids.filter((one) => one !== id))} /><div>{children(row)}</div></li>
              })}
            </ul>
            {(pager.page > 1 || next !== null) && <nav aria-label="翻页" className={styles.pages}><Button size="small" disabled={!pager.back} onClick={pager.back}>上一页</Button><span>第 {pager.page} 页</span><Button size="small" disabled={next === null} onClick={() => next !== null && pager.on(next)}>下一页</Button></nav>}
          </>
        )
      }}
    </Answer>
  )
}
