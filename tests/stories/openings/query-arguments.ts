/** All of Japan as a map. */
const mapEdges = (field: string) =>
  Object.fromEntries(
    Object.entries({ south: 20, west: 122, north: 46, east: 154, cells: 10 }).map(([name, value]) => [
      `Query.${field}.${name}`,
      String(value),
    ]),
  )

/** Arguments of queries that no made-up value fits, by `Type.field.argument`. */
export const queryArguments: Readonly<Record<string, string>> = {
  'Query.shelterCount.definition': 'DESIGNATED',
  'Query.duesStanding.fiscalYear': '2026',
  'Query.membershipDues.fiscalYear': '2026',
  'Query.eventOutput.form': 'DAILY_REPORT',
  'Query.invitationOffer.token': '"nobody was given this"',
  'Query.guestInvitation.token': '"nobody was given this"',
  'Query.deviceDesk.deviceSecret': '"nobody was given this"',
  'Query.intakeSheetLink.token': '"nobody was given this"',
  'Query.serviceOffices.officeNumber': '"0670100718"',
  'Query.placesNamed.text': '"見本"',
  'Facility.kilometresFrom.latitude': '38',
  'Facility.kilometresFrom.longitude': '140',
  ...mapEdges('facilityMap'),
  ...mapEdges('shelterMap'),
  'Query.stockPicture.guests': '20',
  'Query.placesOfPostalCode.postalCode': '"990-0001"',
  'Query.registryAsOf.asOf': '"2026-04-01"',
  'Query.registryAsOf.first': '20',
  'Facility.standing.asOf': '"2026-04-01"',
  'Corporation.standing.asOf': '"2026-04-01"',
  'Query.successionPreview.onDate': '"2098-12-01"',
  ...Object.fromEntries(
    ['members', 'present', 'proxies', 'written', 'conflicted', 'inFavour', 'against', 'abstaining'].map(
      (figure) => [`RulebookVersion.trial.${figure}`, '1'],
    ),
  ),
  'RulebookVersion.trial.organ': 'GENERAL_MEETING',
  'RulebookVersion.trial.resolution': '"ORDINARY"',
}

/** Records that arguments name, where the type they lead to does not tell. */
export const idsByName: Readonly<Record<string, string>> = {
  openingId: 'ShelterOpening',
  platformId: 'Platform',
  corporationId: 'Corporation',
  facilityId: 'Facility',
  menteeFacilityId: 'Facility',
  mentorFacilityId: 'Facility',
  eventId: 'DisasterEvent',
  meetingId: 'Meeting',
  rulebookVersionId: 'RulebookVersion',
  aidOfferId: 'AidOffer',
  'Query.stockPicture.facilityId': 'Facility',
  'Query.stockBorrowers.facilityId': 'Facility',
  'Query.decisionProof.id': 'Decision',
  'Query.importUndoObstacles.id': 'ImportRun',
}
