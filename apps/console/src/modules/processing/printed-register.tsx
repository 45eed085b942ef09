import { legalGround, processingKind } from '@linli/contract/words/index'
import { useToday } from '../../parts/use-today.ts'
import { dayWords } from '../../parts/when.ts'
import styles from './processing.module.css'
import { keepWords } from './processing-words.ts'
import type { Item } from './processing-words.ts'

/** The register on paper: nothing of it is seen on the screen. */
export function PrintedRegister({ office, rows }: { office: string, rows: Item[] }) {
  const today = useToday()
  return (
    <section className={styles.printed} aria-hidden>
      <h1>{office}个人信息处理登记</h1>
      <p>打印日期 {dayWords(today)}，共 {rows.length} 项</p>
      <table>
        <thead><tr>{['类别', '项目', '处理目的', '合法性基础和依据', '保存期限', '敏感', '谁能看到', '提供给谁', '版本'].map((title) => <th key={title}>{title}</th>)}</tr></thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.item}>
              <td>{processingKind[row.kind]} {row.part}</td><td>{row.label}</td><td>{row.purpose}</td><td>{legalGround[row.ground]}：{row.basis}</td>
              <td>{keepWords(row.keepMonths)}，自{row.keepFrom}起；{row.keepWhy}</td><td>{row.isSensitive ? '是' : '否'}</td><td>{row.viewers}</td><td>{row.sharedWith}</td><td>{row.version === 0 ? '出厂' : row.version}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.signature}>个人信息保护负责人（签字）：　　　　　　　　　　日期：</p>
    </section>
  )
}
