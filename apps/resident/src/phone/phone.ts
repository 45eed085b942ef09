/** What came back, good or bad. */
export type Answer = { status: number, body: unknown }

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

/** What differs between a browser and WeChat. `#phone` is one of the two, chosen by the build. */
export type Phone = {
  /** Rejects where nothing answers. */
  post: (address: string, body: unknown, header: Record<string, string>) => Promise<Answer>
  /** Multipart, part name `file`; `through` hears the share that is sent, 0–1. Rejects where nothing answers. */
  sendPhoto: (address: string, photo: Photo, header: Record<string, string>, through: (share: number) => void) => Promise<Answer>
  /** From where a picture of the server can be shown: its address on H5; the mini-program must fetch it first, for its images send no credentials. */
  pictureAt: (address: string, header: Record<string, string>) => string | Promise<string>
  /** None where the person changes their mind; rejects where the phone refuses. */
  choosePhotos: (room: number) => Promise<Photo[]>
  /** The photo again, as JPEG, no edge longer than `longestEdge` px; `quality` 0–1. */
  shrink: (photo: Photo, longestEdge: number, quality: number) => Promise<Photo>
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
  /** Opens an address of the server beside the app, where there are such pages. */
  openPage: ((address: string) => void) | null
  /** Hears what the server says of itself, message by message, until what it gives back is called. The mini-program asks when a page is shown instead. */
  stream: ((address: string, hear: (message: unknown) => void) => () => void) | null
  /** WeChat's word for who is signed in there, good once. */
  weChatCode: (() => Promise<string>) | null
  /** WeChat's privacy guide: calls that need it wait until `ask` was answered. */
  privacy: { watch: (ask: (consent: Consent) => void) => void, openGuide: () => void } | null
}
