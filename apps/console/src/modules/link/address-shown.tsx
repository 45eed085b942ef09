import { Alert, Button, Modal, QRCode, Typography } from 'antd'
import type { Address } from './link-view.ts'
import styles from './link.module.css'

/** The address of a link, to be copied or photographed; it is shown once, another one can be had. */
export const AddressShown = ({ shown, close }: { shown: Address | undefined, close: () => void }) => (
  <Modal title={shown?.link.kind === 'ask' ? '给上报人的链接' : `给${shown?.link.name ?? ''}的链接`} open={shown !== undefined} onCancel={close} width={440} destroyOnHidden footer={<Button type="primary" onClick={close}>关闭</Button>}>
    {shown && (
      <>
        <div className={styles.code}><QRCode value={shown.address} type="svg" size={200} aria-label="链接的二维码" /></div>
        <p className={styles.address}><Typography.Text copyable={{ text: shown.address, tooltips: ['复制', '已复制'] }}>{shown.address}</Typography.Text></p>
        <Alert type="info" showIcon title="链接只能回复一次，谁拿到谁就能回复，请只发给本人。关闭后可以再次复制。" />
      </>
    )}
  </Modal>
)
