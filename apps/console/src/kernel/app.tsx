import { QueryClientProvider } from '@tanstack/react-query'
import { App as AntApp, ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { useState } from 'react'
import { RouterProvider } from 'react-router'
import type { createBrowserRouter } from 'react-router'
import { useStill } from '../parts/use-media.ts'
import { createQueryClient } from './query-client.ts'
import { stillTheme, theme } from './theme.ts'

dayjs.locale('zh-cn')

/** Beside what they belong to, so that a screen reader meets them within the page; windows keep theirs above everything. */
const popupPlace = (trigger?: HTMLElement): HTMLElement => (trigger?.closest('[role="dialog"]') ? null : document.getElementById('main')) ?? document.body

interface AppProps { router: ReturnType<typeof createBrowserRouter> }

export function App({ router }: AppProps) {
  const [client] = useState(createQueryClient)
  const isStill = useStill()
  return (
    <ConfigProvider locale={zhCN} theme={isStill ? stillTheme : theme} button={{ autoInsertSpace: false }} form={{ colon: false }} getPopupContainer={popupPlace}>
      <AntApp message={{ maxCount: 2 }}>
        <QueryClientProvider client={client}><RouterProvider router={router} /></QueryClientProvider>
      </AntApp>
    </ConfigProvider>
  )
}
