import { periodWords } from '@linli/contract/words/index'
import { SafetyCertificateOutlined, WarningOutlined } from '@ant-design/icons'
import { Input } from 'antd'
import { Link, useSearchParams } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { Answer, Nothing } from '../../parts/states.tsx'
import { whenWords } from '../../parts/when.ts'
import styles from './bulletin.module.css'

/** Whether a paper is what was signed: by the digest at its end. */
export default function VerifyPage() {
  const [params, setParams] = useSearchParams()
  const digest = (params.get('digest') ?? '').trim().toLowerCase()
  const isOne = /^[0-9a-f]{16,64}$/.test(digest)
  return (
    <>
      <PageHeader title="核验报表" hint="填写纸质或电子报表末尾的 SHA-256 摘要（至少前 16 位），看它是不是签发的那一期、签发后有没有被改过。" back={{ to: '/bulletin', words: '报表' }} />
      <section className={`panel ${styles.verify}`}>
        <Input.Search aria-label="摘要" placeholder="如 3f5a…" defaultValue={digest} maxLength={64} enterButton="核验" onSearch={(text) => setParams(text ? { digest: text } : {}, { replace: true })} />
        {digest !== '' && (isOne ? <Found digest={digest} /> : <p role="alert">摘要由 0–9、a–f 组成，至少填前 16 位。</p>)}
      </section>
    </>
  )
}

function Found({ digest }: { digest: string }) {
  const query = useAsk('bulletin', 'verify', { digest })
  return <Answer query={query} isSmall>{({ issue, isWhole }) => issue === null ? <Nothing words="没有这个摘要的报表，或它不在您的辖区内。请核对后重填。" /> : (
    <div role="status">
      <p className={isWhole ? styles.right : styles.wrong}>{isWhole ? <><SafetyCertificateOutlined aria-hidden /> 与签发时一致</> : <><WarningOutlined aria-hidden /> 与签发时不一致，请报告系统管理员</>}</p>
      <p><Link to={`/bulletin/${issue.id}`}>{issue.name}　{periodWords(issue.rhythm, issue)}</Link></p>
      <p>{issue.number}，{issue.signed && `${issue.signed.name} ${whenWords(issue.signed.at)} 签发`}{issue.isReplaced && '；此后已更正，请以更正的一期为准'}</p>
    </div>
  )}</Answer>
}
