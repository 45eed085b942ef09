import { Box, Words } from '#element'
import { Card } from '../../parts/card.tsx'
import { EaseBar } from '../../parts/ease-bar.tsx'
import { Page } from '../../parts/page.tsx'
import { handler, inShort, kept, rights } from './words.ts'
import './privacy.css'

/** What the law wants people told before they give anything (PIPL art. 17), in plain words. */
export default function Notice() {
  return (
    <Page title="个人信息处理规则">
      <EaseBar />
      <Card><Words as="p">{inShort}</Words></Card>
      <Card title="收集什么，为什么，保存多久">
        <Box as="ul" className="privacy__list">
          {kept.map(({ what, why, how }) => (
            <Box as="li" key={what} className="privacy__item">
              <Words as="p" className="privacy__what">{what}</Words>
              <Words as="p">{why}</Words>
              <Words as="p" className="privacy__how">{how}</Words>
            </Box>
          ))}
        </Box>
      </Card>
      <Card title="您的权利">
        <Box as="ul" className="privacy__list">
          {rights.map((right) => <Box as="li" key={right} className="privacy__item">{right}</Box>)}
        </Box>
      </Card>
      <Card title="谁负责"><Words as="p">{handler}</Words></Card>
    </Page>
  )
}
