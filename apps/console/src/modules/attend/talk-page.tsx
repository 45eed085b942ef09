import { useNavigate, useParams } from 'react-router'
import { PageHeader } from '../../parts/page-header.tsx'
import styles from './attend.module.css'
import { TalkDesk } from './talk-desk.tsx'

/** One talk by itself, as on a phone. */
export default function TalkPage() {
  const { id = '' } = useParams()
  const navigate = useNavigate()
  return (
    <>
      <PageHeader title="对话" back={{ to: '/attend', words: '人工接待' }} />
      <div className={styles.alone}><TalkDesk id={id} gone={() => void navigate('/attend', { replace: true })} /></div>
    </>
  )
}
