import { useState } from 'react'
import { Words } from '#element'
import { phone } from '#phone'
import { call } from '../../kernel/call.ts'
import { useLoad } from '../../kernel/load.ts'
import { back } from '../../kernel/route.ts'
import { beginSession } from '../../kernel/session.ts'
import { tell, warn } from '../../kernel/toast.ts'
import { EaseBar } from '../../parts/ease-bar.tsx'
import { Notice } from '../../parts/notice.tsx'
import { Page } from '../../parts/page.tsx'
import { agree, hasAgreed } from '../privacy/agreed.ts'
import { CodeWay } from './code-way.tsx'
import { Consent } from './consent.tsx'
import { WeChatWay } from './wechat-way.tsx'
import './sign-in.css'

/** In the elder edition the box to tick is a screen away from the button. */
function missed() {
  warn('请先勾选同意，再登录')
  phone.showField('agree')
}

/** Nobody is asked for a number before having been told what it is for. */
export default function SignIn() {
  const [isAgreed, setAgreed] = useState(hasAgreed)
  const [isMissed, setMissed] = useState(false)
  const [isByCode, setByCode] = useState(phone.weChatCode === null)
  const { load } = useLoad(() => call('identity', 'signInWays', {}))
  // Until the server has said what it offers, and where it cannot be reached, everything stands ready to be tried.
  const { demo, code, wechat } = load.state === 'ready' ? load.data : { demo: false, code: true, wechat: true }
  const weChat = wechat ? phone.weChatCode : null
  const way = {
    /** Keeps the consent with what follows from it; without it, says what is missing. */
    allowed: () => {
      setMissed(!isAgreed)
      if (isAgreed) agree()
      else missed()
      return isAgreed
    },
    done: (token: string | null) => {
      beginSession(token)
      tell('登录成功')
      back()
    },
  }
  return (
    <Page title="登录">
      <EaseBar />
      <Words as="p" className="sign-in__welcome">登录后上报、查看进度</Words>
      <Consent isAgreed={isAgreed} isMissed={isMissed && !isAgreed} onChange={setAgreed} />
      {code && (isByCode || !weChat) && <CodeWay {...way} isDemo={demo} onOther={weChat && (() => setByCode(false))} />}
      {weChat && !(isByCode && code) && <WeChatWay {...way} code={weChat} onOther={code ? () => setByCode(true) : null} />}
      {!code && !weChat && <Notice>这里还没有开通手机登录，请到社区或街道办理，或拨打 12345。</Notice>}
    </Page>
  )
}
