import { SearchOutlined } from '@ant-design/icons'
import { Modal } from 'antd'
import { useEffect, useEffectEvent, useState } from 'react'
import { useMay } from '../../kernel/session.ts'
import { useKeys } from '../../parts/keys.ts'
import styles from './find.module.css'
import { FindPanel } from './find-panel.tsx'

/** In the header of every page, for those who may see the base: a box that finds anyone and any place. */
export const FindBox = () => useMay('base.view') ? <Box /> : null

function Box() {
  const [isOpen, setOpen] = useState(false)
  // A list's own search box comes first.
  useKeys({ '/': () => document.querySelector('#main [data-search] input, #main input[data-search]') ? false : setOpen(true) })
  useEverywhere(() => setOpen(true))
  return (
    <>
      <button type="button" className={styles.box} aria-haspopup="dialog" aria-keyshortcuts="Control+K" title="找人找房（Ctrl + K）" onClick={() => setOpen(true)}>
        <SearchOutlined aria-hidden /><span className={styles.words}>找人找房</span><kbd className={styles.key}>Ctrl K</kbd>
      </button>
      <Modal title="找人找房" open={isOpen} onCancel={() => setOpen(false)} footer={null} width={640} destroyOnHidden className={styles.modal} style={{ top: 56 }}>
        {isOpen && <FindPanel close={() => setOpen(false)} />}
      </Modal>
    </>
  )
}

/** Ctrl+K (⌘+K) also while writing: it means nothing else there. */
function useEverywhere(open: () => void): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || document.querySelector('[role="dialog"][aria-modal="true"]')) return
    event.preventDefault()
    open()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event)
    document.addEventListener('keydown', listener)
    return () => document.removeEventListener('keydown', listener)
  }, [])
}
