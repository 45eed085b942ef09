import { legalGround } from '@linli/contract/words/index'
import { Drawer } from 'antd'
import { useAsk } from '../../kernel/ask.ts'
import { Answer } from '../../parts/states.tsx'
import { useNarrow } from '../../parts/use-media.ts'
import { whenExact } from '../../parts/when.ts'
import styles from './processing.module.css'
import { keepWords } from './processing-words.ts'
import type { Item } from './processing-words.ts'

/** All versions of one item, the newest first. */
export function ItemHistory({ item, isOpen, close }: { item: Item | undefined, isOpen: boolean, close: () => void }) {
  const isNarrow = useNarrow()
  return (
    <Drawer title={`“${item?.label ?? ''}”的历次修改`} open={isOpen} onClose={close} size={isNarrow ? '100%' : 520} destroyOnHidden>
      {item && <Versions item={item.item} />}
    </Drawer>
  )
}

function Versions({ item }: { item: string }) {
  const query = useAsk('processing', 'history', { item })
  return (
    <Answer query={query}>
      {({ rows }) => (
        <ol className={styles.versions}>
          {rows.map((row) => (
            <li key={row.version} className={styles.version}>
              <h3 className={styles.versionTitle}>{row.version === 0 ? '出厂内容' : `第 ${row.version} 版`}{row.changedAt && <span className="faint">{row.changedBy}，{whenExact(row.changedAt)}</span>}</h3>
              {row.reason && <p>原因：{row.reason}</p>}
              <p>{row.purpose}；{legalGround[row.ground]}（{row.basis}）；保存{keepWords(row.keepMonths)}，自{row.keepFrom}起；{row.isSensitive ? '敏感个人信息；' : ''}{row.viewers}；{row.sharedWith}</p>
            </li>
          ))}
        </ol>
      )}
    </Answer>
  )
}
