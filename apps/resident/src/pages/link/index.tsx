import { useRouter } from '@tarojs/taro'
import { useMemo, useState } from 'react'
import { useLoad } from '../../kernel/load.ts'
import { PictureSource } from '../../kernel/picture.ts'
import { UploadTarget } from '../../kernel/upload.ts'
import { Card } from '../../parts/card.tsx'
import { Page } from '../../parts/page.tsx'
import { Empty, Loaded } from '../../parts/state.tsx'
import { Asked, Forwarded } from './about.tsx'
import { lineOfLink, linkCall } from './link.ts'
import { Reply } from './reply.tsx'
import { ended, thanks } from './words.ts'
import './link.css'

/** What a text message or a code brings somebody to who has no account: a question, or something to be done, answered once. */
export default function LinkPage() {
  const { token = '' } = useRouter().params
  const line = useMemo(() => lineOfLink(token), [token])
  return (
    <Page title="邻里" isHome isLarge>
      <PictureSource.Provider value={line.pictureAt}>
        <UploadTarget.Provider value={line.upload}><Opened key={token} token={token} /></UploadTarget.Provider>
      </PictureSource.Provider>
    </Page>
  )
}

function Opened({ token }: { token: string }) {
  const { load, again } = useLoad(() => linkCall('link', 'open', { token }))
  const [isSent, setSent] = useState(false)
  if (isSent) return <Card><Empty icon="done" {...thanks} /></Card>
  return (
    <Loaded load={load} again={again}>
      {({ state, page }) => page
        ? (
            <>
              {page.forward ? <Forwarded page={page} forward={page.forward} /> : <Asked page={page} />}
              <Reply token={token} isForward={page.forward !== null} sent={() => setSent(true)} again={again} />
            </>
          )
        : <Card><Empty icon={state === 'used' ? 'done' : 'info'} {...ended[state]} /></Card>}
    </Loaded>
  )
}
