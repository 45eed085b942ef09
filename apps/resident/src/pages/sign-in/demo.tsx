import { phone } from '#phone'
import { Button } from '../../parts/button.tsx'
import { Notice } from '../../parts/notice.tsx'

/** In a demonstration no phone rings: says where the messages are. */
export function Demo() {
  const { openPage } = phone
  return (
    <Notice>
      这是演示环境，短信不会真的发出，请在「模拟短信」页面查看验证码。
      {openPage && <Button words="打开模拟短信" look="plain" onPress={() => openPage('/simulator/sms')} />}
    </Notice>
  )
}
