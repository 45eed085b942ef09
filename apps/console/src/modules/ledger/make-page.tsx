import { ledgerBase, type LedgerBase } from '@linli/contract/words/index'
import { Card, Select } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { longFresh, useAsk } from '../../kernel/ask.ts'
import { useMay } from '../../kernel/session.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { Answer } from '../../parts/states.tsx'
import { usePause } from '../../parts/use-pause.ts'
import { ColumnsField } from './columns-field.tsx'
import { ConditionsField } from './conditions-field.tsx'
import { asReady, columnsFor, countWords, freshDraft, type Draft, type Item, type Ledger } from './ledger-words.ts'
import styles from './ledger.module.css'
import { LogbookField } from './logbook-field.tsx'
import { LineTable } from './line-table.tsx'
import { SaveButton } from './save-button.tsx'

/** A list or ledger is made by clicking, and what it will show is shown meanwhile. */
export default function MakePage() {
  const [params] = useSearchParams()
  const from = params.get('from') ?? undefined
  const items = useAsk('ledger', 'items', {}, { freshMs: longFresh })
  const present = useAsk('ledger', 'get', { id: from ?? '' }, { isWanted: from !== undefined })
  if (from === undefined) return <Answer query={items}>{({ rows }) => <Make items={rows} />}</Answer>
  return <Answer query={items}>{({ rows }) => <Answer query={present}>{(ledger) => <Make key={ledger.id} items={rows} ledger={ledger} />}</Answer>}</Answer>
}

function Make({ items: common, ledger }: { items: Item[], ledger?: Ledger }) {
  const [draft, setDraft] = useState<Draft>(ledger ? { base: ledger.base, logbook: ledger.logbook, conditions: ledger.conditions, columns: ledger.columns } : freshDraft)
  const logbook = draft.base === 'entry' ? draft.logbook ?? undefined : undefined
  const mayWorkers = useMay('account.view')
  // A logbook brings its own columns.
  const items = useAsk('ledger', 'items', { logbook }, { isWanted: logbook !== undefined, freshMs: longFresh }).data?.rows ?? common
  const mine = items.filter(({ bases, type }) => bases.includes(draft.base) && type !== 'area')
  const isFit = (field: string | null) => field === null || mine.some(({ name }) => name === field)
  /** What another kind of line does not have is left out with it. */
  const changeBase = (base: LedgerBase) => {
    const has = (field: string | null) => field === null || items.some(({ name, bases }) => name === field && bases.includes(base))
    const kept = draft.columns.filter(({ field }) => has(field))
    const conditions = draft.conditions.map(({ any }) => ({ any: any.filter(({ field }) => has(field)) })).filter(({ any }) => any.length > 0)
    setDraft({ base, conditions, columns: kept.length === draft.columns.length ? kept : [...columnsFor(base, items, kept), ...kept] })
  }
  return (
    <>
      <PageHeader title={ledger ? (ledger.mayChange ? `修改“${ledger.name}”` : `复制“${ledger.name}”`) : '新建名单或台账'} back={{ to: ledger ? `/ledger/${ledger.id}` : '/ledger', words: ledger?.name ?? '名单与台账' }} hint="选好每行是什么、要满足的条件和列，下面随时能看到结果。"
        actions={<SaveButton draft={asReady(draft)} ledger={ledger} isFit={isWhole(draft) && draft.columns.length > 0 && draft.columns.every(({ field }) => isFit(field))} />} />
      <div className={styles.make}>
        <Card size="small" title="每行是什么"><Select aria-label="每行是什么" style={{ width: '100%' }} value={draft.base} onChange={changeBase} options={Object.entries(ledgerBase).filter(([value]) => value !== 'worker' || mayWorkers || draft.base === 'worker').map(([value, label]) => ({ value: value as LedgerBase, label }))} />
          {draft.base === 'entry' && <LogbookField value={logbook} change={(next) => setDraft({ base: 'entry', conditions: [], ...next })} />}</Card>
        <Card size="small" title="条件（都要满足）"><ConditionsField items={mine} value={draft.conditions} change={(conditions) => setDraft({ ...draft, conditions })} /></Card>
        <Card size="small" title="列（可以改名、换次序）"><ColumnsField items={mine} value={draft.columns} change={(columns) => setDraft({ ...draft, columns })} /></Card>
      </div>
      <Preview draft={asReady(draft)} />
    </>
  )
}

/** Entries are of some logbook. */
const isWhole = ({ base, logbook }: Draft): boolean => base !== 'entry' || (logbook ?? null) !== null

const pauseMs = 700

function Preview({ draft }: { draft: Draft }) {
  const text = usePause(JSON.stringify(draft), pauseMs)
  const asked = JSON.parse(text) as Draft
  const isWanted = asked.columns.length > 0 && isWhole(asked)
  const rows = useAsk('ledger', 'rows', { draft: asked, limit: 10 }, { keepsLast: true, isLogged: true, isWanted })
  const count = useAsk('ledger', 'count', { draft: asked }, { keepsLast: true, isWanted })
  const lines = { ...rows, data: rows.data && { columns: rows.data.columns, next: null, rows: rows.data.rows.map(({ cells }, at) => ({ key: String(at), cells })) } }
  return (
    <section aria-label="预览" className={styles.preview}>
      <h2 className={styles.title}>预览{count.data && <span className="faint">{countWords(count.data)}，先看前 10 行</span>}</h2>
      {isWanted ? <LineTable label="预览" query={lines} /> : <p className="faint">{isWhole(asked) ? '请至少选择一列' : '请先选择登记簿'}</p>}
    </section>
  )
}
