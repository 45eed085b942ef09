import { Switch } from 'antd'
import { useStore } from '../../kernel/store.ts'
import { shortcuts } from '../../parts/keys.ts'
import styles from './shortcut-choice.module.css'

const keys: [string, string][] = [['/', '到搜索框'], ['办理步骤', '按钮上标着的字母；在受理台按 ? 看全部'], ['j / k', '列表中的下一行、上一行；事件详情中的下一件、上一件'], ['Enter', '打开所在的一行'], ['Esc', '离开搜索框；从详情回到列表']]

/** Letters as shortcuts get in the way of some assistive tools: they can be turned off. */
export function ShortcutChoice() {
  const isOn = useStore(shortcuts)
  return (
    <section className="panel" aria-labelledby="shortcuts">
      <h2 id="shortcuts" className="panel-title">键盘快捷键</h2>
      <div className="panel-body">
        <p><label className={styles.label}><Switch checked={isOn} onChange={shortcuts.set} /> 在列表中使用单键快捷键</label></p>
        <dl className={styles.keys}>{keys.map(([key, words]) => <div key={key}><dt><kbd>{key}</kbd></dt><dd>{words}</dd></div>)}</dl>
      </div>
    </section>
  )
}
