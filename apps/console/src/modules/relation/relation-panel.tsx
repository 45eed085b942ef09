import { LinkOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import type { RecordSubject } from '../../kernel/record-part.tsx'
import { useMay } from '../../kernel/session.ts'
import { Mark } from '../../parts/mark.tsx'
import { Answer } from '../../parts/states.tsx'
import { labelOf } from '../record/field.ts'
import record from '../record/record.module.css'
import { useCodeWords } from '../record/use-codes.ts'
import { EndRelation } from './end-relation.tsx'
import { EnterRelation } from './enter-relation.tsx'
import { otherEnd, questionOf, sinceWords } from './relation-view.ts'
import type { Related, RelationRow } from './relation-view.ts'

/** So many are shown at once; an employer may have hundreds. */
const mostShown = 12

/** On the page of a person, an enterprise, a unit or a building: who and what belongs to it, the same from either end. */
export function RelationPanel({ record: { kind, id, name } }: { record: RecordSubject }) {
  const of = kind as Related
  const query = useAsk('relation', 'list', questionOf(of, id), { isLogged: true })
  const [isAdding, setAdding] = useState(false)
  const [ending, setEnding] = useState<RelationRow>()
  const [isWhole, setWhole] = useState(false)
  const mayEdit = useMay('base.edit')
  const kinships = useCodeWords('kinship')
  const endOf = (row: RelationRow) => otherEnd(row, of, id, labelOf(kinships, row.role))
  return (
    <section className="panel" aria-labelledby="relations">
      <h2 id="relations" className="panel-title">关系<span className={record.bar}>{mayEdit && <Button size="small" icon={<LinkOutlined aria-hidden />} onClick={() => setAdding(true)}>登记关系</Button>}</span></h2>
      <Answer query={query} isSmall>
        {({ rows }) => rows.length === 0 ? <p className="panel-body faint">{nothing[of]}</p> : (
          <>
            <ul>{(isWhole ? rows : rows.slice(0, mostShown)).map((row) => <One key={row.id} row={row} end={endOf(row)} finish={row.mayEdit ? () => setEnding(row) : undefined} />)}</ul>
            {!isWhole && rows.length > mostShown && <p className="panel-body"><Button size="small" onClick={() => setWhole(true)}>全部 {rows.length} 条</Button></p>}
          </>
        )}
      </Answer>
      <EnterRelation of={of} id={id} name={name} isOpen={isAdding} close={() => setAdding(false)} />
      <EndRelation row={ending} words={ending ? `${endOf(ending).words} ${endOf(ending).name ?? ''}` : ''} close={() => setEnding(undefined)} />
    </section>
  )
}

const nothing: Record<Related, string> = { person: '还没有登记亲属、工作单位等关系。', enterprise: '还没有关联法定代表人、从业人员。填了法定代表人证件号码的，本街道登记过的人会自动关联。', housing: '还没有登记房东。', building: '还没有登记楼栋长。' }

function One({ row, end, finish }: { row: RelationRow, end: ReturnType<typeof otherEnd>, finish?: () => void }) {
  return (
    <li className={row.until === null ? record.row : `${record.row} ${record.past}`}>
      <div className={record.head}>
        <Mark tone={row.until === null ? 'blue' : 'plain'}>{end.words}</Mark>
        {end.to && end.name !== null ? <Link to={end.to}>{end.name}</Link> : <span className="faint">不在您的辖区</span>}
        <span className={record.when}>{sinceWords(row)}</span>
        {finish && <span className={record.end}><Button size="small" aria-label={`结束与${end.name ?? '对方'}的关系`} onClick={finish}>结束</Button></span>}
      </div>
    </li>
  )
}
