import { PrintButton } from '../../ui/PrintButton/PrintButton.tsx'

/** Codes to be kept on paper. */
export function BackupCodes({ codes }: { codes: readonly string[] }) {
  return (
    <>
      <ul className="grid max-w-sm grid-cols-2 gap-x-8 gap-y-1 font-mono text-lg">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <PrintButton />
    </>
  )
}
