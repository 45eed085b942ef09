/** Upload limits, the same at every end: 15 MB a photo before the server shrinks it. */
export const maxPhotoBytes = 15 * 1024 * 1024
