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
  description: '運用種別.',
  values: { NORMAL: '通常.', DRILL: '訓練.', TEST: '試験.' },
})
enumeration('AlertInfoType', {
  description: '情報形態.',
  values: { ISSUED: '発表.', CORRECTED: '訂正.', DELAYED: '遅延.', CANCELLED: '取消.' },
})
enumeration('AlertKind', {
  description: 'What a message is.',
  values: {
    WEATHER_WARNING: '気象警報・注意報.',
    LANDSLIDE: '土砂災害警戒情報.',
    RIVER_FLOOD: '指定河川洪水予報.',
    INTENSITY_FLASH: '震度速報.',
    HYPOCENTER: '震源に関する情報.',
    EARTHQUAKE: '震源・震度に関する情報.',
    TSUNAMI: '津波警報・注意報・予報.',
    WEATHER_BULLETIN: '気象防災速報.',
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
    FORECAST_AREA: '府県予報区・細分区域.',
    SEISMIC_AREA: '地震情報の細分区域.',
    TSUNAMI_AREA: '津波予報区.',
    RIVER: 'A river.',
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
