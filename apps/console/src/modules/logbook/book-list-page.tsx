import { PlusOutlined } from '@ant-design/icons'
import { logbookAbout } from '@linli/contract/words/index'
import { Button, Tabs } from 'antd'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { useAsk, useTell } from '../../kernel/ask.ts'
import { useMay } from '../../kernel/session.ts'
import { usePager } from '../../parts/address/use-pager.ts'
import { useConfirm } from '../../parts/form/confirm.ts'
import { Mark } from '../../parts/mark.tsx'
import { OnOff } from '../../parts/on-off.tsx'
import { PageHeader } from '../../parts/page-header.tsx'
import { Nothing } from '../../parts/states.tsx'
import type { Column } from '../../parts/table/column.ts'
import { DataTable } from '../../parts/table/data-table.tsx'
import styles from './logbook.module.css'
import type { BookRow } from './logbook-view.ts'

/** The logbooks that are kept here, and those that come with the platform, to be taken over. */
export default function BookListPage() {
  const [params, setParams] = useSearchParams()
  const navigate = useNavigate()
  const mayManage = useMay('logbook.manage')
  const tab = mayManage && params.get('tab') === 'shipped' ? 'shipped' : 'own'
  return (
    <>
      <PageHeader title="登记簿" hint="检查、督导、活动、物资等日常登记。栏目由街道、社区自己设；要报的台账从登记里直接生成，不用另填。"
        actions={mayManage && <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => void navigate('/logbook/make')}>新建登记簿</Button>} />
      {mayManage ? (
        <Tabs activeKey={tab} onChange={(key) => setParams(key === 'shipped' ? { tab: key } : {}, { replace: true })} destroyOnHidden
          items={[{ key: 'own', label: '在用的登记簿', children: <OwnBooks toShipped={() => setParams({ tab: 'shipped' }, { replace: true })} /> }, { key: 'shipped', label: '系统自带', children: <ShippedBooks /> }]} />
      ) : <OwnBooks />}
    </>
  )
}

function OwnBooks({ toShipped }: { toShipped?: () => void }) {
  const pager = usePager()
  const [mayLook, mayEnter] = [useMay('base.view'), useMay('base.edit')]
  const query = useAsk('logbook', 'books', { withEnded: toShipped !== undefined, after: pager.after }, { keepsLast: true })
  const { mutateAsync } = useTell('logbook', 'end')
  const confirm = useConfirm()
  const end = ({ id, name, isEnded }: BookRow) => confirm(isEnded
    ? { title: `恢复“${name}”？`, what: '恢复后可以继续登记。', words: '恢复', isDanger: false, act: () => mutateAsync({ id, isEnded: false }), done: '已恢复' }
    : { title: `停用“${name}”？`, what: '停用后不能再登记；已经登记的照样能看、能进台账。', words: '停用', act: () => mutateAsync({ id, isEnded: true }), done: '已停用' })
  return <DataTable label="登记簿" query={query} columns={ownColumns(mayLook, end)} rowKey={({ id }) => id} pager={pager} {...mayLook && toShipped === undefined && { card: cardOf(mayEnter) }}
    empty={<Nothing words="还没有启用登记簿">{toShipped && <Button onClick={toShipped}>从系统自带的启用</Button>}</Nothing>} />
}

const ownColumns = (mayLook: boolean, end: (book: BookRow) => void): Column<BookRow>[] => [
  { key: 'name', title: '名称', isFixed: true, render: ({ id, name }) => mayLook ? <Link to={`/logbook/${id}`}>{name}</Link> : name },
  { key: 'about', title: '登记对象', width: 150, render: aboutWords },
  { key: 'columns', title: '栏目', width: 90, render: ({ columns }) => <span className="number">{columns.filter(({ isEnded }) => !isEnded).length} 栏</span> },
  { key: 'area', title: '谁维护', width: 150, render: ({ areaName }) => areaName },
  { key: 'state', title: '状态', width: 90, render: ({ isEnded }) => <OnOff isOn={!isEnded} /> },
  { key: 'acts', title: '操作', width: 190, isFixed: true, render: (book) => (
    <span className={styles.acts}>
      {mayLook && <Link to={`/logbook/${book.id}`} aria-label={`打开“${book.name}”`}>打开</Link>}
      {book.mayChange && !book.isEnded && <Link to={`/logbook/make?id=${book.id}`} aria-label={`设置“${book.name}”`}>设置</Link>}
      {book.mayChange && <Button size="small" type="link" danger={!book.isEnded} aria-label={`${book.isEnded ? '恢复' : '停用'}“${book.name}”`} onClick={() => end(book)}>{book.isEnded ? '恢复' : '停用'}</Button>}
    </span>
  ) },
]

/** On a phone, at a door: what it is for, and the way to write the next line at once. */
const cardOf = (mayEnter: boolean) => ({ id, name, purpose, areaName, isEnded }: BookRow) => (
  <div className={styles.book}>
    <div className={styles.card}><Link to={`/logbook/${id}`} className={styles.bookName}>{name}</Link><p className="faint">{purpose || areaName}</p></div>
    {mayEnter && !isEnded && <Link to={`/logbook/${id}?enter`} className={styles.enter} aria-label={`登记到“${name}”`}>登记</Link>}
  </div>
)

const aboutWords = ({ about, subjectLabel }: BookRow) => (about === 'none' ? <span className="faint">—</span> : <>{subjectLabel}{subjectLabel !== logbookAbout[about] && <><br /><span className="faint">{logbookAbout[about]}</span></>}</>)

function ShippedBooks() {
  const pager = usePager()
  const query = useAsk('logbook', 'books', { isShipped: true, after: pager.after }, { keepsLast: true })
  const taken = new Set(useAsk('logbook', 'books', { limit: 100 }).data?.rows.map(({ template }) => template))
  return <DataTable label="系统自带的登记簿" query={query} columns={shippedColumns(taken)} rowKey={({ id }) => id} pager={pager} words="启用后栏目可以增减；对应的台账已经备好" />
}

const shippedColumns = (taken: ReadonlySet<string | null>): Column<BookRow>[] => [
  { key: 'name', title: '名称', width: 150, isFixed: true, render: ({ id, name }) => <>{name}{taken.has(id) && <><br /><Mark>已启用</Mark></>}</> },
  { key: 'about', title: '登记对象', width: 150, render: aboutWords },
  { key: 'columns', title: '栏目', render: ({ columns, hasPhotos }) => <>{columns.map(({ label }) => label).join('、')}{hasPhotos && '、照片'}</> },
  { key: 'acts', title: '操作', width: 80, isFixed: true, render: ({ id, name }) => <Link to={`/logbook/make?template=${id}`} aria-label={`启用“${name}”`}>启用</Link> },
]
