import { eventStep } from '@linli/contract/words/index'
import type { EventStep } from '@linli/contract/words/index'
import { Modal } from 'antd'
import { stepKeys } from '../event/step/step-keys.ts'
import styles from './key-list.module.css'

const moves: [string, string][] = [['j / k', '下一件、上一件'], ['Enter', '打开最可能的下一步'], ['Esc', '关闭表单、离开搜索框'], ['/', '到搜索框'], ['Ctrl + Enter', '提交表单'], ['n', '上报事件'], ['?', '显示这张表']]

const lettered = Object.entries(stepKeys) as [EventStep, string][]
/** Letter → the steps that have it, in the order of an event's life. */
const byLetter = [...'abcdefghijklmnopqrstuvwxyz'].map((letter): [string, string] => [letter, lettered.filter(([, key]) => key === letter).map(([step]) => eventStep[step]).join('、')]).filter(([, steps]) => steps !== '')

/** Every key of the desk. */
export const KeyList = ({ isOpen, close }: { isOpen: boolean, close: () => void }) => (
  <Modal title="受理台快捷键" open={isOpen} onCancel={close} footer={null} width={820} style={{ top: 32 }}>
    <Keys keys={moves} />
    <h3 className={styles.title}>办理步骤</h3>
    <p className="faint">按钮上标着字母；只有当前能办的步骤有效。可以在“我的账号”里关闭单键快捷键。</p>
    <Keys keys={byLetter} />
  </Modal>
)

const Keys = ({ keys }: { keys: [string, string][] }) => <dl className={styles.keys}>{keys.map(([key, words]) => <div key={key}><dt><kbd>{key}</kbd></dt><dd>{words}</dd></div>)}</dl>
