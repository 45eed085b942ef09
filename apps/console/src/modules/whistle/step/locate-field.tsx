import { AimOutlined } from '@ant-design/icons'
import { distanceInMetres } from '@linli/standards/coordinates'
import { Alert, Button, Form, Input, Spin } from 'antd'
import { useEffect, useEffectEvent, useState } from 'react'
import { whereWords } from '../call-list.tsx'
import styles from '../whistle.module.css'
import { locate } from './locate.ts'
import type { Located } from './locate.ts'

/** Asks the phone at once where one is and says how far from the place; without a position one says why, and may report in all the same. */
export function LocateField({ place }: { place: { lng: number, lat: number } | null }) {
  const form = Form.useFormInstance()
  const [located, setLocated] = useState<Located>()
  const take = useEffectEvent((answer: Located) => {
    setLocated(answer)
    // Nobody has written it: leaving asks for nothing.
    form.setFields([{ name: 'located', value: answer, touched: false }])
  })
  useEffect(() => {
    if (!located) void locate().then(take)
  }, [located])
  const ask = () => setLocated(undefined)
  return (
    <>
      <Form.Item name="located" hidden rules={[{ validator: () => located ? Promise.resolve() : Promise.reject(new Error('正在定位')) }]}><input type="hidden" /></Form.Item>
      <div role="status" aria-live="polite">
        {!located && <div className={styles.found}><Spin size="small" /> 正在定位，请稍候……</div>}
        {located?.point && <div className={styles.found}><p><strong>{whereWords({ metres: metresTo(place, located.point), accuracy: located.accuracy ?? null, reason: null })}</strong></p><p><Again ask={ask} /></p></div>}
        {located?.fault && <Alert type="warning" showIcon style={{ marginBottom: 16 }} title="没有取得位置" description={<><p>{located.fault}</p><p style={{ marginTop: 6 }}><Again ask={ask} /></p></>} />}
      </div>
      {located?.fault && <Form.Item name="reason" label="为什么没有定位" extra="也可以这样报到，会记为未定位；请尽量附上现场照片。" rules={[{ required: true, whitespace: true, message: '请说明为什么没有定位' }]}><Input.TextArea rows={2} maxLength={300} placeholder="如：手机没有定位信号，已到南门" /></Form.Item>}
    </>
  )
}

const Again = ({ ask }: { ask: () => void }) => <Button size="small" icon={<AimOutlined aria-hidden />} onClick={ask}>重新定位</Button>

const metresTo = (place: { lng: number, lat: number } | null, { lng, lat }: { lng: number, lat: number }) => place && Math.round(distanceInMetres([lng, lat], [place.lng, place.lat]))
