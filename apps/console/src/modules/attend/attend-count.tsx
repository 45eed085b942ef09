import { App, Button } from 'antd'
import { useEffect, useEffectEvent, useRef } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import styles from './attend.module.css'

/** How many wait; red when somebody among them spoke of danger, and said aloud for a while wherever else one is when it happens. */
export function AttendCount() {
  const { data } = useAsk('attend', 'count', {}, { topic: 'talk' })
  const { notification } = App.useApp()
  const before = useRef<number>(undefined)
  const alerts = data?.alerts
  const navigate = useNavigate()
  const isThere = useLocation().pathname.startsWith('/attend')
  // Below at the left, and not for long: it lies over what is pressed there. What stood before one came is red in the menu.
  const warn = useEffectEvent(() => notification.error({
    key: 'alert', title: '有居民说到紧急情况', description: '请马上到“人工接待”联系居民。', duration: 15, role: 'alert', placement: 'bottomLeft',
    actions: <Button danger onClick={() => void navigate('/attend')}>去接待</Button>,
  }))
  useEffect(() => {
    if (alerts === undefined) return
    if (isThere || alerts === 0) notification.destroy('alert')
    else if (before.current !== undefined && alerts > before.current) warn()
    before.current = alerts
  }, [alerts, isThere, notification])
  if (!data?.waiting || alerts === undefined) return null
  return <span className={alerts > 0 ? `${styles.count} ${styles.alertCount}` : styles.count}>{data.waiting}{data.waiting >= 99 && '+'}<span className="hidden"> 人等待{alerts > 0 && `，其中 ${alerts} 人说到紧急情况`}</span></span>
}
