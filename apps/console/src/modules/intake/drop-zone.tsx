import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { FileDrop } from '../../parts/form/file-drop.tsx'
import styles from './intake.module.css'

/** Takes one table and goes on to what was found in it. */
export function DropZone() {
  const navigate = useNavigate()
  const client = useQueryClient()
  const sent = (id: string) => {
    void client.invalidateQueries({ queryKey: ['intake'] })
    void navigate(`/intake/${id}`)
  }
  return <div className={styles.zone}><FileDrop title="把表格拖到这里，或点击选择文件" about="xlsx、xls、csv，最多 20 万行。列名、顺序不限，先看结果再确认，导入后可以整批撤销。" label="选择要导入的表格" accept=".xlsx,.xls,.csv,.txt,.et" to="/api/table/upload" sent={sent} /></div>
}
