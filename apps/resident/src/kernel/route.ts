import Taro from '@tarojs/taro'
import { h5Pages, pages, staffPages } from '../pages.ts'
import type { PageName } from '../pages.ts'

export function go(page: PageName, query: Record<string, string> = {}) {
  void Taro.navigateTo({ url: addressOf(page, query) })
}

/** Goes on without a way back: after something is done. */
export function replace(page: PageName, query: Record<string, string> = {}) {
  void Taro.redirectTo({ url: addressOf(page, query) })
}

/** Everything behind is left: after something that is not gone back to. */
export function leaveTo(page: PageName) {
  void Taro.reLaunch({ url: addressOf(page, {}) })
}

/** Back to the page before; home, or the staff's own first page, where there is none (an address opened from a message). */
export function back() {
  const open = Taro.getCurrentPages()
  if (open.length > 1) void Taro.navigateBack()
  else leaveTo(/pages\/staff\/(?!index)/.test(open[0]?.route ?? '') ? 'staff' : 'home')
}

const paths = { ...pages, ...staffPages, ...h5Pages }

function addressOf(page: PageName, query: Record<string, string>) {
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  return pairs.length > 0 ? `/${paths[page]}?${pairs.join('&')}` : `/${paths[page]}`
}
