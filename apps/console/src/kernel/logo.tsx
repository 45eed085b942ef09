interface LogoProps { size?: number }

/** The mark: two neighbouring roofs, one lit. */
export const Logo = ({ size = 28 }: LogoProps) => (
  <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
    <rect width="32" height="32" rx="7" fill="#fff" fillOpacity=".14" />
    <path d="M5 17.5 12 11l7 6.5V26H5z" fill="#fff" />
    <path d="M14.5 12.2 20 7l7 6.5V26h-6V16.6z" fill="#f0b44c" />
    <path d="M10 26v-5h4v5z" fill="#0b3f5e" />
  </svg>
)
