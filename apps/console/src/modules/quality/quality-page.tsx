import type { Output } from '@linli/contract'
import { flawKind } from '@linli/contract/words/index'
import type { FlawKind } from '@linli/contract/words/index'
import { Button } from 'antd'
import { useAsk } from '../../kernel/ask.ts'
import { oneOf, word } from '../../parts/address/filter.ts'
import { useFilter } from '../../parts/address/use-filter.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { Answer, Nothing } from '../../parts/states.tsx'
import { FlawList } from './flaw-list.tsx'
import styles from './quality.module.css'

const kinds = Object.keys(flawKind) as FlawKind[]
const fields = { kind: oneOf(kinds), area: word() }
type Board = Output<'quality', 'board'>

/** What is not as it should be, by community; each figure leads to the list behind it, and the list to mending many at once. */
export default function QualityPage() {
  const { filter, change } = useFilter(fields)
  const query = useAsk('quality', 'board', {}, { topic: 'quality' })
  return (
    <>
      <PageHeader title="数据质量" hint="系统每两分钟检查一次改动过的记录，每天检查到期的记录。点数字看清单。" />
      <Answer query={query}>
        {({ total, rows }) => rows.length === 0 ? <div className="panel"><Nothing words="没有发现问题" /></div> : (
          <>
            <div className={styles.tiles}>{kinds.map((kind) => <Tile key={kind} kind={kind} open={total[kind]} isChosen={filter.kind === kind} choose={() => change({ kind, area: undefined })} />)}</div>
            {rows.length > 1 && <BoardTable rows={rows} filter={filter} choose={change} />}
            {filter.kind && <FlawList key={`${filter.kind} ${filter.area}`} kind={filter.kind} area={filter.area} areaName={rows.find(({ area }) => area === filter.area)?.areaName} clearArea={() => change({ area: undefined })} isFarDown={rows.length > 1} />}
          </>
        )}
      </Answer>
    </>
  )
}

const Tile = ({ kind, open, isChosen, choose }: { kind: FlawKind, open: number, isChosen: boolean, choose: () => void }) => (
  <button type="button" className={isChosen ? `${styles.tile} ${styles.chosen}` : styles.tile} aria-pressed={isChosen} onClick={choose}><span>{flawKind[kind]}</span><strong className="number">{open}</strong></button>
)

interface BoardTableProps { rows: Board['rows'], filter: { kind?: FlawKind, area?: string }, choose: (to: { kind: FlawKind, area: string }) => void }

const BoardTable = ({ rows, filter, choose }: BoardTableProps) => (
  // A table that is wider than its page is moved by keyboard too.
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
  <div className={styles.tableBox} role="region" aria-label="分社区的问题数" tabIndex={0}>
    <table className={styles.table}>
      <thead><tr><th scope="col">社区</th>{kinds.map((kind) => <th key={kind} scope="col">{flawKind[kind]}</th>)}</tr></thead>
      <tbody>
        {rows.map(({ area, areaName, counts }) => (
          <tr key={area}>
            <th scope="row">{areaName}</th>
            {kinds.map((kind) => <td key={kind}>{counts[kind] === 0 ? <span className={`faint ${styles.none}`}>0</span> : <Button type="link" size="small" className={filter.kind === kind && filter.area === area ? styles.at : undefined} aria-label={`${areaName}${flawKind[kind]} ${counts[kind]}，看清单`} onClick={() => choose({ kind, area })}>{counts[kind]}</Button>}</td>)}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
