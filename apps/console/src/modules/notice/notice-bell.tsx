import { BellOutlined } from '@ant-design/icons'
import { Link } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import { useMay } from '../../kernel/session.ts'
import styles from './notice-bell.module.css'

/** In the header of every page: how many notices wait to be read. Nothing for those who see no events. */
export const NoticeBell = () => useMay('event.view') ? <Bell /> : null

function Bell() {
  const { data } = useAsk('notice', 'count', {})
  const unread = data?.unread ?? 0
  const words = !data ? '提醒' : unread === 0 ? '提醒，没有未读' : `提醒，${unread}${data.isMore ? '条以上' : '条'}未读`
  return (
    <Link to="/notice" className={styles.bell} aria-label={words} title={words}>
      <BellOutlined aria-hidden />
      {unread > 0 && <span className={styles.count} aria-hidden>{unread}{data?.isMore && '+'}</span>}
    </Link>
  )
}
