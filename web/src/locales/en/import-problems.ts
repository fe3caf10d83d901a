import type { Translated } from '../../lib/texts.ts'
import type { importProblems as japanese } from '../ja/import-problems.ts'

export const importProblems: Translated<typeof japanese> = {
  files: {
    OTHER: 'This file cannot be read. Save it in another format (CSV or Excel .xlsx) and try again.',
    FILE_EMPTY: 'The file is empty. Open the original to check, then choose it again.',
    FILE_BINARY: 'This is not a table (perhaps a picture or a PDF). Choose a CSV or an Excel .xlsx file.',
    FILE_OLD_EXCEL:
      'This is the old Excel format (.xls) or a file with a password. Take the password off and save it as an Excel workbook (.xlsx) or CSV.',
    FILE_DAMAGED:
      'The file is broken partway. Download it again, or open it and save it again, then choose it.',
    FILE_TOO_LARGE: 'The file is too large once opened. Keep only the sheet you need, or divide it.',
    FILE_NOT_TABLE:
      'No table with headings was found. Put headings (name, address and so on) into its first row and try again.',
    FILE_NO_ROWS: 'There are headings but no rows. Choose the file that holds the data.',
    NOTHING_PUBLISHED:
      'The file only says that nothing is published for this municipality. There is nothing to import.',
    COLUMNS_MISSING:
      'Columns that are needed were not found. If their headings have changed, say which columns they are. Not found: ',
    HEADING_TWICE: 'Two columns have the same heading, so it is unclear which to use. Rename one of them: ',
    SHELTER_KIND_UNKNOWN:
      'The columns do not tell whether these are designated shelters or emergency evacuation sites. Choose one of the two.',
  },
  rows: {
    OTHER: 'Something in this row cannot be read. Check the original file.',
    NAME_MISSING: 'The name is blank. Enter it.',
    ADDRESS_MISSING: 'The address is blank. Enter it.',
    MUNICIPALITY_UNKNOWN:
      'The municipality cannot be told. Check its code (6 or 5 digits), or the names of prefecture and municipality.',
    OFFICE_NUMBER_MISSING: 'The office number is blank. Enter its 10 digits.',
    OFFICE_NUMBER_WRONG:
      'The check digit of the office number does not agree. Compare it with the notice of designation: a digit may be missing or mistyped, or a leading 0 lost.',
    OFFICE_NUMBER_ROUNDED:
      'Excel has rounded the number to something like 6.70E+08, so its last digits are lost. Copy it again from the original with the column set to text.',
    SERVICE_UNKNOWN:
      'This kind of service is not registered. Check its name; if it is a new service, ask the system operator to add it.',
    SOURCE_KEY_MISSING:
      'The number of the shelter (共通ID or the like) is blank. Enter the number its issuer gave it.',
    ROW_SHIFTED:
      'The row has more cells than there are headings, so values may stand under the wrong heading. Look for a comma too many.',
    ROW_CUT_OFF: 'The last line of the file is cut off. Download the file again.',
    ROW_TWICE:
      'The same number and service stand in two rows of this file. The first was used. Check which is right.',
    CELL_LOST:
      'Characters of an item that is needed have been lost (“?”, “#N/A” or the like). Copy it again from the original file.',
    CORPORATE_NUMBER_MISSING:
      'There is no corporate number, so the corporation is told by its name. Enter the number if you know it.',
    CORPORATE_NUMBER_WRONG:
      'The check digit of the corporate number does not agree. Check the 13 digits on the corporate number site of the National Tax Agency.',
    CORPORATE_NUMBER_ROUNDED:
      'Excel has rounded the corporate number to something like 3.01E+12, so its last digits are lost. Enter the number again.',
    CORPORATION_NAME_MISSING: 'The name of the corporation is blank. Enter it if you know it.',
    CAPACITY_UNREADABLE: 'The capacity cannot be read as a number of persons. Enter the number alone.',
    CAPACITY_UNSURE:
      'Several numbers of persons are written, and which is meant is unclear. The text is kept as it is. Check and enter the number.',
    PHONE_UNREADABLE: 'This is no telephone number. Enter 10 or 11 digits beginning with the area code.',
    FAX_UNREADABLE: 'This is no fax number. Enter 10 digits beginning with the area code.',
    URL_UNREADABLE: 'This web address cannot be opened. Check that it is right and begins with https://.',
    EMAIL_IN_URL:
      'An e-mail address stands in the column of web addresses. It is not used as one. If there is a web site, enter its address.',
    POINT_UNREADABLE: 'Latitude and longitude are no numbers. Enter decimal degrees such as 38.2554.',
    POINT_OUTSIDE_JAPAN: 'Latitude and longitude point outside Japan. Check the place on a map.',
    POINT_SWAPPED: 'Latitude and longitude seem to have changed places. Check the proposal on a map.',
    POINT_OUTSIDE_MUNICIPALITY:
      'Latitude and longitude point to a place away from the municipality. Check which is right, the address or the point.',
    POSTAL_CODE_UNREADABLE: 'The postal code does not have 7 digits. Enter it like 990-0000.',
    DATE_UNREADABLE: 'This is no date. Enter it like 1991/4/1 or 平成3年4月1日.',
    HAZARD_UNREADABLE:
      'A mark for a kind of disaster cannot be read. Write 1 or ○ where the site is meant for it, else leave it blank. No kinds are taken from this row.',
    SERVICE_PARTLY_UNKNOWN:
      'Some names of services are not registered. Only the known services are taken. Check the other names.',
    ADDRESS_RUN_TOGETHER:
      'The addresses of this file seem to have lost their hyphens (10871 for 1087-1). They are kept as written and not used to find the facility.',
    MUNICIPALITY_CONTRADICTED:
      'The code of the municipality (or number of the shelter) contradicts its name or the address. The code was used. Check which is right.',
    CHARACTERS_LOST:
      'Characters have been lost (“?”, “#N/A” or the like). This item is left out. Copy it again from the original file.',
    ZERO_RESTORED: 'The leading 0 was lost and has been put back.',
    DECIMALS_REMOVED: 'The “.0” behind the number has been removed.',
    PHONE_REGROUPED: 'The telephone number has been grouped by its area code. No digit was changed.',
    LAST_LINE_OPEN:
      'The file does not end with a line end. Check the last value of this row: the file may have been cut off.',
    MUNICIPALITY_BY_NAME:
      'The code of the municipality cannot be read, so its name was used. Check that the proposed code is right.',
  },
  weights: {
    REFUSED: 'Cannot be imported',
    NOTED: 'This item is left out',
    MENDED: 'Mended and read',
  },
  fields: {
    name: 'Name (of facility, office or shelter)',
    kana: 'Reading of the name',
    officeNumber: 'Office number',
    serviceName: 'Kind of service',
    corporateNumber: 'Corporate number',
    corporationName: 'Name of the corporation',
    corporationKana: 'Reading of the corporation’s name',
    corporationAddress: 'Address of the corporation',
    corporationAddressRest: 'Address of the corporation (from the lot number on)',
    corporationPhone: 'Telephone of the corporation',
    corporationUrl: 'Web site of the corporation',
    municipalityCode: 'Municipality code',
    prefecture: 'Prefecture',
    municipalityName: 'Name of the municipality',
    address: 'Address',
    addressTown: 'Address (town and section)',
    addressRest: 'Address (from the lot number on)',
    building: 'Building and floor',
    postalCode: 'Postal code',
    latitude: 'Latitude',
    longitude: 'Longitude',
    phone: 'Telephone',
    nightPhone: 'Telephone at night',
    fax: 'Fax',
    url: 'Web site',
    capacity: 'Capacity',
    openDays: 'Days of use',
    openDaysNote: 'Remark on the days of use',
    openedOn: 'Opened on',
    directorName: 'Director',
    sourceKey: 'Number of the shelter (its issuer’s)',
    acceptedPersons: 'Whom it accepts',
    remark: 'What the mayor finds necessary',
    洪水: 'For floods',
    '崖崩れ、土石流及び地滑り': 'For landslides',
    高潮: 'For storm surges',
    地震: 'For earthquakes',
    津波: 'For tsunami',
    大規模な火事: 'For large fires',
    内水氾濫: 'For inland flooding',
    火山現象: 'For volcanic eruptions',
  },
}
