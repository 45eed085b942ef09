import type { ReactNode } from 'react'
import { watchPrivacy } from './kernel/privacy.ts'
import './app.css'

watchPrivacy()

export default function App({ children }: { children: ReactNode }) {
  return children
}
