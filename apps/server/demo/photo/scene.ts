import type { Random } from '../random.ts'

/** What a drawn photo shows. */
export const scenes = ['garbage', 'rubble', 'scooter', 'corridor', 'lamp', 'road', 'cars', 'stall', 'wall', 'leak', 'green', 'river', 'desk'] as const
export type Scene = (typeof scenes)[number]

/** Pixels of the picture; the drawing itself is laid out on 960 by 720. */
const width = 720
const height = 540

/** A simple drawing of a scene, as found or put right, marked as a sample so that nobody takes it for evidence. */
export function drawScene(random: Random, scene: Scene, isDone: boolean): string {
  const sky = random.pick(['#cfe0ec', '#dfe6ea', '#e9e2d3', '#bccbd8'])
  const inside = scene === 'corridor' || scene === 'leak' || scene === 'desk'
  const ground = inside ? '#b9b2a6' : random.pick(['#a8a59c', '#b5afa3', '#9c9a95'])
  const back = inside ? room(random) : street(random, sky)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 960 720"><rect width="960" height="720" fill="${inside ? '#ddd6c8' : sky}"/>${back}<path d="M0 470L960 450V720H0Z" fill="${ground}"/>${draw[scene](random, isDone)}${mark}</svg>`
}

const box = (...[x, y, w, h, fill, more = '']: [x: number, y: number, width: number, height: number, fill: string, more?: string]) => `<rect x="${x.toFixed(0)}" y="${y.toFixed(0)}" width="${w.toFixed(0)}" height="${h.toFixed(0)}" fill="${fill}" ${more}/>`
const dot = (x: number, y: number, r: number, fill: string, ry = r) => `<ellipse cx="${x.toFixed(0)}" cy="${y.toFixed(0)}" rx="${r.toFixed(0)}" ry="${ry.toFixed(0)}" fill="${fill}"/>`
const stroke = (path: string, colour: string, thick: number) => `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${thick}" stroke-linecap="round"/>`
const times = (count: number, each: (at: number) => string) => Array.from({ length: count }, (_, at) => each(at)).join('')

function street(random: Random, sky: string): string {
  const wall = random.pick(['#c9b9a3', '#b7bcc2', '#c4a99a', '#a9b3ae'])
  return times(3, (at) => {
    const [x, y] = [at * 330 - 40 + random.between(-30, 30), random.between(90, 190)]
    return box(x, y, 290, 380, wall) + times(12, (pane) => box(x + 28 + (pane % 4) * 62, y + 30 + Math.floor(pane / 4) * 95, 38, 52, pane % 5 === 0 ? '#f2e7b8' : sky))
  })
}

function room(random: Random): string {
  return box(0, 0, 960, 60, '#c9c1b1') + box(90, 130, 190, 330, '#8d7b63') + dot(255, 300, 8, '#d8c690') + box(620, 120, 220, 150, random.pick(['#cfe0ec', '#bcd0dd'])) + stroke('M730 120V270M620 195H840', '#fff', 6)
}

