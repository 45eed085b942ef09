import type { EventView, Report } from './event-view.ts'

/** Where it happened: a point on the map, or an area found by name. */
export interface Where { point?: { lng: number, lat: number }, area?: string, name: string }

export interface ReportValues {
  description: string
  title?: string
  matter: string
  where?: Where
  place?: string
  severity: EventView['severity']
  source?: EventView['source']
  reporterName?: string
  reporterPhone?: string
  photos?: string[]
}

/** What the server is told. A point says the area by itself; without a telephone nobody can be called back, so a name alone is not sent. */
export function reportOf({ where, reporterName, reporterPhone, ...rest }: ReportValues): Report {
  const phone = reporterPhone?.trim()
  return {
    ...rest,
    title: rest.title?.trim() || undefined,
    place: rest.place ?? '',
    photos: rest.photos ?? [],
    ...(where?.point ? { point: where.point } : { area: where?.area }),
    ...(phone ? { reporter: { name: reporterName?.trim() ?? '', phone } } : {}),
  }
}

/** A draft as its form shows it again. The telephone is masked for everybody and therefore not filled in. */
export const valuesOf = (event: EventView): ReportValues => ({
  description: event.description,
  title: event.title,
  matter: event.matter.code,
  where: { point: event.point ?? undefined, area: event.area, name: event.areaName },
  place: event.place,
  severity: event.severity,
  source: event.source,
  photos: event.photos.map((photo) => photo.id),
})
