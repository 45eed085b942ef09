/** What came back, good or bad. */
export type Answer = { status: number, body: unknown }

/** A photo on this phone: a temporary path in the mini-program, a blob address on H5. */
export type Photo = { path: string, bytes: number }

/** A point on the ground in CGCS2000 degrees, and how far off it may be in metres. */
export type Place = { lng: number, lat: number, accuracy: number }

/** Where our navigation bar must leave room, in px: the status bar above, WeChat's capsule to the right. */
export type BarRoom = { top: number, height: number, right: number }

/** Ends the waiting of a call that needs consent; the id of the button that was tapped shows that there was one. */
export type Consent = (agreedBy: string | null) => void

/** What differs between a browser and WeChat. `#phone` is one of the two, chosen by the build. */
export type Phone = {
  /** Rejects where nothing answers. */
  post: (address: string, body: unknown, header: Record<string, string>) => Promise<Answer>
  /** Multipart, part name `file`. Rejects where nothing answers. */
  sendPhoto: (address: string, photo: Photo, header: Record<string, string>) => Promise<Answer>
  /** None where the person changes their mind; rejects where the phone refuses. */
  choosePhotos: (room: number) => Promise<Photo[]>
  /** The photo again, as JPEG, no edge longer than `longestEdge` px; `quality` 0–1. */
  shrink: (photo: Photo, longestEdge: number, quality: number) => Promise<Photo>
  /** Rejects with `{ errMsg }` where there is no place to be had. */
  locate: () => Promise<Place>
  barRoom: () => BarRoom
  /** Puts the keyboard and the screen reader where they should go on. */
  focusOn: (id: string) => void
  /** The phone's own viewer, if it has one. */
  showPhotos: ((paths: readonly string[], at: number) => void) | null
  /** The phone's voice, if it has one: reads a text and says when it has ended. */
  voice: { speak: (text: string, ended: () => void) => void, hush: () => void } | null
  /** What the page in front shows, as text. */
  shownText: () => string
  /** WeChat's privacy guide: calls that need it wait until `ask` was answered. */
  privacy: { watch: (ask: (consent: Consent) => void) => void, openGuide: () => void } | null
}
