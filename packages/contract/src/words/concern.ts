/** Why an event stands on a record's page. */
export const concernWay = { place: '在此处发生', reporter: '本人上报' } as const
export type ConcernWay = keyof typeof concernWay
