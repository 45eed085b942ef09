/**
 * The names of regions in front of an address, 浙江省杭州市某某区某某街道某某社区. They are not part of what tells houses
 * apart, the area path is. Names of estates and roads look like them (小区, 新城市花园, 市心路), hence the exceptions.
 */
const han = '[\\u3400-\\u9fff]'
const province = `(?:${han}{2,7}?(?:省|自治区))`
const city = `(?:${han}{1,5}?(?![城都超夜菜])${han}市(?![心场民政中]))`
const county = `(?:${han}{0,4}(?![小社园院校厂片库街宅活舍墅置业东南西北中一二三四五六七八九十期])${han}区|${han}{1,4}县)`
const subdistrict = `(?:${han}{1,6}?街道)`
const town = `(?:${han}{1,5}?[镇乡])`
const communityName = `(${han}{1,8}?社区)(?!卫生|服务|医院|党|文化|公园|食堂|居家|老年|警务)`

const pattern = new RegExp(`^-?(?:${province})?(?:${city})?(?:${county}(?:${subdistrict}|${town})?|${subdistrict})?(?:${communityName})?`)

/** Length of the regions in front, repeated ones too, and the last community named. */
export function readRegion(text: string): { length: number; community?: string } {
  let length = 0
  let community: string | undefined
  for (;;) {
    const match = pattern.exec(text.slice(length))
    if (!match || match[0].replace('-', '') === '') return { length, community }
    length += match[0].length
    community = match[1] ?? community
  }
}
