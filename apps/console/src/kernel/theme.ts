import type { ThemeConfig } from 'antd'

/** The console's own colours. Every text colour stands at 4.5:1 or better on the ground it is used on (WCAG 1.4.3). */
export const colour = {
  brand: '#0f5b85',
  brandDark: '#0b3f5e',
  brandSoft: '#e6f0f6',
  amber: '#f0b44c',
  ink: '#1c2733',
  inkSoft: '#4a5867',
  inkFaint: '#5f6c7a',
  line: '#d9dfe5',
  lineSoft: '#e9edf1',
  ground: '#f2f5f7',
  paper: '#ffffff',
  green: '#1b6f3f',
  greenSoft: '#e5f4ea',
  yellow: '#865300',
  yellowSoft: '#fff3d6',
  red: '#b3261e',
  redSoft: '#fdeae8',
} as const

/** Puts the colours where style sheets can use them: `var(--brand)`. */
export function paint(root: HTMLElement): void {
  for (const [name, value] of Object.entries(colour)) root.style.setProperty(`--${name}`, value)
}

export const theme: ThemeConfig = {
  token: {
    colorPrimary: colour.brand,
    colorLink: colour.brand,
    colorInfo: colour.brand,
    colorSuccess: colour.green,
    colorWarning: colour.yellow,
    colorError: colour.red,
    // Derived from the dark seeds above they would be muddy.
    colorPrimaryBg: colour.brandSoft,
    colorInfoBg: colour.brandSoft,
    colorInfoBorder: '#b7d3e3',
    colorSuccessBg: colour.greenSoft,
    colorSuccessBorder: '#aedbbd',
    colorWarningBg: '#fff8e6',
    colorWarningBorder: '#ecd9a8',
    colorErrorBg: '#fef3f2',
    colorErrorBorder: '#f2c3bf',
    controlItemBgActive: colour.brandSoft,
    controlItemBgActiveHover: '#d9e8f1',
    controlItemBgHover: '#f0f4f7',
    colorText: colour.ink,
    colorTextSecondary: colour.inkSoft,
    colorTextTertiary: colour.inkFaint,
    colorTextDescription: colour.inkFaint,
    colorTextPlaceholder: colour.inkFaint,
    colorBorder: '#b9c3cd',
    colorBorderSecondary: colour.line,
    colorBgLayout: colour.ground,
    borderRadius: 4,
    fontSize: 14,
    fontFamily: '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif',
    controlHeight: 32,
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.18s',
  },
  components: {
    Table: { headerBg: '#eef2f5', headerColor: colour.inkSoft, rowHoverBg: '#f3f8fb', cellPaddingBlockSM: 7, cellPaddingInlineSM: 8, headerSplitColor: 'transparent' },
    Tabs: { horizontalMargin: '0 0 12px' },
    Form: { itemMarginBottom: 16, labelColor: colour.inkSoft },
    Descriptions: { labelBg: '#f6f8fa', labelColor: colour.inkFaint },
    Tree: { nodeSelectedBg: colour.brandSoft },
    Segmented: { trackBg: '#dfe6ec', trackPadding: 2 },
    Drawer: { paddingLG: 20 },
  },
}

/** Without movement. Not by a style rule for everything: a transition of any length lets a list that opens be measured where it was before, and put out of sight. */
export const stillTheme: ThemeConfig = { ...theme, token: { ...theme.token, motion: false } }
