import { useState } from 'react'
import { Box, Words } from '#element'
import { session } from '../../kernel/session.ts'
import { useStore } from '../../kernel/store.ts'
import { EaseBar } from '../../parts/ease-bar.tsx'
import { Page } from '../../parts/page.tsx'
import { Doors } from './doors.tsx'
import { UnderWay } from './under-way.tsx'
import './home.css'

export default function Home() {
  const { isSignedIn } = useStore(session)
  const [waiting, setWaiting] = useState(0)
  return (
    <Page title="邻里" isHome>
      <EaseBar withSwitch />
      <Box className="home__welcome">
        <Words as="p" className="home__greeting">您好</Words>
        <Words as="p" className="home__offer">有事情，告诉社区</Words>
      </Box>
      <Doors waiting={isSignedIn ? waiting : 0} />
      {isSignedIn && <UnderWay onWaiting={setWaiting} />}
    </Page>
  )
}
