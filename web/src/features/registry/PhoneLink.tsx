/** A telephone number that a phone can call. */
export function PhoneLink({ number }: { number: string }) {
  return (
    <a className="yui-tel" href={`tel:${number.replaceAll('-', '')}`}>
      {number}
    </a>
  )
}
