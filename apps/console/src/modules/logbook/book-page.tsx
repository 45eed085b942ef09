import { PlusOutlined, TableOutlined } from '@ant-design/icons'
import { areaAt } from '@linli/standards/area-path'
import { Button, Checkbox, Select } from 'antd'
import { Link, useNavigate, useParams, useSearchParams } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import { myAreas, useMay, useMe } from '../../kernel/session.ts'
import { day, flag, word } from '../../parts/address/filter.ts'
import { useFilter } from '../../parts/address/use-filter.ts'
import { usePager } from '../../parts/address/use-pager.ts'
import { DayRange } from '../../parts/day-range.tsx'
import { FilterBar } from '../../parts/filter-bar.tsx'
import { Mark } from '../../parts/mark.tsx'
import { PageHeader } from '../../parts/page-header.tsx'
import { Answer, Nothing } from '../../parts/states.tsx'
import { useColumns } from '../../parts/table/column.ts'
import type { Column } from '../../parts/table/column.ts'
import { ColumnChoice } from '../../parts/table/column-choice.tsx'
import { DataTable } from '../../parts/table/data-table.tsx'
import { useNarrow } from '../../parts/use-media.ts'
import { AreaSelect } from '../organisation/area-select.tsx'
import { EnterEntry } from './enter-entry.tsx'
import styles from './logbook.module.css'
import { choicesOf, chosenOf, wordsOfColumn } from './logbook-view.ts'
import type { Book, EntryRow } from './logbook-view.ts'

/** One logbook: what was written down, the newest first, and the way to write the next. */
export default function BookPage() {
  const { id = '' } = useParams()
  const query = useAsk('logbook', 'book', { id })
  return <Answer query={query}>{(book) => <Present key={book.id} book={book} />}</Answer>
}

function Present({ book }: { book: Book }) {
  const { id, name, areaName, purpose, isShipped, isEnded, mayChange } = book
  const [params, setParams] = useSearchParams()
  const isEntering = params.has('enter')
  const setEntering = (isWanted: boolean) => setParams((now) => { if (isWanted) now.set('enter', ''); else now.delete('enter'); return now }, { replace: !isWanted })
  const isNarrow = useNarrow()
  const mayEdit = useMay('base.edit') && !isShipped && !isEnded
  const navigate = useNavigate()
  return (
    <>
      <PageHeader title={name} beside={<Mark tone={isEnded ? 'amber' : 'plain'}>{isEnded ? '已停用' : areaName}</Mark>} back={{ to: '/logbook', words: '登记簿' }} hint={purpose}
        actions={<>
          {mayChange && !isEnded && <Link to={`/logbook/make?id=${id}`}>设置</Link>}
          {mayEdit && !isNarrow && <Button icon={<TableOutlined aria-hidden />} onClick={() => void navigate(`/logbook/${id}/sheet`)}>表格录入</Button>}
          {mayEdit && <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setEntering(true)}>登记</Button>}
        </>} />
      <Entries book={book} />
      <EnterEntry book={book} isOpen={isEntering && mayEdit} close={() => setEntering(false)} />
    </>
  )
}

const fields = { text: word(), from: day(), until: day(), area: word(), column: word(), withWithdrawn: flag() }

