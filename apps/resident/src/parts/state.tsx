import type { ReactNode } from 'react'
import { Box, Words } from '#element'
import type { Load } from '../kernel/load.ts'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'
import type { IconName } from './icon.tsx'
import './state.css'

/** Waiting for an answer. */
export function Loading({ words = '正在加载…' }: { words?: string }) {
  return (
    <Box className="state" role="status">
      <Words className="button__turning state__turning" />
      <Words as="p" className="state__words">{words}</Words>
    </Box>
  )
}

/** Nothing there, and what can be done about it. */
export function Empty({ title, words, icon = 'empty', action }: { title: string, words?: string, icon?: IconName, action?: ReactNode }) {
  return (
    <Box className="state">
      <Icon name={icon} className="state__sign" />
      <Words as="p" className="state__title">{title}</Words>
      {words && <Words as="p" className="state__words">{words}</Words>}
      {action && <Box className="state__action">{action}</Box>}
    </Box>
  )
}

/** It did not come; try again. */
export function Failed({ words, onAgain }: { words: string, onAgain: () => void }) {
  return (
    <Box className="state" role="alert">
      <Icon name="wrong" className="state__sign" />
      <Words as="p" className="state__title">{words}</Words>
      <Box className="state__action"><Button words="再试一次" look="plain" onPress={onAgain} /></Box>
    </Box>
  )
}

/** Draws `children` with what came, or the state it is in before. */
export function Loaded<T>({ load, again, children }: { load: Load<T>, again: () => void, children: (data: T) => ReactNode }) {
  if (load.state === 'loading') return <Loading />
  if (load.state === 'failed') return <Failed words={load.words} onAgain={again} />
  return <>{children(load.data)}</>
}