const draw: Record<Scene, (random: Random, isDone: boolean) => string> = {
  garbage: (random, isDone) => times(3, (at) => {
    const x = 180 + at * 190
    return box(x, 380, 120, 190, random.pick(['#4f7d5a', '#5d6f86', '#7b5f4a'])) + box(x - 8, 360, 136, 26, '#3d4a42') + (isDone ? '' : times(3, () => dot(x + random.between(0, 130), random.between(345, 372), random.between(24, 40), random.pick(['#2f2f33', '#e8e4da', '#b3483b']), 26)))
  }) + (isDone ? '' : times(11, () => dot(random.between(120, 820), random.between(560, 650), random.between(18, 46), random.pick(['#2f2f33', '#e8e4da', '#c9a13b', '#6e7f8f']), random.between(14, 30)))),
  rubble: (random, isDone) => (isDone ? box(150, 560, 660, 60, '#8c8a83') : `<path d="M170 620L330 430L470 500L600 400L800 620Z" fill="#9b8a74"/>` + times(22, () => box(random.between(200, 760), random.between(520, 620), random.between(18, 46), random.between(12, 24), random.pick(['#b5674d', '#d8d2c4', '#8c8a83'])))),
  scooter: (random, isDone) => times(isDone ? 1 : 3, (at) => {
    const x = 200 + at * 210
    return dot(x, 580, 44, '#2c2c2e') + dot(x + 150, 580, 44, '#2c2c2e') + stroke(`M${x} 580L${x + 50} 480H${x + 110}L${x + 150} 580M${x + 130} 430L${x + 150} 580`, random.pick(['#b3362c', '#2c5fb3', '#3f3f46']), 18) + (isDone ? '' : stroke(`M${x + 70} 490C${x + 20} 330 ${x + 120} 240 ${x + 40} 120`, '#1d1d1f', 6))
  }) + (isDone ? box(560, 430, 300, 180, '#e6efe3') + stroke('M560 430H860M590 430V610M830 430V610', '#4f7d5a', 14) : ''),
  corridor: (random, isDone) => stroke('M60 720L330 460H630L900 720', '#948c7e', 8) + (isDone ? '' : times(9, () => box(random.between(120, 760), random.between(430, 580), random.between(70, 150), random.between(60, 110), random.pick(['#b98d58', '#a77b4b', '#7d8a96']), 'stroke="#5d4a33" stroke-width="4"'))),
  lamp: (_, isDone) => box(470, 120, 16, 460, '#4a4f55') + stroke('M478 130C478 90 560 90 610 100', '#4a4f55', 14) + dot(620, 112, 40, isDone ? '#fff3b0' : '#5b5b60', 20) + (isDone ? `<path d="M590 120L470 600H800L650 120Z" fill="#fff3b0" opacity=".45"/>` : box(0, 0, 960, 720, '#10182a', 'opacity=".55"')),
  road: (random, isDone) => stroke('M0 600H960', '#e8e4da', 8) + (isDone ? box(330, 540, 300, 90, '#6f6d68') : dot(470, 590, 150, '#5b574f', 52) + dot(470, 598, 110, '#3f3c37', 34) + times(8, () => dot(random.between(300, 660), random.between(540, 650), random.between(8, 18), '#77726a', 8))),
  cars: (random, isDone) => times(isDone ? 1 : 3, (at) => {
    const [x, colour] = [80 + at * 280, random.pick(['#e9e9ea', '#2f3a4a', '#8e1f1f', '#5a6b74'])]
    return `<path d="M${x} 580V520L${x + 50} 505L${x + 90} 450H${x + 180}L${x + 215} 505L${x + 250} 525V580Z" fill="${colour}"/>` + dot(x + 60, 582, 28, '#222') + dot(x + 195, 582, 28, '#222') + box(x + 98, 462, 74, 40, '#bcd0dd')
  }) + stroke('M40 640L920 640', '#f3d24b', 10),
  stall: (random, isDone) => (isDone ? stroke('M60 640H900', '#f3d24b', 8) : box(240, 470, 420, 110, '#8d6b45') + `<path d="M220 330H680L720 400H180Z" fill="${random.pick(['#b3483b', '#3f7d5a', '#c98a2f'])}"/>` + stroke('M240 400V580M660 400V580', '#5d4a33', 10) + times(26, () => dot(random.between(260, 640), random.between(450, 485), 16, random.pick(['#d9772b', '#6fa23a', '#c23a3a', '#e2c23a'])))),
  wall: (random, isDone) => box(140, 140, 680, 430, '#cfc6b5') + (isDone ? box(160, 160, 640, 390, '#d9d1c2') : times(14, () => box(random.between(170, 700), random.between(170, 470), random.between(50, 110), random.between(36, 70), random.pick(['#f2efe6', '#f6e2b8', '#e3edf6']), 'stroke="#999" stroke-width="2"'))),
  leak: (random, isDone) => (isDone ? box(330, 60, 320, 60, '#d3cab8') : `<path d="M300 60C340 190 420 130 470 230C520 120 620 200 680 60Z" fill="#a89a7c"/>` + times(12, () => dot(random.between(360, 620), random.between(220, 520), 6, '#7fa8c4', 12)) + dot(490, 600, 170, '#8fb3c9', 34)),
  green: (random, isDone) => `<path d="M0 500C200 440 400 520 960 470V720H0Z" fill="#8fb06f"/>` + times(4, (at) => box(150 + at * 220, 330, 20, 180, '#6b5238') + dot(160 + at * 220, 300, 78, random.pick(['#5f8f4e', '#6d9c55', '#7a9a44']), 84)) + (isDone ? '' : times(18, () => stroke(`M${random.whole(120, 820)} ${random.whole(560, 660)}l${random.whole(30, 80)} ${random.whole(-18, 18)}`, '#6b5238', 7))),
  river: (random, isDone) => `<path d="M0 480C300 450 600 520 960 470V720H0Z" fill="${isDone ? '#7fb0c9' : '#7f9a86'}"/>` + (isDone ? stroke('M120 600H420M520 650H840', '#cfe6f0', 6) : times(16, () => dot(random.between(80, 880), random.between(540, 680), random.between(10, 26), random.pick(['#e8e4da', '#c9d6dd', '#4f6f4a']), 9))),
  desk: (random) => box(140, 470, 680, 40, '#8d6b45') + box(180, 510, 30, 140, '#6f5334') + box(750, 510, 30, 140, '#6f5334') + box(330, 430, 190, 44, '#f4f1e8', 'transform="rotate(-4 420 450)"') + [280, 680].map((x) => dot(x, 300, 52, '#d9b99a') + `<path d="M${x - 90} 470C${x - 90} 370 ${x + 90} 370 ${x + 90} 470Z" fill="${random.pick(['#2f5f8a', '#7a4f4f', '#4a6b52'])}"/>`).join(''),
}

