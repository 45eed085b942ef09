import { App } from 'antd'
import { useEffect, useEffectEvent } from 'react'
import { useBlocker } from 'react-router'

/** Asks before a page with written words is left for another one, or closed. */
export function useLeave(isWritten: () => boolean): void {
  const { modal } = App.useApp()
  const { state, proceed, reset } = useBlocker(({ currentLocation, nextLocation }) => currentLocation.pathname !== nextLocation.pathname && isWritten())
  const ask = useEffectEvent(() => void modal.confirm({
    title: '内容还没有提交', content: '离开后，已填写的内容不会保留。', okText: '不保留，离开', cancelText: '继续填写', onOk: () => proceed?.(), onCancel: () => reset?.(),
  }))
  useEffect(() => {
    if (state === 'blocked') ask()
  }, [state])
  const close = useEffectEvent((event: BeforeUnloadEvent) => isWritten() && event.preventDefault())
  useEffect(() => {
    const listener = (event: BeforeUnloadEvent) => void close(event)
    window.addEventListener('beforeunload', listener)
    return () => window.removeEventListener('beforeunload', listener)
  }, [])
}
