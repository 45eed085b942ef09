import { go } from '../../kernel/route.ts'
import { useStore } from '../../kernel/store.ts'
import type { PageName } from '../../pages.ts'
import { draft, isBegun } from '../report/draft.ts'
import { Door } from './door.tsx'
import type { DoorProps } from './door.tsx'

/** What can be done here, the commonest first. A thing is listed once it works. */
const doors: (Omit<DoorProps, 'onPress'> & { page: PageName })[] = [
  { page: 'report', icon: 'report', title: '我要上报', note: '拍照、定位，告诉社区', isFirst: true },
  { page: 'talk', icon: 'chat', title: '问社工', note: '办事、找人，也能找真人' },
  { page: 'events', icon: 'list', title: '我的事件', note: '进度、答复、评价' },
  { page: 'me', icon: 'person', title: '我的', note: '登录、大字版、隐私' },
]

/** `waiting`: how many events wait for this person. */
export function Doors({ waiting }: { waiting: number }) {
  const hasDraft = isBegun(useStore(draft))
  const news: Partial<Record<PageName, string>> = { ...(hasDraft && { report: '有一份没有交的，接着写' }), ...(waiting > 0 && { events: `有 ${waiting} 件等您处理` }) }
  return <>{doors.map(({ page, ...door }) => <Door key={page} {...door} note={news[page] ?? door.note} onPress={() => go(page)} />)}</>
}
