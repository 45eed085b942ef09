import { useEffect, useState } from 'react'

/** Seconds until something may be asked for again. The clock decides, so that a phone that slept does not fall behind. */
export function useCountdown(): { left: number, wait: (seconds: number) => void } {
  const [until, setUntil] = useState(0)
  const [left, setLeft] = useState(0)
  useEffect(() => {
    if (until === 0) return undefined
    const count = () => setLeft(Math.max(0, Math.ceil((until - Date.now()) / 1000)))
    count()
    const timer = setInterval(count, 500)
    return () => clearInterval(timer)
  }, [until])
  return { left, wait: (seconds) => setUntil(Date.now() + seconds * 1000) }
}
