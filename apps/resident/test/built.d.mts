/** The folder of what is built, after building it where its sources changed. */
export function built(end: 'h5' | 'weapp'): Promise<string>
