import { Alert, Button, Modal, Typography } from 'antd'

interface FirstPasswordShownProps { shown: { name: string, password: string } | undefined, close: () => void }

/** Shown once and nowhere kept; it must be changed at the first sign-in. */
export const FirstPasswordShown = ({ shown, close }: FirstPasswordShownProps) => (
  <Modal title="初始密码" open={shown !== undefined} onCancel={close} mask={{ closable: false }} width={420} destroyOnHidden footer={<Button type="primary" onClick={close}>已记下，关闭</Button>}>
    <p>{shown?.name}的初始密码：</p>
    <p style={{ fontSize: 22, margin: '8px 0 14px', userSelect: 'all' }}><Typography.Text code copyable={{ tooltips: ['复制', '已复制'] }}>{shown?.password}</Typography.Text></p>
    <Alert type="warning" showIcon title="只显示这一次，关闭后无法再看。请当面或用安全的方式告诉本人，首次登录时必须修改。" />
  </Modal>
)
