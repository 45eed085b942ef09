import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './kernel/base.css'
import { App } from './kernel/app.tsx'
import { colour, paint } from './kernel/theme.ts'
import { router } from './routes.tsx'

paint(document.documentElement)
document.documentElement.style.background = colour.ground
createRoot(document.getElementById('root')!).render(<StrictMode><App router={router} /></StrictMode>)
