/** A word and how it is read, in hiragana. */
export type Word = readonly [written: string, kana: string]

/** What corporations and facilities are called, the usual names first. */
export const nameWords: readonly Word[] = [
  ['さくら', 'さくら'],
  ['ひまわり', 'ひまわり'],
  ['あおば', 'あおば'],
  ['若葉', 'わかば'],
  ['希望', 'きぼう'],
  ['光', 'ひかり'],
  ['みどり', 'みどり'],
  ['清風', 'せいふう'],
  ['愛和', 'あいわ'],
  ['ふれあい', 'ふれあい'],
  ['やすらぎ', 'やすらぎ'],
  ['恵', 'めぐみ'],
  ['長寿', 'ちょうじゅ'],
  ['福寿', 'ふくじゅ'],
  ['松風', 'まつかぜ'],
  ['ほほえみ', 'ほほえみ'],
  ['つばさ', 'つばさ'],
  ['こもれび', 'こもれび'],
  ['梅香', 'ばいこう'],
  ['仁愛', 'じんあい'],
  ['寿光', 'じゅこう'],
  ['白寿', 'はくじゅ'],
  ['銀河', 'ぎんが'],
  ['春日', 'かすが'],
  ['せせらぎ', 'せせらぎ'],
  ['なごみ', 'なごみ'],
  ['花園', 'はなぞの'],
  ['明星', 'みょうじょう'],
  ['和光', 'わこう'],
  ['千歳', 'ちとせ'],
  ['すみれ', 'すみれ'],
  ['たんぽぽ', 'たんぽぽ'],
  ['大樹', 'たいじゅ'],
  ['いこい', 'いこい'],
  ['敬仁', 'けいじん'],
  ['慈光', 'じこう'],
  ['紅花', 'べにばな'],
  ['蔵王', 'ざおう'],
  ['月山', 'がっさん'],
  ['はまなす', 'はまなす'],
  ['けやき', 'けやき'],
  ['しらかば', 'しらかば'],
  ['水明', 'すいめい'],
  ['八千代', 'やちよ'],
  ['鶴寿', 'かくじゅ'],
  ['芙蓉', 'ふよう'],
  ['りんどう', 'りんどう'],
  ['蛍', 'ほたる'],
]

/** Endings of a facility's own name. */
export const facilityEndings: readonly Word[] = [
  ['苑', 'えん'],
  ['園', 'えん'],
  ['荘', 'そう'],
  ['の里', 'のさと'],
  ['の家', 'のいえ'],
  ['ホーム', 'ほーむ'],
  ['の丘', 'のおか'],
  ['の杜', 'のもり'],
  ['館', 'かん'],
  ['ヴィラ', 'ゔぃら'],
]

/** Endings of a corporation's name. */
export const corporationEndings: readonly Word[] = [
  ['会', 'かい'],
  ['福祉会', 'ふくしかい'],
  ['の会', 'のかい'],
  ['学園', 'がくえん'],
  ['協会', 'きょうかい'],
  ['事業団', 'じぎょうだん'],
]

/** Parts of a town. */
export const towns: readonly string[] = [
  '本町',
  '中央',
  '東町',
  '緑町',
  '栄町',
  '城西町',
  '南原町',
  '北山',
  '桜田東',
  '大字沼木',
  '若宮',
  '美畑町',
  '青田',
  '小白川町',
  '上町',
  '下条町',
  '飯塚町',
  '大野目',
  '銅町',
  '蔵王成沢',
  '松波',
  '清住町',
  '鉄砲町',
  '双葉町',
]

/** The services generated facilities give, the most frequent first: scheme, code, and what such a place is called. */
export const services = [
  ['KAIGO', '150', 'デイサービスセンター'],
  ['KAIGO', '110', 'ヘルパーステーション'],
  ['KAIGO', '430', '居宅介護支援事業所'],
  ['KAIGO', '510', '特別養護老人ホーム'],
  ['KAIGO', '210', 'ショートステイ'],
  ['KAIGO', '320', 'グループホーム'],
  ['SHOGAI', '46', '就労支援センター'],
  ['CHILD', 'hoikusho', '保育園'],
  ['SHOGAI', '22', '障害者支援施設'],
  ['KAIGO', '520', '介護老人保健施設'],
  ['SHOGAI', '63', '放課後等デイサービス'],
  ['KAIGO', '130', '訪問看護ステーション'],
  ['SHOGAI', '33', '共同生活援助'],
  ['KAIGO', '730', '小規模多機能ホーム'],
  ['OTHER', 'keihi-rojin', 'ケアハウス'],
  ['OTHER', 'yogo-rojin', '養護老人ホーム'],
  ['CHILD', 'yogo', '児童養護施設'],
] as const

/** What a facility may have for an emergency. */
export const equipmentItems: readonly string[] = [
  '非常用発電機',
  'AED',
  '吸引器',
  '車いす対応車両',
  '備蓄飲料水（3日分）',
]

/** Where people flee to that is not a welfare facility. */
export const publicShelters: readonly string[] = [
  '第一小学校',
  '第二小学校',
  '第三中学校',
  'コミュニティセンター',
  '公民館',
  '総合体育館',
  '市民センター',
]