function Entries({ book }: { book: Book }) {
  const { filter, isFiltered, change, clear } = useFilter(fields)
  const pager = usePager()
  const { column, ...rest } = filter
  const query = useAsk('logbook', 'list', { logbook: book.id, ...rest, column: chosenOf(column), after: pager.after }, { keepsLast: true })
  const choices = choicesOf(book.columns)
  const isNarrow = useNarrow()
  const isOneCommunity = areaAt(myAreas(useMe())[0]?.path ?? '/', 'community') !== undefined
  const all = columnsOf(book, isOneCommunity)
  const { shown, choose, reset } = useColumns(`logbook.${book.id}`, all)
  return (
    <>
      <FilterBar search={{ label: '查内容、登记人', value: filter.text, onSearch: (text) => change({ text }) }} isFiltered={isFiltered} clear={clear} tools={!isNarrow && <ColumnChoice columns={all} shown={shown} choose={choose} reset={reset} />}>
        <DayRange aria-label="日期" from={filter.from} until={filter.until} onChange={change} />
        {choices.length > 0 && <Select allowClear aria-label="按栏目筛选" placeholder="按栏目筛选" style={{ width: 170 }} popupMatchSelectWidth={220} showSearch={{ optionFilterProp: 'label' }} value={filter.column} onChange={(next?: string) => change({ column: next })} options={choices} />}
        <AreaSelect allowClear aria-label="辖区" placeholder="辖区" style={{ width: 180 }} value={filter.area} onChange={(area) => change({ area })} />
        <Checkbox checked={filter.withWithdrawn ?? false} onChange={({ target }) => change({ withWithdrawn: target.checked })}>含已撤回</Checkbox>
      </FilterBar>
      <DataTable label={book.name} query={query} columns={shown} rowKey={({ id }) => id} pager={pager} card={cardOf(book)} empty={<Nothing words={isFiltered ? '没有符合条件的登记' : '还没有登记'} />} />
    </>
  )
}

/** So many of its columns stand in the list, one of them with many words at most, and all that are chosen from a few; the others are to be chosen. */
const mostShown = 4

const columnsOf = ({ about, subjectLabel, columns, hasPhotos }: Book, isOneCommunity: boolean): Column<EntryRow>[] => [
  { key: 'day', title: '日期', width: 110, isFixed: true, render: ({ id, day: on, withdrawn }) => <><Link to={`/logbook/entry/${id}`}>{on}</Link>{withdrawn && <><br /><Mark tone="amber">已撤回</Mark></>}</> },
  ...(about === 'none' ? [] : [{ key: 'subject', title: subjectLabel, width: 170, isFixed: true, render: ({ subject, record }: EntryRow) => record ? <Link to={`/${record.kind}/${record.id}`}>{subject}</Link> : subject }]),
  ...columns.filter(({ isEnded }) => !isEnded).map((column, at, all): Column<EntryRow> => ({ key: column.name, title: column.label, width: column.type === 'longText' || column.type === 'codes' ? 170 : 100, isExtra: column.type !== 'code' && (at >= mostShown || (column.type === 'longText' && all.slice(0, at).some(({ type }) => type === 'longText'))), render: ({ values }) => <span className={styles.cell}>{wordsOfColumn(column, values[column.name])}</span> })),
  ...(hasPhotos ? [{ key: 'photos', title: '照片', width: 70, render: ({ photoCount }: EntryRow) => photoCount > 0 ? <span className="number">{photoCount} 张</span> : <span className="faint">—</span> }] : []),
  { key: 'area', title: '辖区', width: 130, isExtra: isOneCommunity, render: ({ areaName }) => areaName },
  { key: 'by', title: '登记人', width: 100, render: ({ by }) => by },
]

/** On a phone only what is known of an entry. */
const cardOf = ({ columns }: Book) => (row: EntryRow) => (
  <div className={styles.card}>
    <div className={styles.acts}><Link to={`/logbook/entry/${row.id}`}>{row.day}</Link>{row.record ? <Link to={`/${row.record.kind}/${row.record.id}`}>{row.subject}</Link> : row.subject}{row.withdrawn && <Mark tone="amber">已撤回</Mark>}</div>
    {columns.filter(({ name }) => (row.values[name] ?? null) !== null).map((column) => <p key={column.name}><span className="faint">{column.label}　</span>{wordsOfColumn(column, row.values[column.name])}</p>)}
    <p className="faint">{row.areaName} · {row.by}{row.photoCount > 0 && ` · ${row.photoCount} 张照片`}</p>
  </div>
)
