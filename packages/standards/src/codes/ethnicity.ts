import type { CodeTable } from './table.ts'

/** The 56 ethnic groups. Order is that of the codes: some lists put 德昂族 elsewhere. 97 and 98 are additions of police systems. */
const groups = `
  01汉HA 02蒙古MG 03回HU 04藏ZA 05维吾尔UG 06苗MH 07彝YI 08壮ZH 09布依BY 10朝鲜CS 11满MA 12侗DO 13瑶YA 14白BA 15土家TJ
  16哈尼HN 17哈萨克KZ 18傣DA 19黎LI 20傈僳LS 21佤VA 22畲SH 23高山GS 24拉祜LH 25水SU 26东乡DX 27纳西NX 28景颇JP 29柯尔克孜KG
  30土TU 31达斡尔DU 32仫佬ML 33羌QI 34布朗BL 35撒拉SL 36毛南MN 37仡佬GL 38锡伯XB 39阿昌AC 40普米PM 41塔吉克TA 42怒NU
  43乌孜别克UZ 44俄罗斯RS 45鄂温克EW 46德昂DE 47保安BO 48裕固YG 49京GI 50塔塔尔TT 51独龙DR 52鄂伦春OR 53赫哲HZ 54门巴MB
  55珞巴LB 56基诺JN`

export const ethnicity: CodeTable = {
  name: 'ethnicity',
  title: '民族',
  standard: 'GB/T 3304-1991',
  entries: groups.trim().split(/\s+/).map((group) => {
    const match = /^(\d{2})(.+?)([A-Z]{2})$/.exec(group)
    return { code: match?.[1] ?? '', label: `${match?.[2] ?? ''}族`, letters: match?.[3] ?? '' }
  }),
}
