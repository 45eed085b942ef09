import type { Output } from '@linli/contract'
import { Link } from 'react-router'
import type { Column } from '../../parts/table/column.ts'
import { dayWords, whenWords } from '../../parts/when.ts'
import { StatusTag } from '../event/status-tag.tsx'

/** Events behind a number. */
export const behindColumns: Column<Output<'insight', 'events'>['rows'][number]>[] = [
  { key: 'title', title: '事件', isFixed: true, render: (row) => <Link data-row-link to={`/event/${row.id}`}>{row.title}</Link> },
  { key: 'status', title: '状态', width: 96, isFixed: true, render: (row) => <StatusTag status={row.status} /> },
  { key: 'matter', title: '事项', width: 130, render: (row) => row.matter },
  { key: 'area', title: '辖区', width: 190, render: (row) => row.areaName },
  { key: 'unit', title: '办理单位', width: 130, render: (row) => row.unit ?? '—' },
  { key: 'on', title: '发生日期', width: 110, render: (row) => dayWords(row.on) },
  { key: 'times', title: '次数', width: 64, render: (row) => row.times },
  { key: 'reportedAt', title: '上报时间', width: 130, render: (row) => whenWords(row.reportedAt) },
]
