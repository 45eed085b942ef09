import { Link } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import { usePager } from '../../parts/address/use-pager.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { Nothing } from '../../parts/states.tsx'
import { DataTable } from '../../parts/table/data-table.tsx'
import { whenWords } from '../../parts/when.ts'
import { addressOf, usePlace } from './use-place.ts'

/** Where a record of a kind has its page. */
const pages: Readonly<Record<string, string>> = { person: '/person', housing: '/housing', building: '/housing', household: '/household', enterprise: '/enterprise', thing: '/thing', event: '/event', talk: '/attend', flaw: '/person' }

/** The records behind a part of a number, as far as one may see them. */
export default function RecordsPage() {
  const { area = '/', params } = usePlace()
  const pager = usePager()
  const asked = (name: string) => params.get(name) ?? undefined
  const query = useAsk('indicator', 'records', { source: asked('source') ?? '', key: asked('key') ?? '', area, from: asked('from'), until: asked('until'), after: pager.after }, { keepsLast: true, isLogged: true })
  return (
    <>
      <PageHeader title={`指标清单：${asked('label') ?? '记录'}`} hint="查看清单会留下记录。" back={{ to: addressOf('/indicators', { area }), words: '指标看板' }} />
      <DataTable label="指标清单" query={query} rowKey={({ id }) => id} pager={pager} empty={<Nothing words="没有记录" />} columns={[
        { key: 'title', title: '名称', render: ({ id, kind, area: at, title }) => (pages[kind] ? <Link data-row-link to={kind === 'building' ? addressOf(pages[kind], { area: at }) : `${pages[kind]}/${id}`}>{title || '没有名称'}</Link> : title) },
        { key: 'note', title: '地址', render: ({ note }) => note || '—' },
        { key: 'at', title: '时间', width: 140, render: ({ at }) => (at ? whenWords(at) : '—') },
      ]} />
    </>
  )
}
