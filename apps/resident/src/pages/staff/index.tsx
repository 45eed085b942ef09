import { usePullDownRefresh } from '@tarojs/taro'
import { phone } from '#phone'
import { ahead, clockWords } from '../../kernel/clock.ts'
import { useLive } from '../../kernel/live.ts'
import { go } from '../../kernel/route.ts'
import { staff } from '../../kernel/staff.ts'
import { useStore } from '../../kernel/store.ts'
import { momentWords } from '../../kernel/time.ts'
import { Box, Words } from '#element'
import { Button } from '../../parts/button.tsx'
import { RowCard } from '../../parts/card.tsx'
import { ListRow } from '../../parts/list-row.tsx'
import { Notice } from '../../parts/notice.tsx'
import { Loaded } from '../../parts/state.tsx'
import { fetchAhead } from './ahead.ts'
import { Backlog } from './backlog.tsx'
import { Leave } from './leave.tsx'
import { MineList } from './mine-list.tsx'
import { askMine, askWhistles } from './seen.ts'
import type { Mine, WhistleRow } from './seen.ts'
import { Share } from './share.tsx'
import { Since } from './since.tsx'
import { lookAround } from './spot.ts'
import { StaffPage } from './staff-page.tsx'
import { useSeen } from './use-seen.ts'
import { WhistleLine } from './whistle-line.tsx'

export default function StaffEvents() {
  const { mayReport } = useStore(staff)
  return (
    <StaffPage title="我的任务" isFirst foot={mayReport && <Button words="随手拍上报" icon="camera" isWide onPress={() => go('staffReport')} />}>
      <Today />
    </StaffPage>
  )
}

type Waiting = { mine: Mine, whistles: WhistleRow[] }

async function askWaiting(): Promise<Waiting> {
  const [mine, whistles] = await Promise.all([askMine(), staff.get().mayWhistle ? askWhistles() : []])
  return { mine, whistles }
}

const keepAhead = ({ mine, whistles }: Waiting) => { void fetchAhead(mine.rows, whistles) }

/** What waits for this person, and what this phone holds for where there is no network. */
function Today() {
  const { load, since, at, again } = useSeen('waiting', askWaiting, keepAhead)
  const differs = useStore(ahead)
  useLive(undefined, again, staff)
  useLive(undefined, again, staff, 'whistle')
  const anew = () => {
    again()
    void lookAround()
  }
  usePullDownRefresh(() => {
    anew()
    phone.endPull?.()
  })
  const clock = clockWords(differs)
  return (
    <>
      <Backlog />
      {clock && <Notice kind="soon">{clock}</Notice>}
      <Since since={since} />
      <Loaded load={load} again={again}>
        {({ mine, whistles }) => (
          <>
            {whistles.length > 0 && <RowCard title={`叫我到场的 ${whistles.length} 件`}>{whistles.map((row) => <WhistleLine key={row.id} row={row} />)}</RowCard>}
            <MineList mine={mine} />
          </>
        )}
      </Loaded>
      {at !== null && (
        <Box className="staff__fresh">
          <Words className="staff__waiting">{`${momentWords(new Date(at).toISOString())} 更新`}</Words>
          <Button words="刷新" look="quiet" onPress={anew} />
        </Box>
      )}
      <Share />
      <Elsewhere />
      <Leave />
    </>
  )
}

function Elsewhere() {
  const { mayWhistle, mayTell, places } = useStore(staff)
  return (
    <RowCard>
      {places.length > 0 && <ListRow icon="person" title="入户登记" note="按门牌登记住户、改信息、核对无变化，没有网络也能办" onPress={() => go('staffDoors')} />}
      {places.length > 0 && <ListRow icon="done" title="待采纳的变动" note="楼道长上报的，一点就采纳" onPress={() => go('staffClaims')} />}
      {mayTell && <ListRow icon="person" title="上报变动" note="谁搬走了、换电话了，报给社区" onPress={() => go('staffNews')} />}
      <ListRow icon="search" title="查找事件" note="按编号、标题、地点" onPress={() => go('staffFind')} />
      {mayWhistle && <ListRow icon="report" title="全部吹哨" note="办完的也在" onPress={() => go('staffWhistles')} />}
      <ListRow icon="device" title="离线资料" note="没有网络时能看什么，单位电话" onPress={() => go('staffKept')} />
    </RowCard>
  )
}
