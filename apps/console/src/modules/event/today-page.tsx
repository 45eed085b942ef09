import { PlusOutlined } from '@ant-design/icons'
import type { Output } from '@linli/contract'
import { Button } from 'antd'
import { Link, useNavigate } from 'react-router'
import { weekdayOf } from '@linli/standards/day'
import { useAsk } from '../../kernel/ask.ts'
import { useMay, useMe } from '../../kernel/session.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { Answer, Nothing } from '../../parts/states.tsx'
import { useRowKeys } from '../../parts/table/use-row-keys.ts'
import { useToday } from '../../parts/use-today.ts'
import { dayWords } from '../../parts/when.ts'
import { WaitingGovernance } from '../governance/event-governance.tsx'
import { WaitingBulletins } from '../bulletin/waiting-bulletins.tsx'
import { WaitingKnowledge } from '../knowledge/waiting-knowledge.tsx'
import { WaitingWhistles } from '../whistle/event-whistles.tsx'
import { useReturnFocus } from './last-opened.ts'
import { TodayGroup } from './today-group.tsx'
import styles from './today-page.module.css'

type Groups = Output<'desk', 'today'>['groups']

/** The first page: what is overdue, due soon, new and waiting for me; it follows what happens by itself. */
export default function TodayPage() {
  const me = useMe()
  const mayReport = useMay('event.report')
  const mayWhistle = useMay('whistle.view')
  const mayGovern = useMay('governance.view')
  const mayKnow = useMay('knowledge.view')
  const mayTell = [useMay('bulletin.make'), useMay('bulletin.review'), useMay('bulletin.sign')].includes(true)
  const navigate = useNavigate()
  const query = useAsk('desk', 'today', {}, { topic: 'event' })
  useRowKeys()
  useReturnFocus(query.isSuccess)
  const today = useToday()
  return (
    <>
      <PageHeader title="今日待办" hint={`${me.name}，您好。今天是${dayWords(today)}，星期${'日一二三四五六'[weekdayOf(today)]}。`}
        actions={mayReport && <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => void navigate('/event/new')}>上报事件</Button>} />
      {mayWhistle && <WaitingWhistles />}
      {mayGovern && <WaitingGovernance />}
      {mayKnow && <WaitingKnowledge />}
      {mayTell && <WaitingBulletins />}
      <Answer query={query}>{({ groups }) => <Board groups={groups} />}</Answer>
    </>
  )
}

const Board = ({ groups }: { groups: Groups }) => groups.every((group) => group.count === 0) ? (
  <div className="panel" style={{ padding: '32px 16px' }}>
    <Nothing words="现在没有等您办理的事件。"><Link to="/event?isOverdue=1&order=due">看看已超时的事件</Link>　<Link to="/event">全部事件</Link></Nothing>
  </div>
) : (
  <div className={styles.board}>{groups.map((group) => <TodayGroup key={group.key} group={group} ids={group.rows.map((row) => row.id)} />)}</div>
)
