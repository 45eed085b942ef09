import { useAsk } from '../../kernel/ask.ts'
import { ItemList, WaitingPanel } from '../../parts/item-list.tsx'
import { whenWords } from '../../parts/when.ts'
import { LightTag } from '../event/light-tag.tsx'
import { StatusTag } from './whistle-tags.tsx'
import type { WhistleRow } from './whistle-view.ts'

/** The whistles blown for an event, for those who may see them. */
export function EventWhistles({ event }: { event: string }) {
  const query = useAsk('whistle', 'list', { event, limit: 20 })
  if (!query.data || query.data.rows.length === 0) return null
  return (
    <section className="panel" aria-labelledby="whistles">
      <h2 id="whistles" className="panel-title">吹哨</h2>
      <ItemList items={query.data.rows.map(itemOf)} />
    </section>
  )
}

/** On the first page: whistles that wait for me, which do not bear waiting. */
export function WaitingWhistles() {
  const { data } = useAsk('whistle', 'list', { isMine: true, limit: 5 })
  return data && <WaitingPanel id="waiting-whistles" title="吹哨待办" items={data.rows.map(itemOf)} more={data.next && '/whistle?isMine=1'} />
}

const itemOf = (row: WhistleRow) => ({
  id: row.id, to: `/whistle/${row.id}`, title: row.title, tags: <><StatusTag status={row.status} />{row.light && <LightTag light={row.light} dueAt={row.arriveBy} />}</>,
  about: `${row.calls.map(({ unit }) => unit.name).join('、')} · ${row.place}`, when: `${whenWords(row.blownAt)}吹哨`,
})
