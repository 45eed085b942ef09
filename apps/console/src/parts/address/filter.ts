/** How one filter is written in the address and read from it. Reading refuses what it does not know: addresses are typed and shared by people. */
export interface Field<T> {
  read: (text: string) => T | undefined
  write: (value: T) => string | undefined
}

/** `any`: each field keeps its own type, which `Values` reads back. */
export type Fields = Record<string, Field<any>>
export type Values<F extends Fields> = { [K in keyof F]?: F[K] extends Field<infer T> ? T : never }

const longest = 200

export const word = (): Field<string> => ({
  read: (text) => text.trim().slice(0, longest) || undefined,
  write: (value) => value.trim().slice(0, longest) || undefined,
})

export const flag = (): Field<boolean> => ({ read: (text) => text === '1' || undefined, write: (value) => value ? '1' : undefined })

export const oneOf = <const T extends string>(words: readonly T[]): Field<T> => ({
  read: (text) => words.find((entry) => entry === text),
  write: (value) => words.includes(value) ? value : undefined,
})

export const someOf = <const T extends string>(words: readonly T[]): Field<T[]> => ({
  read: (text) => {
    const asked = text.split(',')
    const known = words.filter((entry) => asked.includes(entry))
    return known.length > 0 ? known : undefined
  },
  write: (value) => words.filter((entry) => value.includes(entry)).join(',') || undefined,
})

export const day = (): Field<string> => {
  const real = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : undefined
  return { read: real, write: real }
}

/** What the address says, without what it says wrongly. */
export function readFilter<F extends Fields>(fields: F, params: URLSearchParams): Values<F> {
  const entries = Object.entries(fields).flatMap(([name, field]) => {
    const value = field.read(params.get(name) ?? '')
    return value === undefined ? [] : [[name, value]]
  })
  return Object.fromEntries(entries) as Values<F>
}

/** The address after a change. Going to another filter starts at the first page; what is no filter stays. */
export function writeFilter<F extends Fields>(fields: F, params: URLSearchParams, change: Values<F>): URLSearchParams {
  const next = new URLSearchParams(params)
  for (const [name, value] of Object.entries(change)) {
    const text = value === undefined || value === null ? undefined : fields[name]?.write(value)
    if (text === undefined) next.delete(name)
    else next.set(name, text)
  }
  for (const name of ['after', 'page']) next.delete(name)
  return next
}
