import { light } from '@linli/contract/words/index'
import dots from '../../parts/map/dots.module.css'
import styles from './map-page.module.css'

/** What sign, shape and colour mean. */
export const MapLegend = () => (
  <ul className={styles.legend} aria-label="图例">
    <li><span aria-hidden className={`${dots.dot} ${dots.red} ${dots.one}`}>!</span>有{light.red}的</li>
    <li><span aria-hidden className={`${dots.dot} ${dots.yellow} ${dots.one}`}>…</span>有{light.yellow}的</li>
    <li><span aria-hidden className={`${dots.dot} ${dots.green} ${dots.one}`} />都在{light.green}</li>
  </ul>
)
