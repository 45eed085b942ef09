import { PlusOutlined, QuestionCircleOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useRef, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import { useMay } from '../../kernel/session.ts'
import { useFilter } from '../../parts/address/use-filter.ts'
import { usePager } from '../../parts/address/use-pager.ts'
import { useKeys } from '../../parts/keys.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { Nothing } from '../../parts/states.tsx'
import { useRowKeys } from '../../parts/table/use-row-keys.ts'
import { useNarrow } from '../../parts/use-media.ts'
import { usePause } from '../../parts/use-pause.ts'
import type { EventView } from '../event/event-view.ts'
import { DeskDetail } from './desk-detail.tsx'
import styles from './desk-page.module.css'
import { DeskQueue, focusRow } from './desk-queue.tsx'
import { KeyList } from './key-list.tsx'
import { nextOf, queueFields, questionOf } from './queue.ts'

/** Running through a list by j, only where one stays is fetched. */
const restMs = 120

/** List, detail and map side by side: from report to dispatch without leaving the page or the keyboard. On a phone the list leads to the event's own page. */
export default function DeskPage() {
  const { filter, change } = useFilter(queueFields)
  const pager = usePager()
  const { pathname, search } = useLocation()
  const navigate = useNavigate()
  const mayReport = useMay('event.report')
  const isNarrow = useNarrow()
  const [isTelling, setTelling] = useState(false)
  const asked = questionOf(filter, pager.after)
  const query = useAsk('event', 'list', asked, { keepsLast: true })
  const ids = query.data?.rows.map(({ id }) => id) ?? []
  const { shown, choose, current } = useChoice(JSON.stringify(asked), ids)
  const settled = usePause(shown, restMs)
  const report = () => mayReport && void navigate('/event/new')
  useRowKeys()
  useKeys({ '?': () => setTelling(true), n: report })
  const taken = (after: EventView) => choose(nextOf(ids, after))
  return (
    <>
      <PageHeader title="受理台" actions={<>
        {!isNarrow && <Button icon={<QuestionCircleOutlined aria-hidden />} aria-keyshortcuts="?" onClick={() => setTelling(true)}>快捷键</Button>}
        {mayReport && <Button icon={<PlusOutlined aria-hidden />} aria-keyshortcuts="n" onClick={report}>上报事件</Button>}
      </>} />
      <div className={styles.desk}>
        <DeskQueue query={query} pager={pager} filter={filter} change={change} shown={isNarrow ? undefined : shown} choose={isNarrow ? undefined : choose} trail={{ ids, from: pathname + search }} />
        {!isNarrow && (settled
          ? <DeskDetail id={settled} key={settled} taken={taken} closed={() => focusRow(current())} />
          : <div className={`panel ${styles.none}`}>{query.isSuccess && <Nothing words="没有等您办理的事件" />}</div>)}
      </div>
      <KeyList isOpen={isTelling} close={() => setTelling(false)} />
    </>
  )
}

/** The event that is shown: the chosen one as long as the same list is asked for, else its first. One that a colleague takes away stays until one goes on. */
function useChoice(list: string, ids: readonly string[]) {
  const [chosen, setChosen] = useState<{ list: string, id: string | undefined }>()
  const shown = chosen?.list === list ? chosen.id ?? ids[0] : ids[0]
  const latest = useRef<string>(undefined)
  const choose = (id: string | undefined) => {
    latest.current = id
    setChosen({ list, id })
  }
  return { shown, choose, current: () => latest.current ?? shown }
}
