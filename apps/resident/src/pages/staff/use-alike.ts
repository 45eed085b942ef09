import { useEffect, useState } from 'react'
import { staffCall } from '../../kernel/staff.ts'
import { isNewUnit } from './door-new.ts'

/** Long enough that most people have come to a pause. */
const pause = 800

/** Who is there already and may be the same, in words, while somebody is written down where there is a network; nothing where there is none, since it is asked again as it arrives. */
export function useAlike(housing: string, told: { name: string, certificateNumber: string, phone: string, birth: string }): string {
  const asked = JSON.stringify(told)
  const [found, setFound] = useState({ to: '', words: '' })
  useEffect(() => {
    let isLatest = true
    const { name, ...more } = JSON.parse(asked) as typeof told
    const ask = async () => {
      const { same, elsewhere, rows } = await staffCall('person', 'alike', { name: name.trim(), ...more, at: { housing } })
      const words = [...same ? [same] : [], ...rows].map((one) => `${one.name}（${one.address ?? one.areaName}）`)
      if (isLatest) setFound({ to: asked, words: elsewhere ? `该证件号码已在${elsewhere}登记` : words.length > 0 ? `可能已经登记过：${words.slice(0, 3).join('、')}` : '' })
    }
    const isEnough = !isNewUnit(housing) && name.trim() !== '' && Object.values(more).some((text) => text.trim() !== '')
    const timer = setTimeout(() => { if (isEnough) ask().catch(() => {}) }, pause)
    return () => {
      isLatest = false
      clearTimeout(timer)
    }
  }, [asked, housing])
  return found.to === asked ? found.words : ''
}
