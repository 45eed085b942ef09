import { Box, Words } from '#element'
import { go } from '../../kernel/route.ts'
import { EaseBar } from '../../parts/ease-bar.tsx'
import { Page } from '../../parts/page.tsx'
import type { PageName } from '../../pages.ts'
import { Door } from './door.tsx'
import type { DoorProps } from './door.tsx'
import './home.css'

/** What can be done here, the commonest first. A thing is listed once it works. */
const doors: (Omit<DoorProps, 'onPress'> & { page: PageName })[] = [
  { page: 'me', icon: 'person', title: '我的', note: '大字版、隐私设置' },
]

export default function Home() {
  return (
    <Page title="邻里" isHome>
      <EaseBar withSwitch />
      <Box className="home__welcome">
        <Words as="p" className="home__greeting">您好</Words>
        <Words as="p" className="home__offer">有事情，告诉社区</Words>
      </Box>
      {doors.map(({ page, ...door }) => <Door key={page} {...door} onPress={() => go(page)} />)}
    </Page>
  )
}
