import { Button, Empty, Result, Skeleton, Spin } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { Refusal } from '@linli/client'
import { codeOf, wordsOf } from '../kernel/call.ts'
import styles from './states.module.css'

/** While something is fetched: of a whole page or of one part of it. */
export const Waiting = ({ isWhole = false }: { isWhole?: boolean }) => isWhole
  ? <div className={styles.whole} role="status"><Spin size="large" /><span className="hidden">正在载入</span></div>
  : <div className={styles.part} role="status" aria-label="正在载入"><Skeleton active title={false} paragraph={{ rows: 4 }} /></div>

interface FaultProps { fault: unknown, again?: () => void, isSmall?: boolean }

/** A question that was refused or failed, in words, with what can be done about it. */
export function Fault({ fault, again, isSmall = false }: FaultProps) {
  const code = codeOf(fault)
  if (code === 'may.not') return <NoPermission />
  if (code === 'not-found') return <NotFound />
  const request = fault instanceof Refusal ? fault.problem.request : undefined
  const retry = again && <Button type="primary" onClick={again}>重试</Button>
  if (isSmall) return <div className={styles.small} role="alert"><p>{wordsOf(fault)}</p>{retry}</div>
  return <Result status="warning" title={wordsOf(fault)} subTitle={request && `编号：${request}`} extra={retry} />
}

const Said = ({ words }: { words: string }) => <h1 className={styles.said}><title>{`${words} · 邻里`}</title>{words}</h1>

const home = <Link to="/">回到首页</Link>

export const NoPermission = () => <Result status="info" title={<Said words="您没有查看这一页的权限" />} subTitle="如工作需要，请联系本单位的安全管理员授权。" extra={home} />

export const NotFound = () => <Result status="info" title={<Said words="没有找到，或您无权查看" />} subTitle="它可能已被移走，或不在您的辖区内。" extra={home} />

/** Nothing there, said kindly, with what one may do next. */
export const Nothing = ({ words, children }: { words: ReactNode, children?: ReactNode }) =>
  <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={words}>{children}</Empty>

interface Query<T> { data: T | undefined, error: Error | null, isPending: boolean, refetch: () => unknown }
interface AnswerProps<T> { query: Query<T>, isSmall?: boolean, waiting?: ReactNode, children: (data: T) => ReactNode }

/** Shows an answer, or that it is awaited, or why it did not come. An answer already shown stays while it is asked again. */
export function Answer<T>({ query, isSmall, waiting, children }: AnswerProps<T>) {
  if (query.data !== undefined) return children(query.data)
  if (query.error) return <Fault fault={query.error} again={() => query.refetch()} isSmall={isSmall} />
  return waiting ?? <Waiting />
}
