import type { Asked } from '@linli/contract'
import type { ReporterPrivacy } from '@linli/contract/words/event.ts'
import { newKey } from '../../kernel/key.ts'
import { createKept } from '../../kernel/kept.ts'
import { idsOf } from '../../kernel/upload.ts'
import type { HeldPhoto } from '../../kernel/upload.ts'
import type { Point } from '../../phone/phone.ts'

/** `isOwn`: picked by the person, so that no suggestion takes its place. */
export type ChosenMatter = { code: string, name: string, path: string, isOwn: boolean }

/** A point, an area, or both; how it is called, and what to be careful about. */
export type Where = { point: Point | null, area: string | null, name: string, note: string | null }

/** Whom the report is made for, where it is somebody else: they are called back. */
export type Other = { name: string, phone: string }

export type Draft = {
  key: string, description: string, matter: ChosenMatter | null, where: Where | null, place: string, photos: HeldPhoto[]
  privacy: ReporterPrivacy, other: Other | null
  /** What was reported already and is gone with. */
  joins: string | null
}

const empty: Draft = { key: '', description: '', matter: null, where: null, place: '', photos: [], privacy: 'open', other: null, joins: null }

/** What is being reported, kept on this phone until it is sent. */
export const draft = createKept('draft', empty)

/** What was begun before the app was closed: of its photos only those the server has are left. */
const earlier = { ...empty, ...draft.get() }
if (isBegun(earlier)) draft.set({ ...earlier, photos: earlier.photos.filter(({ id }) => id !== null).map((photo) => ({ ...photo, path: '' })) })

/** Photos that had not arrived are gone with the page that held them. */
export const photosLost = earlier.photos.filter(({ id }) => id === null).length

export const wasBegunEarlier = isBegun(earlier)

export function changeDraft(change: Partial<Draft>) {
  const before = draft.get()
  // Another matter or place is another thing than the one to be joined.
  const isOther = 'matter' in change || 'where' in change
  draft.set({ ...before, key: before.key || newKey(), ...(isOther && { joins: null }), ...change })
}

export const forgetDraft = () => draft.set(empty)

export function isBegun({ description, photos, where }: Draft): boolean {
  return description.trim() !== '' || photos.length > 0 || where !== null
}

/** What the server is told. */
export function inputOf({ description, matter, where, place, photos, privacy, other, joins }: Draft): Asked<'event', 'reportMine'> {
  return {
    description: description.trim(), matter: matter?.code ?? '', photos: idsOf(photos), place: place.trim(),
    ...(where?.point && { point: where.point }), ...(where?.area && { area: where.area }), privacy,
    ...(other && privacy !== 'anonymous' && { reporter: { name: other.name.trim(), phone: other.phone } }), ...(joins && { joins }),
  }
}
