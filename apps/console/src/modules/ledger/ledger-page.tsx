import { ledgerBase } from '@linli/contract/words/index'
import { Tag } from 'antd'
import { Link, useParams } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import { useMay } from '../../kernel/session.ts'
import { usePager } from '../../parts/address/use-pager.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { Answer } from '../../parts/states.tsx'
import { ExportButton } from './export-button.tsx'
import { FreezeButton } from './freeze-button.tsx'
import { countWords, pageOfLine, type Ledger } from './ledger-words.ts'
import { LineTable } from './line-table.tsx'

/** One list or ledger as it stands now. */
export default function LedgerPage() {
  const { id = '' } = useParams()
  const query = useAsk('ledger', 'get', { id })
  return <Answer query={query}>{(ledger) => <Present ledger={ledger} />}</Answer>
}

function Present({ ledger }: { ledger: Ledger }) {
  const { id, name, base, mayChange } = ledger
  const pager = usePager()
  const rows = useAsk('ledger', 'rows', { id, after: pager.after }, { keepsLast: true, isLogged: true })
  const count = useAsk('ledger', 'count', { id })
  const [mayExport, mayKeep] = [useMay('ledger.export'), useMay('ledger.keep')]
  const lines = { ...rows, data: rows.data && { ...rows.data, rows: rows.data.rows.map((row, at) => ({ key: String(at), cells: row.cells, to: pageOfLine(row) })) } }
  return (
    <>
      <PageHeader title={name} beside={<Tag>{ledgerBase[base]}</Tag>} back={{ to: '/ledger', words: '名单与台账' }} hint="号码已遮盖，每次查看都有记录。"
        actions={<><Link to={`/ledger/make?from=${id}`}>{mayChange ? '修改' : '复制一份再改'}</Link>{mayKeep && !ledger.isOwn && <FreezeButton id={id} name={name} />}{mayExport && <ExportButton asked={{ id }} name={name} />}</>} />
      <LineTable label={name} query={lines} pager={pager} words={count.data && countWords(count.data)} />
    </>
  )
}
