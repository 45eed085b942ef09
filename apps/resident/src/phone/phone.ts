import type { Print } from './print.ts'

/** What came back, good or bad; `at` is when the server gave it, where that is told. */
export type Answer = { status: number, body: unknown, at?: number | null }

/** A photo on this phone: a temporary path in the mini-program, a blob address on H5. */
export type Photo = { path: string, bytes: number }

/** CGCS2000 degrees. */
export type Point = { lng: number, lat: number }

/** A point on the ground, and how far off it may be in metres. */
export type Place = Point & { accuracy: number }

/** Where our navigation bar must leave room, in px: the status bar above, WeChat's capsule to the right. */
export type BarRoom = { top: number, height: number, right: number }

/** Ends the waiting of a call that needs consent; the id of the button that was tapped shows that there was one. */
export type Consent = (agreedBy: string | null) => void

/** Writes down what is said: `heard` gets each finished piece, `ended` why it stopped in words for people, or nothing. Gives what stops it. */
export type Dictation = (heard: (text: string) => void, ended: (why: string | null) => void) => () => void

/** What is kept apart in the box: things on their way to the server, and what the server said last. */
export type Shelf = 'parcel' | 'seen'

/** What outlives the app and an empty battery: a call answers once it is written, and rejects where it cannot be (full, or forbidden). */
export type Box = {
  all: (shelf: Shelf) => Promise<unknown[]>
  /** Undefined where there is none. */
  get: (shelf: Shelf, id: string) => Promise<unknown>
  names: (shelf: Shelf) => Promise<string[]>
  put: (shelf: Shelf, id: string, value: unknown) => Promise<void>
  remove: (shelf: Shelf, id: string) => Promise<void>
  clear: (shelf: Shelf) => Promise<void>
  /** Names of the photos there are. */
  photos: () => Promise<string[]>
  putPhoto: (id: string, photo: Photo) => Promise<void>
  /** Null where there is none. */
  photo: (id: string) => Promise<Photo | null>
  removePhoto: (id: string) => Promise<void>
}

/** What differs between a browser and WeChat. `#phone` is one of the two, chosen by the build. */
export type Phone = {
  /** Rejects where nothing answers. */
  post: (address: string, body: unknown, header: Record<string, string>) => Promise<Answer>
  /** Multipart, part name `file`; `through` hears the share that is sent, 0–1. Rejects where nothing answers. */
  sendPhoto: (address: string, photo: Photo, header: Record<string, string>, through: (share: number) => void) => Promise<Answer>
  /** From where a picture of the server can be shown: its address on H5; the mini-program must fetch it first, for its images send no credentials. */
  pictureAt: (address: string, header: Record<string, string>) => string | Promise<string>
  /** A small picture of the server as a `data:` address, to be kept. Rejects where it does not come. */
  pictureData: (address: string, header: Record<string, string>) => Promise<string>
  /** None where the person changes their mind; rejects where the phone refuses. */
  choosePhotos: (room: number, from?: 'camera') => Promise<Photo[]>
  /** The photo again, as JPEG, no edge longer than `longestEdge` px; `quality` 0–1. */
  shrink: (photo: Photo, longestEdge: number, quality: number) => Promise<Photo>
  /** The photo again with words drawn on it, no larger than told. Rejects where the phone cannot. */
  print: (photo: Photo, wanted: Print) => Promise<Photo>
  /** Rejects with `{ errMsg }` where there is no place to be had. */
  locate: () => Promise<Place>
  /** The phone's own map, if it has one, opened around a point: what was picked and how it is called there; null where they change their mind. */
  choosePlace: ((near: Point | null) => Promise<(Point & { name: string }) | null>) | null
  barRoom: () => BarRoom
  /** Puts the keyboard and the screen reader where they should go on. */
  focusOn: (id: string) => void
  /** Brings an entry into view that has to be mended. */
  showField: (id: string) => void
  /** The phone's own viewer, if it has one. */
  showPhotos: ((paths: readonly string[], at: number) => void) | null
  /** The phone's voice, if it has one: reads a text and says when it has ended. */
  voice: { speak: (text: string, ended: () => void) => void, hush: () => void } | null
  dictation: Dictation | null
  /** What the page in front shows, as text. */
  shownText: () => string
  dial: (number: string) => void
  /** Puts words where they can be pasted from. Rejects where the phone refuses. */
  copy: (text: string) => Promise<void>
  /** Opens an address of the server beside the app, where there are such pages. */
  openPage: ((address: string) => void) | null
  /** Hears what the server says of itself, message by message, until what it gives back is called. The mini-program asks when a page is shown instead. */
  stream: ((address: string, hear: (message: unknown) => void) => () => void) | null
  box: Box
  /** Hears when something may go through again: the network came back, or the person did. */
  whenBack: (hear: () => void) => void
  /** From now on the pages open without a network; the mini-program's do by themselves. */
  keepPages: (() => void) | null
  /** The list that was pulled down is there anew; browsers load the page again instead. */
  endPull: (() => void) | null
  /** WeChat's word for who is signed in there, good once. */
  weChatCode: (() => Promise<string>) | null
  /** WeChat's privacy guide: calls that need it wait until `ask` was answered. */
  privacy: { watch: (ask: (consent: Consent) => void) => void, openGuide: () => void } | null
}
