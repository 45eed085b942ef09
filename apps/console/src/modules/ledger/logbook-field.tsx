import { Select } from 'antd'
import { longFresh, useAsk } from '../../kernel/ask.ts'
import { columnsOfLogbook } from './ledger-words.ts'
import type { Draft } from './ledger-words.ts'

interface LogbookFieldProps { value: string | undefined, change: (next: Pick<Draft, 'logbook' | 'columns'>) => void }

/** Which logbook the lines are of: one that is kept, or a shipped one for all that were taken over from it. Chosen, it brings its columns. */
export function LogbookField({ value, change }: LogbookFieldProps) {
  const own = useAsk('logbook', 'books', { withEnded: true, limit: 100 }, { freshMs: longFresh })
  const shipped = useAsk('logbook', 'books', { isShipped: true, limit: 100 }, { freshMs: longFresh })
  const books = [...own.data?.rows ?? [], ...shipped.data?.rows ?? []]
  const options = [
    { label: '本街道、本社区的登记簿', options: (own.data?.rows ?? []).map(({ id, name, areaName }) => ({ value: id, label: `${name}（${areaName}）` })) },
    { label: '按系统样式汇总', options: (shipped.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: `${name}（各社区汇总）` })) },
  ]
  const take = (id: string) => {
    const book = books.find((one) => one.id === id)
    if (book) change({ logbook: id, columns: columnsOfLogbook(book) })
  }
  return <Select aria-label="登记簿" placeholder="选择登记簿" style={{ width: '100%', marginTop: 8 }} loading={own.isPending || shipped.isPending} showSearch={{ optionFilterProp: 'label' }} value={value} onChange={take} options={options} />
}
