/** The independent validator used by the tests has no types of its own. */
declare module 'id-validator' {
  export default class IDValidator {
    constructor(regions?: object)
    isValid(number: string): boolean
    getInfo(number: string): { birth: string; sex: 0 | 1 } | false
    makeID(isShort?: boolean): string
  }
}

declare module 'id-validator/GB2260.min.js' {
  const regions: object
  export default regions
}
