import { AppstoreAddOutlined } from '@ant-design/icons'
import { isAreaPath, levelOf, lineOf, parentOf } from '@linli/standards/area-path'
import { Button } from 'antd'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { longFresh, useAsk } from '../../kernel/ask.ts'
import { myAreas, useMay, useMe } from '../../kernel/session.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { Answer, Nothing } from '../../parts/states.tsx'
import { ListExport } from '../ledger/list-export.tsx'
import type { Area } from '../organisation/area.ts'
import { AreaSelect } from '../organisation/area-select.tsx'
import { AddUnits } from './add-units.tsx'
import { BuildingChart } from './building-chart.tsx'
import { BuildingRecord } from './building-record.tsx'
import { isBuilding } from './chart.ts'
import styles from './housing.module.css'

const here = (area: string) => `/housing?area=${encodeURIComponent(area)}`

/** 一楼一档 and its 楼栋户室图: from the area one works in down to a building, its units and what is known of it. The area stands in the address. */
export default function BuildingPage() {
  const [params, setParams] = useSearchParams()
  const mine = myAreas(useMe())[0]?.path ?? '/'
  const said = params.get('area')
  const area = said && isAreaPath(said) ? said : mine
  const name = useNameOf(area)
  return (
    <>
      <PageHeader title={isBuilding(area) && name ? name : '楼栋户室图'} hint={<Crumbs area={area} top={mine} />}
        actions={<AreaSelect aria-label="查找楼幢" placeholder="查找楼幢" style={{ width: 240 }} value={area} onChange={(path) => path && setParams({ area: path })} />} />
      {isBuilding(area) ? <Building key={area} building={area} name={name ?? ''} /> : <Places area={area} />}
    </>
  )
}

function Building({ building, name }: { building: string, name: string }) {
  const query = useAsk('housing', 'chart', { building })
  const [isAdding, setAdding] = useState(false)
  const mayEdit = useMay('base.edit')
  const add = mayEdit && <Button icon={<AppstoreAddOutlined aria-hidden />} onClick={() => setAdding(true)}>批量登记房屋</Button>
  return (
    <div className={styles.column}>
      <section className="panel" aria-label="户室图">
        <Answer query={query}>{({ rows }) => rows.length === 0 ? <div style={{ padding: 24 }}><Nothing words="这一幢还没有登记房屋">{add}</Nothing></div> : <BuildingChart units={rows} building={building} tools={<>{add}<ListExport base="housing" name={`${name}房屋`} area={building} asked={[]} /></>} />}</Answer>
      </section>
      <BuildingRecord building={building} />
      <AddUnits building={building} name={name} isOpen={isAdding} close={() => setAdding(false)} />
    </div>
  )
}

/** What lies directly under an area; the grids of a community each with their buildings. */
function Places({ area }: { area: string }) {
  const query = useAsk('organisation', 'areas', { parent: area }, { freshMs: longFresh })
  return (
    <section className="panel" aria-label="选择楼幢">
      <Answer query={query}>
        {({ rows }) => rows.every(isEmpty) ? <div style={{ padding: 24 }}><Nothing words="下面没有楼幢" /></div>
          : levelOf(area) === 'community' ? rows.filter((row) => !isEmpty(row)).map((row) => <GridPlaces key={row.path} grid={row} />) : <PlaceLinks rows={rows} />}
      </Answer>
    </section>
  )
}

function GridPlaces({ grid }: { grid: Area }) {
  const rows = useAsk('organisation', 'areas', { parent: grid.path }, { freshMs: longFresh }).data?.rows
  if (!rows) return null
  return <section aria-label={grid.name}><h2 className={styles.sub}><Link to={here(grid.path)}>{grid.name}</Link></h2><PlaceLinks rows={rows} /></section>
}

const PlaceLinks = ({ rows }: { rows: Area[] }) => <ul className={styles.places}>{rows.filter((row) => !isEmpty(row)).map((row) => <li key={row.path}><Link className={styles.place} to={here(row.path)}>{row.name}</Link></li>)}</ul>

/** Nothing lies under it: micro-grids often have people and no buildings of their own. */
const isEmpty = ({ kind, hasChildren }: Area) => kind !== 'building' && !hasChildren

/** From the area one works in down to this one, and for a building to its neighbours. */
function Crumbs({ area, top }: { area: string, top: string }) {
  const line = lineOf(area).filter((step) => step.startsWith(top))
  const siblings = useAsk('organisation', 'areas', { parent: parentOf(area) ?? '/' }, { isWanted: isBuilding(area), freshMs: longFresh }).data?.rows.filter(({ kind }) => kind === 'building') ?? []
  const at = siblings.findIndex(({ path }) => path === area)
  const beside = (step: number) => at < 0 ? undefined : siblings[at + step]
  return (
    <span className={styles.crumbs}>
      {line.map((step) => <Crumb key={step} area={step} isLast={step === area} />)}
      {beside(-1) && <Link to={here(beside(-1)!.path)}>← {beside(-1)!.name}</Link>}
      {beside(1) && <Link to={here(beside(1)!.path)}>{beside(1)!.name} →</Link>}
    </span>
  )
}

function Crumb({ area, isLast }: { area: string, isLast: boolean }) {
  const name = useNameOf(area) ?? '…'
  return isLast ? <span aria-current="location">{name}</span> : <><Link to={here(area)}>{name}</Link><span aria-hidden>›</span></>
}

/** An area's own name; those one works in are known without asking. */
function useNameOf(area: string): string | undefined {
  const own = myAreas(useMe()).find(({ path }) => path === area)?.name
  const rows = useAsk('organisation', 'areas', { parent: parentOf(area) ?? '/' }, { isWanted: own === undefined, freshMs: longFresh }).data?.rows
  return own ?? rows?.find(({ path }) => path === area)?.name
}
