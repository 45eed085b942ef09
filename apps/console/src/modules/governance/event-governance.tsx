import { useAsk } from '../../kernel/ask.ts'
import { useMay } from '../../kernel/session.ts'
import { ItemList, WaitingPanel } from '../../parts/item-list.tsx'
import { dayWords } from '../../parts/when.ts'
import { FoundButton } from './found-button.tsx'
import { PressingTags, StatusTag } from './governance-tags.tsx'
import type { GovernanceRow } from './governance-view.ts'

const over: readonly string[] = ['closed', 'cancelled']

/** The items that an event belongs to; where none is open, whoever may found one does so from here. */
export function EventGovernance({ event }: { event: string }) {
  const query = useAsk('governance', 'list', { event, limit: 20 })
  const mayFound = useMay('governance.found')
  if (!query.data) return null
  const { rows } = query.data
  const isFoundable = mayFound && rows.every((row) => over.includes(row.status))
  if (rows.length === 0 && !isFoundable) return null
  return (
    <section className="panel" aria-labelledby="governance">
      <h2 id="governance" className="panel-title">治理事项{isFoundable && <span style={{ marginLeft: 'auto' }}><FoundButton from={{ events: [event] }} words="立项治理" /></span>}</h2>
      {rows.length > 0 ? <ItemList items={rows.map(itemOf)} /> : <p className="panel-body faint">反复发生的问题可以立一项，从根上治理；同一地点的同一事项会自动归入。</p>}
    </section>
  )
}

/** On the first page: items that wait for me. */
export function WaitingGovernance() {
  const { data } = useAsk('governance', 'list', { isMine: true, limit: 5 })
  return data && <WaitingPanel id="waiting-governance" title="治理待办" items={data.rows.map(itemOf)} more={data.next && '/governance?isMine=1'} />
}

const itemOf = (row: GovernanceRow) => ({
  id: row.id, to: `/governance/${row.id}`, title: row.title, tags: <><StatusTag status={row.status} /><PressingTags row={row} /></>,
  about: `${row.matter.name} ${row.events} 件${row.unit ? ` · ${row.unit.name}` : ''}`, when: row.targetOn ? `计划 ${dayWords(row.targetOn)} 完成` : '还没有方案',
})
