/** What the page offers for choosing. */
export interface ShelterChoice {
  readonly facilityId: string
  readonly name: string
  readonly municipality: string
  readonly open: boolean
}

export const shelterOptions = (shelters: readonly ShelterChoice[]) =>
  shelters.map(({ facilityId, name, municipality }) => ({
    value: facilityId,
    label: `${name}（${municipality}）`,
  }))
