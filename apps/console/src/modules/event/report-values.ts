import { holds } from '../../kernel/session.ts'
import type { Person } from '../../kernel/session.ts'
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

/** What the server is told. A point says the area by itself; some leave only a name, some only a number. */
export function reportOf({ where, reporterName, reporterPhone, ...rest }: ReportValues): Report {
  const reporter = { name: reporterName?.trim() ?? '', phone: reporterPhone?.trim() ?? '' }
  return {
    ...rest,
    title: rest.title?.trim() || undefined,
    place: rest.place ?? '',
    photos: rest.photos ?? [],
    ...(where?.point ? { point: where.point } : { area: where?.area }),
    ...(reporter.name || reporter.phone ? { reporter } : {}),
  }
}

/**
 * Where a person's reports mostly come from: what they saw themselves. Whoever takes reports from others says it each time, because it
 * decides whether the reporter is called back.
 */
export function usualSource(me: Pick<Person, 'may' | 'posts'>): EventView['source'] | undefined {
  if (holds(me, 'event.accept')) return undefined
  return me.posts.some(({ role }) => role === 'steward') ? 'steward' : 'grid'
}

/** Where the form holds what the server calls otherwise, so that a complaint stands beside its field. */
export const formPaths = { 'reporter.name': 'reporterName', 'reporter.phone': 'reporterPhone', point: 'where', area: 'where' }

/** A draft as its form shows it again. The telephone is masked for everybody and therefore not filled in; the photos it has need not be sent again. */
export const valuesOf = (event: EventView): ReportValues => ({
  description: event.description,
  title: event.title,
  matter: event.matter.code,
  where: { point: event.point ?? undefined, area: event.area, name: event.areaName },
  place: event.place,
  severity: event.severity,
  source: event.source,
})
