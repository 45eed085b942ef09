import { flawKind, mendWay } from '@linli/contract/words/index'
import type { FlawKind, MendWay } from '@linli/contract/words/index'
import { App, Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useAsk, useTell } from '../../kernel/ask.ts'
import { wordsOf } from '../../kernel/call.ts'
import { useMay } from '../../kernel/session.ts'
import { usePager } from '../../parts/address/use-pager.ts'
import { Nothing } from '../../parts/states.tsx'
import { DataTable } from '../../parts/table/data-table.tsx'
import { useRowKeys } from '../../parts/table/use-row-keys.ts'
import { flawColumns } from './flaw-columns.tsx'
import { MoveOutMany } from './move-out-many.tsx'
import type { Leaving } from './move-out-many.tsx'
import styles from './quality.module.css'

interface FlawListProps { kind: FlawKind, area?: string, areaName?: string, clearArea: () => void, /** Below a table that fills the page. */ isFarDown: boolean }

/** What many at once can be mended by; of the others each needs somebody to look at the record. */
const ways: Partial<Record<FlawKind, readonly MendWay[]>> = { stale: ['confirm', 'moveOut'], gone: ['moveOut'], noHousing: ['moveOut'], noNumber: ['moveOut'], wrongNumber: ['moveOut'], wrongPhone: ['moveOut'], claimed: ['moveOut'], noHousehold: ['vacant'] }
const hints: Record<FlawKind, string> = {
  noHousing: '点姓名补登住处；确已搬走的，可一起登记迁出。', noNumber: '走访时补登；确已搬走的，可一起登记迁出。', wrongNumber: '点姓名改正，数字错一位也会列在这里。', wrongPhone: '点姓名改正，或走访时补登。',
  stale: '超过一年没有人核对。已核对无误的，可一起确认。', gone: '过了预计离开日期，或租约已到期。已搬走的一起登记迁出；还在住的，请改预计离开日期或租约。', claimed: '请与对方社区核实：在哪边住由哪边登记，住过来的可申请迁移，已不住的登记迁出。', noHousehold: '住宅没有登记住户，使用状态也不是空置。点地址补登住户；确实空着的，可一起登记空置。',
}

const doneWords: Record<MendWay, string> = { confirm: '已确认无误', moveOut: '已登记迁出', vacant: '已登记空置' }

export function FlawList({ kind, area, areaName, clearArea, isFarDown }: FlawListProps) {
  const pager = usePager()
  const query = useAsk('quality', 'list', { kind, area, after: pager.after, limit: 50 }, { keepsLast: true, isLogged: true })
  const [keys, setKeys] = useState<string[]>([])
  const mayMend = useMay('base.edit') && ways[kind] !== undefined
  useRowKeys()
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    // Whoever chose a figure far above sees what is behind it.
    if (isFarDown && query.isSuccess) box.current?.scrollIntoView()
  }, [isFarDown, query.isSuccess])
  return (
    <section ref={box} className={styles.list} aria-label={`${flawKind[kind]}清单`}>
      <div className={styles.bar}>
        <h2 className={styles.title}>{flawKind[kind]}{areaName && `：${areaName}`}</h2>
        {area && <Button type="link" size="small" onClick={clearArea}>看全部社区</Button>}
        <span className={`faint ${styles.hint}`}>{hints[kind]}</span>
      </div>
      {keys.length > 0 && <MendBar kind={kind} keys={keys} clear={() => setKeys([])} />}
      <DataTable label={`${flawKind[kind]}清单`} query={query} columns={flawColumns(kind)} rowKey={(row) => row.subject} pager={pager} words={pager.after || query.data?.next ? undefined : `共 ${query.data?.rows.length ?? 0} 条`} empty={<Nothing words="这一类问题都处理完了" />}
        choice={mayMend ? { keys, change: setKeys, words: (row) => row.name } : undefined} />
    </section>
  )
}

/** What is done with those that were chosen; said with a way back as long as the message stands. */
function MendBar({ kind, keys, clear }: { kind: FlawKind, keys: string[], clear: () => void }) {
  const [isLeaving, setLeaving] = useState(false)
  const { message, modal } = App.useApp()
  const mend = useTell('quality', 'mend', ['quality', 'person', 'housing'])
  const undo = useTell('quality', 'undo', ['quality', 'person', 'housing'])
  const standEmpty = useTell('quality', 'standEmpty', ['quality', 'housing'])
  const counted = kind === 'noHousehold' ? '套' : '人'
  const fail = (fault: Error) => void message.error(wordsOf(fault))
  // The bar is gone by then, and with it what is told to a mutation alone.
  const back = (id: string, count: number) => void undo.mutateAsync({ mend: id }).then(({ undone, left }) => message.success(`已撤销 ${undone} ${counted}${left > 0 ? `，${left} ${counted}此后有改动，没有撤销` : ''}${undone === count ? '，都恢复原样' : ''}`), fail)
  const send = async (way: MendWay, leaving?: Leaving) => {
    const { mend: id, mended, left } = way === 'vacant' ? await standEmpty.mutateAsync({ homes: keys.slice(0, 200) }) : await mend.mutateAsync({ people: keys.slice(0, 200), way, ...leaving })
    const key = `mend-${id}`
    void message.success({ key, duration: 10, content: <>{doneWords[way]} {mended} {counted}{id && <Button type="link" size="small" onClick={() => { message.destroy(key); back(id, mended) }}>撤销</Button>}</> })
    if (left.length > 0) modal.warning({ title: `${left.length} ${counted}没有办理`, content: <ul>{left.slice(0, 20).map((one) => <li key={'home' in one ? one.home : one.person}>{one.why}</li>)}</ul>, okText: '知道了' })
    clear()
  }
  return (
    <div className={styles.mend} role="region" aria-label="批量处理">
      <strong role="status">已选 {keys.length} {counted}</strong>
      {ways[kind]?.map((way, at) => <Button key={way} size="small" type={at === 0 ? 'primary' : 'default'} loading={mend.isPending || standEmpty.isPending} onClick={() => (way === 'moveOut' ? setLeaving(true) : void send(way).catch(fail))}>{mendWay[way]}{way === 'moveOut' && '…'}</Button>)}
      <Button type="link" size="small" onClick={clear}>取消选择</Button>
      <MoveOutMany count={keys.length} isOpen={isLeaving} close={() => setLeaving(false)} send={(leaving) => send('moveOut', leaving)} />
    </div>
  )
}
