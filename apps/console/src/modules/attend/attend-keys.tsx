import { attendStep } from '@linli/contract/words/index'
import type { AttendStep } from '@linli/contract/words/index'
import { Modal } from 'antd'
import styles from './attend.module.css'
import { stepKeys } from './attend-view.ts'

const keys: [string, string][] = [['j / k', '下一位、上一位'], ['Enter', '开始接待'], ...(Object.entries(stepKeys) as [AttendStep, string][]).map(([step, key]): [string, string] => [key, attendStep[step]]), ['1 / 2 / 3', '把建议答案放进回复框'], ['Ctrl + Enter', '发送'], ['Esc', '离开回复框'], ['?', '显示这张表']]

/** Every key of the desk. */
export const AttendKeys = ({ isOpen, close }: { isOpen: boolean, close: () => void }) => (
  <Modal title="人工接待快捷键" open={isOpen} onCancel={close} footer={null} width={520}>
    <dl className={styles.keys}>{keys.map(([key, words]) => <div key={key}><dt><kbd>{key}</kbd></dt><dd>{words}</dd></div>)}</dl>
    <p className="faint">可以在“我的账号”里关闭单键快捷键。</p>
  </Modal>
)
