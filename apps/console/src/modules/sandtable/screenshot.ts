import type { Level } from './colour.ts'

interface Said { title: string, about: string, at: string, reader: string, levels: readonly Level[] }

/** The picture as a sheet that can be handed on: what it shows, when it was taken, what the colours say, and across it who took it. All sizes follow the picture's. */
export function sheetOf(drawn: HTMLCanvasElement, { title, about, at, reader, levels }: Said): HTMLCanvasElement {
  const unit = Math.max(12, Math.round(drawn.width / 90))
  const [head, foot] = [unit * 4, levels.length > 0 ? unit * 3 : unit]
  const sheet = Object.assign(document.createElement('canvas'), { width: drawn.width, height: drawn.height + head + foot })
  const pen = sheet.getContext('2d')!
  const font = (size: number, weight = 400) => `${weight} ${size}px "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif`
  pen.fillStyle = '#ffffff'
  pen.fillRect(0, 0, sheet.width, sheet.height)
  pen.drawImage(drawn, 0, head)
  mark(pen, { text: `邻里底图 · ${reader} · ${at}`, width: drawn.width, height: drawn.height, top: head, font: font(unit * 1.1) })
  pen.fillStyle = '#0b3f5e'
  pen.font = font(unit * 1.6, 600)
  pen.fillText(title, unit, unit * 2)
  pen.fillStyle = '#4a5867'
  pen.font = font(unit)
  pen.fillText(about, unit, unit * 3.4)
  pen.textAlign = 'right'
  pen.fillText(at, sheet.width - unit, unit * 2)
  pen.textAlign = 'left'
  let x = unit
  for (const { words, colour } of levels) {
    pen.fillStyle = colour
    pen.fillRect(x, head + drawn.height + unit, unit * 1.6, unit)
    pen.fillStyle = '#1c2733'
    pen.fillText(words, x + unit * 2, head + drawn.height + unit * 1.9)
    x += unit * 3.2 + pen.measureText(words).width
  }
  return sheet
}

/** Faint and slanting all over: a part that is cut out still says whose it is. */
function mark(pen: CanvasRenderingContext2D, { text, width, height, top, font }: { text: string, width: number, height: number, top: number, font: string }): void {
  pen.save()
  pen.beginPath()
  pen.rect(0, top, width, height)
  pen.clip()
  pen.translate(width / 2, top + height / 2)
  pen.rotate(-Math.PI / 9)
  pen.font = font
  pen.fillStyle = 'rgba(28, 39, 51, 0.14)'
  const [across, down] = [pen.measureText(text).width * 1.35, height / 4]
  for (let y = -height * 1.2; y < height * 1.2; y += down) for (let x = -width * 1.2; x < width * 1.2; x += across) pen.fillText(text, x, y)
  pen.restore()
}
