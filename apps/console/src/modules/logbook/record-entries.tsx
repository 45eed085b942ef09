import { PlusOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { longFresh, useAsk } from '../../kernel/ask.ts'
import type { RecordSubject } from '../../kernel/record-part.tsx'
import { useMay } from '../../kernel/session.ts'
import { Answer } from '../../parts/states.tsx'
import recordStyles from '../record/record.module.css'
import { EnterEntry } from './enter-entry.tsx'

const atOnce = 8

/** On the page of an enterprise, a housing unit or a thing: what was written down of it, in whichever logbooks, and the way to write the next. */
export function RecordEntries({ record: { kind, id, name, area } }: { record: RecordSubject }) {
  const query = useAsk('logbook', 'of', { record: id, limit: atOnce })
  const [mayEdit, mayBooks] = [useMay('base.edit'), useMay('logbook.view')]
  const books = useAsk('logbook', 'books', { limit: 100 }, { isWanted: mayEdit && mayBooks, freshMs: longFresh }).data?.rows.filter((book) => book.about === kind && area.startsWith(book.area)) ?? []
  const [chosen, setChosen] = useState<string>()
  const book = useAsk('logbook', 'book', { id: chosen ?? '' }, { isWanted: chosen !== undefined })
  if (books.length === 0 && query.data?.rows.length === 0) return null
  return (
    <section className="panel" aria-labelledby="entries">
      <h2 id="entries" className="panel-title">登记簿里的登记
        <span className={recordStyles.bar}>{books.length > 0 && <Dropdown trigger={['click']} menu={{ items: books.map((one) => ({ key: one.id, label: one.name })), onClick: ({ key }) => setChosen(key) }}><Button size="small" icon={<PlusOutlined aria-hidden />}>登记</Button></Dropdown>}</span></h2>
      <Answer query={query} isSmall>
        {({ rows, next }) => rows.length === 0 ? <p className="panel-body faint">还没有登记。</p> : (
          <>
            <ul>{rows.map((row) => (
              <li key={row.id} className={recordStyles.row}>
                <div className={recordStyles.head}><Link to={`/logbook/entry/${row.id}`}>{row.logbookName}</Link><span className={`${recordStyles.when} ${recordStyles.end}`}>{row.day}</span></div>
                <p className="faint">{row.summary} · {row.by}</p>
              </li>
            ))}</ul>
            {next && <p className="panel-body faint">只列最近 {atOnce} 条，更早的请到登记簿里查。</p>}
          </>
        )}
      </Answer>
      {book.data && <EnterEntry key={book.data.id} book={book.data} record={{ id, name }} isOpen={chosen !== undefined} close={() => setChosen(undefined)} />}
    </section>
  )
}
