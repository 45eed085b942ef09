import { Button, Result } from 'antd'
import { useRouteError } from 'react-router'

/** A fault of our own page. After a new version was installed, old pages cannot fetch their parts any more: reloading mends that. */
export function PageFault({ isWhole = false }: { isWhole?: boolean }) {
  const fault = useRouteError()
  const isOutdated = fault instanceof TypeError && /import|module/i.test(fault.message)
  const result = (
    <Result
      status="warning"
      title={isOutdated ? '平台已更新，请刷新页面' : '这一页出了点问题'}
      subTitle={isOutdated ? undefined : '请刷新后再试；如仍不行，请告诉系统管理员您刚才做了什么。'}
      extra={<Button type="primary" onClick={() => window.location.reload()}>刷新</Button>}
    />
  )
  return isWhole ? <main>{result}</main> : result
}
