import { enumeration } from '../../../kernel/read/enumeration.ts'
import { alertSignals } from '../inputs.ts'

enumeration('AlertSignal', {
  description: 'By what the weight of a message is measured.',
  values: alertSignals,
})
export const AlertReading = enumeration('AlertReading', {
  description: 'How far a message could be read.',
  values: {
    READ: 'Its kind and its facts are understood.',
    UNKNOWN_KIND: '気象庁防災情報XML of a kind this portal does not know: head and times are read, no level.',
    UNREADABLE: 'No 気象庁防災情報XML, or broken; the text is kept.',
  },
})
enumeration('AlertStatus', {
  description: 'Whether a message is real (運用種別).',
  values: {
    NORMAL: 'A real one (通常).',
    DRILL: 'One of a drill (訓練).',
    TEST: 'One of a technical test (試験).',
  },
})
enumeration('AlertInfoType', {
  description: 'What a message does (情報形態).',
  values: {
    ISSUED: 'It is issued (発表).',
    CORRECTED: 'It corrects an earlier one (訂正).',
    DELAYED: 'It comes late (遅延).',
    CANCELLED: 'It takes an earlier one back (取消).',
  },
})
enumeration('AlertKind', {
  description: 'What a message is.',
  values: {
    WEATHER_WARNING: 'Weather warnings and advisories (気象警報・注意報).',
    LANDSLIDE: 'Warning of landslides (土砂災害警戒情報).',
    RIVER_FLOOD: 'Flood forecast of a river (指定河川洪水予報).',
    INTENSITY_FLASH: 'First report of intensities (震度速報).',
    HYPOCENTER: 'Where an earthquake was (震源に関する情報).',
    EARTHQUAKE: 'An earthquake with its intensities (震源・震度に関する情報).',
    TSUNAMI: 'Tsunami warnings (津波警報・注意報・予報).',
    WEATHER_BULLETIN: 'Weather bulletin (気象防災速報).',
    OTHER: 'Another kind, or unreadable.',
  },
})
enumeration('AlertStanding', {
  description: 'How a message stands among those about the same thing.',
  values: {
    CURRENT: 'It is the latest.',
    SUPERSEDED: 'A later one took its place.',
    CANCELLED: 'It was taken back (取消).',
  },
})
enumeration('AlertAreaForm', {
  description: 'What kind of area a message names.',
  values: {
    MUNICIPALITY: 'A municipality, or a ward of a city.',
    MUNICIPALITY_PART: 'A part of a municipality, such as 五條市北部.',
    FORECAST_AREA: 'Area of weather forecasts (府県予報区・細分区域).',
    SEISMIC_AREA: 'Area of seismology (地震情報の細分区域).',
    TSUNAMI_AREA: 'Coast of tsunami forecasts (津波予報区).',
    RIVER: 'A river, or a stretch of one.',
  },
})
enumeration('AlertSuggestionState', {
  description: 'What became of a suggestion.',
  values: {
    OPEN: 'It waits for a person.',
    CONFIRMED: 'A person opened an event.',
    DISMISSED: 'A person did not, and said why.',
    WITHDRAWN: 'The message was taken back, or a later one is below the thresholds.',
  },
})
