import { ReadOutlined } from '@ant-design/icons'
import { page } from '../../kernel/page.ts'
import type { RecordPart } from '../../kernel/record-part.tsx'
import type { Section } from '../../kernel/section.ts'
import { RecordEntries } from './record-entries.tsx'

const kinds = ['enterprise', 'housing', 'thing'] as const

/** Logbooks: what is written down day by day, with columns that an office sets. */
export const logbook: Section = {
  routes: [
    page('/logbook', () => import('./book-list-page.tsx'), 'logbook.view'),
    page('/logbook/make', () => import('./make-page.tsx'), 'logbook.manage'),
    page('/logbook/:id', () => import('./book-page.tsx'), 'base.view'),
    page('/logbook/:id/sheet', () => import('./sheet-page.tsx'), 'base.edit'),
    page('/logbook/entry/:id', () => import('./entry-page.tsx'), 'base.view'),
  ],
  menu: [{ to: '/logbook', title: '登记簿', icon: ReadOutlined, group: 'base', may: 'logbook.view' }],
  parts: kinds.map((of): RecordPart => ({ of, key: 'logbook', may: 'base.view', place: 'beside', Part: RecordEntries })),
}
