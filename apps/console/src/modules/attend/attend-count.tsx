import { App, Button } from 'antd'
import { useEffect, useEffectEvent, useRef } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import styles from './attend.module.css'

/** How many wait; red, and said aloud wherever else one is, when somebody among them spoke of danger. */
export function AttendCount() {
  const { data } = useAsk('attend', 'count', {}, { topic: 'talk' })
  const { notification } = App.useApp()
  const before = useRef(0)
  const alerts = data?.alerts ?? 0
  const navigate = useNavigate()
  const isThere = useLocation().pathname.startsWith('/attend')
  // Below at the left: what stands above or at the right is pressed on every page.
  const warn = useEffectEvent(() => notification.error({
    key: 'alert', title: '有居民说到紧急情况', description: '请马上到“人工接待”联系居民。', duration: 0, role: 'alert', placement: 'bottomLeft',
    actions: <Button danger onClick={() => void navigate('/attend')}>去接待</Button>,
  }))
  useEffect(() => {
    if (isThere || alerts === 0) notification.destroy('alert')
    else if (alerts > before.current) warn()
    before.current = alerts
  }, [alerts, isThere, notification])
  if (!data?.waiting) return null
  return <span className={alerts > 0 ? `${styles.count} ${styles.alertCount}` : styles.count}>{data.waiting}{data.waiting >= 99 && '+'}<span className="hidden"> 人等待{alerts > 0 && `，其中 ${alerts} 人说到紧急情况`}</span></span>
}
