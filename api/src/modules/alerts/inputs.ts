import { enumOf } from '../../kernel/inputs.ts'

export const alertSignals = {
  ALERT_LEVEL: 'Alert level or what corresponds to it (警戒レベル相当), 1 to 5.',
  WARNING_RANK: 'Warnings without an 警戒レベル: 1 注意報, 2 警報, 3 危険警報, 4 特別警報.',
  INTENSITY: 'Seismic intensity (震度): 1 to 4; 5 = 5弱, 6 = 5強, 7 = 6弱, 8 = 6強, 9 = 7.',
  TSUNAMI: 'Tsunami: 1 津波予報, 2 津波注意報, 3 津波警報, 4 大津波警報.',
  BULLETIN: 'A bulletin (気象防災速報) such as 線状降水帯発生: 1.',
} as const

export const alertSignal = enumOf('AlertSignal', 'By what the weight of a message is measured.', alertSignals)
