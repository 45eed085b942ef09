import { useEffect, useState } from 'react'
import type { RefObject } from 'react'
import type { Spot } from './ground.ts'

/** Width and height of an element in px; nothing before it is laid out. */
export function useSize(frame: RefObject<HTMLElement | null>): Spot {
  const [size, setSize] = useState<Spot>([0, 0])
  useEffect(() => {
    const measure = () => { if (frame.current) setSize([frame.current.clientWidth, frame.current.clientHeight]) }
    measure()
    window.addEventListener('resize', measure)
    return () => window.removeEventListener('resize', measure)
  }, [frame])
  return size
}
