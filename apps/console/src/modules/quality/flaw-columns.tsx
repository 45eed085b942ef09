import type { Output } from '@linli/contract'
import type { FlawKind } from '@linli/contract/words/index'
import { Link } from 'react-router'
import type { Column } from '../../parts/table/column.ts'
import { whenWords } from '../../parts/when.ts'

type Flaw = Output<'quality', 'list'>['rows'][number]

/** Of people their number and phone as far as the flaw is about them; of units the address. */
export function flawColumns(kind: FlawKind): Column<Flaw>[] {
  const name: Column<Flaw> = { key: 'name', title: kind === 'noHousehold' ? '房屋' : '姓名', width: kind === 'noHousehold' ? undefined : 120, render: (row) => <Link data-row-link to={row.of === 'person' ? `/person/${row.subject}` : `/housing/${row.subject}`}>{row.name}</Link> }
  const area: Column<Flaw> = { key: 'area', title: '辖区', width: 200, render: (row) => row.areaName }
  const since: Column<Flaw> = { key: 'since', title: '发现时间', width: 130, render: (row) => whenWords(row.since) }
  if (kind === 'noHousehold') return [name, area, since]
  return [
    name, { key: 'number', title: '证件号码', width: 190, render: (row) => <span className="number">{row.number ?? '—'}</span> }, { key: 'phone', title: '电话', width: 130, render: (row) => <span className="number">{row.phone ?? '—'}</span> },
    { key: 'address', title: '住处', render: (row) => row.address ?? row.areaName }, area,
    ...(kind === 'claimed' ? [{ key: 'elsewhere', title: '另一社区', width: 160, render: (row: Flaw) => row.elsewhere ?? '—' }] : []),
    kind === 'stale' ? { key: 'checked', title: '上次核对', width: 130, render: (row) => whenWords(row.checkedAt) } : since,
  ]
}