/** 「示例照片」 as outlines (after Noto Sans SC, SIL OFL 1.1), because a server may have no Chinese fonts. */
const glyphs = [
  'M20 53C16 63 10 74 2 80C5 82 11 86 13 88C20 80 28 68 32 56ZM67 57C74 67 80 80 83 88L95 83C92 74 85 62 78 52ZM14 10V21H85V10ZM5 34V46H44V83C44 84 43 84 41 84C39 85 32 84 26 84C28 88 30 93 31 97C40 97 46 97 51 95C56 93 57 90 57 83V46H95V34Z',
  'M67 14V71H77V14ZM83 4V82C83 84 82 85 80 85C78 85 73 85 67 84C68 88 70 93 70 96C79 96 85 96 89 94C92 92 94 89 94 82V4ZM35 61C38 63 41 66 43 69C39 77 34 84 28 88C31 90 34 94 36 97C52 85 60 63 63 31L56 30L54 30H46C47 26 48 23 48 19H64V8H30V19H37C34 34 30 47 23 56C26 58 30 62 32 64C36 58 40 50 43 41H52C51 47 49 53 48 58L41 53ZM18 3C14 17 9 30 2 40C4 43 6 50 7 53C9 51 10 49 11 47V97H22V24C25 18 27 12 29 6Z',
  'M57 49H80V60H57ZM32 76C34 82 34 91 34 97L46 95C46 89 45 81 44 74ZM54 75C56 82 58 91 59 96L71 94C70 88 67 80 65 73ZM74 75C78 82 83 91 85 97L97 92C94 86 89 78 85 71ZM16 72C12 79 7 88 3 92L15 97C19 92 24 83 27 75ZM19 17H29V30H19ZM19 56V41H29V56ZM43 7V17H57C55 24 51 28 40 32V7H8V71H19V66H40V32C42 34 45 38 46 41L46 40V70H91V40H48C62 35 67 27 69 17H82C82 23 81 25 80 26C80 27 79 27 78 27C76 27 73 27 69 27C70 30 72 34 72 37C76 37 81 37 83 36C86 36 88 35 90 33C92 31 94 24 94 11C94 9 94 7 94 7Z',
  'M16 5V39C16 56 15 74 2 88C5 90 10 94 12 98C20 88 25 77 27 66H65V97H78V53H28C29 49 29 45 29 40H90V28H66V3H53V28H29V5Z',
]

const mark = `<rect x="670" y="640" width="270" height="60" rx="8" fill="#000" opacity=".55"/>${glyphs.map((path, at) => `<path transform="translate(${690 + at * 60} 648) scale(.45)" d="${path}" fill="#fff"/>`).join('')}`
