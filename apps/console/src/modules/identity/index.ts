import { page } from '../../kernel/page.ts'
import type { Section } from '../../kernel/section.ts'

export const identity: Section = {
  routes: [page('/me', () => import('./my-account-page.tsx'))],
  menu: [],
}
