import type { ReactNode } from 'react'
import { watchPrivacy } from './kernel/privacy.ts'
import './app.css'
// What the styles of other parts build on comes before them on every page, in whatever order a page names its parts.
import './element/element.css'
import './parts/icon.css'
import './parts/button.css'
import './parts/field.css'

watchPrivacy()

export default function App({ children }: { children: ReactNode }) {
  return children
}
