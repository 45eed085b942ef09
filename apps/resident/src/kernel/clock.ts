import { createKept } from './kept.ts'

/** How far the server's clock is ahead of this phone's, in milliseconds, as its last answer said. Kept, because it is needed most where nothing answers. */
export const ahead = createKept('clock', 0)

/** Answers say whole seconds and are on their way for a moment: less is no difference. */
const finest = 3000

/** `at`: the moment the server gave its answer, where it told. */
export function heardTime(at: number | null) {
  if (at === null || Number.isNaN(at)) return
  const differs = at - Date.now()
  if (Math.abs(differs - ahead.get()) > finest) ahead.set(Math.abs(differs) > finest ? differs : 0)
}

/** Now, by the server's clock: phones' clocks are set by people. */
export const serverNow = () => Date.now() + ahead.get()

/** From here on it is said that the phone's clock is wrong. */
const wrong = 2 * 60_000

export function clockWords(differs: number): string | null {
  if (Math.abs(differs) < wrong) return null
  const minutes = Math.round(Math.abs(differs) / 60_000)
  const amount = minutes < 120 ? `${minutes} 分钟` : `${Math.round(minutes / 60)} 小时`
  return `这部手机的时间${differs > 0 ? '慢' : '快'}了 ${amount}。办理时间和照片上的时间按服务器的时钟记，不受影响；请在手机设置里打开自动对时。`
}
