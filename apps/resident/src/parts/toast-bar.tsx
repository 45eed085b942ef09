import { Box, Words } from '#element'
import { useStore } from '../kernel/store.ts'
import { toast } from '../kernel/toast.ts'
import { Icon } from './icon.tsx'
import './toast-bar.css'

/** Draws what `tell` and `warn` say. The box is always there, so that screen readers notice what is put into it. */
export function ToastBar() {
  const said = useStore(toast)
  return (
    <Box className="toast-bar" role={said?.kind === 'wrong' ? 'alert' : 'status'}>
      {said && (
        <Box className={`toast-bar__box toast-bar__box--${said.kind}`}>
          <Icon name={said.kind === 'wrong' ? 'wrong' : 'done'} />
          <Words className="toast-bar__words">{said.words}</Words>
        </Box>
      )}
    </Box>
  )
}
