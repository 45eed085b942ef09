/** Something that did not work out, in words for the person before the screen. */
export class Sorry extends Error {
  override name = 'Sorry'
}
