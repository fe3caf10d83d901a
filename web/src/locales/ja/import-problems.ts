/** What the import of files has to tell: why a file or a row cannot be taken, and what to do. */
export const importProblems = {
  files: {
    OTHER:
      'このファイルは読めません。別の形式（CSV か Excel の .xlsx）で保存し直して、もう一度お試しください。',
    FILE_EMPTY: 'ファイルの中身が空です。元のファイルを開いて確かめ、もう一度選んでください。',
    FILE_BINARY:
      '表ではないファイルです（画像・PDF など）。CSV か Excel の .xlsx のファイルを選んでください。',
    FILE_OLD_EXCEL:
      '古い Excel 形式（.xls）か、パスワードのかかったファイルです。パスワードを外し、「Excel ブック（.xlsx）」か CSV で保存し直してください。',
    FILE_DAMAGED:
      'ファイルが途中で壊れています。ダウンロードし直すか、開いて保存し直してから選んでください。',
    FILE_TOO_LARGE: 'ファイルを開くと大きすぎます。必要なシートだけを残すか、いくつかに分けてください。',
    FILE_NOT_TABLE:
      '見出しのある表が見つかりません。1行目に列の見出し（名称・住所など）がある表にして、もう一度お試しください。',
    FILE_NO_ROWS: '見出しだけで、データの行がありません。データの入ったファイルを選んでください。',
    NOTHING_PUBLISHED:
      'この市町村のデータは公表されていない、という知らせだけのファイルです。取り込むものはありません。',
    COLUMNS_MISSING:
      '必要な列が見つかりません。見出しの名前が変わっているときは、どの列が当たるかを指定してください。見つからない列：',
    HEADING_TWICE: '同じ見出しの列が2つあり、どちらを使うか決められません。片方の見出しを変えてください：',
    SHELTER_KIND_UNKNOWN:
      '指定避難所と指定緊急避難場所のどちらの一覧か、列からは決められません。どちらかを選んでください。',
  },
  rows: {
    OTHER: 'この行に読めないところがあります。元のファイルを確かめてください。',
    // The row cannot be taken.
    NAME_MISSING: '名前が空です。名前を入れてください。',
    ADDRESS_MISSING: '住所が空です。住所を入れてください。',
    MUNICIPALITY_UNKNOWN:
      '市町村が決められません。市町村コード（6桁か5桁）か、都道府県と市町村の名前を確かめてください。',
    OFFICE_NUMBER_MISSING: '事業所番号が空です。10桁の番号を入れてください。',
    OFFICE_NUMBER_WRONG:
      '事業所番号の検査用の数字が合いません。桁の抜けや打ち間違い、消えた先頭の0がないか、指定通知書で確かめてください。',
    OFFICE_NUMBER_ROUNDED:
      'Excel が番号を「6.70E+08」のような形に丸めたため、下の桁が失われています。元のファイルから、列を「文字列」にして写し直してください。',
    SERVICE_UNKNOWN:
      'サービスの種類が登録にありません。名前を確かめ、新しいサービスならシステム管理者に追加を頼んでください。',
    SOURCE_KEY_MISSING: '避難所の番号（共通ID など）が空です。公表元の番号を入れてください。',
    ROW_SHIFTED:
      '列の数が見出しより多く、値が別の列にずれているおそれがあります。余分な区切り（カンマ）がないか確かめてください。',
    ROW_CUT_OFF: 'ファイルの最後の行が途中で切れています。ファイルをダウンロードし直してください。',
    ROW_TWICE:
      '同じ番号とサービスの行が、このファイルに2つあります。先の行を使いました。どちらが正しいか確かめてください。',
    CELL_LOST:
      '欠かせない項目の文字が失われています（「?」や「#N/A」など）。元のファイルから、その項目を写し直してください。',
    // One value is left out.
    CORPORATE_NUMBER_MISSING:
      '法人番号がありません。法人の名称で結び付けます。番号が分かれば入れてください。',
    CORPORATE_NUMBER_WRONG:
      '法人番号の検査用の数字が合いません。国税庁の法人番号公表サイトで13桁を確かめてください。',
    CORPORATE_NUMBER_ROUNDED:
      'Excel が法人番号を「3.01E+12」のような形に丸めたため、下の桁が失われています。元の番号を入れ直してください。',
    CORPORATION_NAME_MISSING: '法人の名称が空です。分かれば入れてください。',
    CAPACITY_UNREADABLE: '定員・収容人数が人数として読めません。人数だけを数字で入れてください。',
    CAPACITY_UNSURE:
      '定員・収容人数に人数がいくつか書かれていて、1つに決められません。文はそのまま残します。人数を確かめて入れてください。',
    PHONE_UNREADABLE: '電話番号として読めません。市外局番から10桁か11桁で入れてください。',
    FAX_UNREADABLE: 'FAX番号として読めません。市外局番から10桁で入れてください。',
    URL_UNREADABLE:
      'ホームページの住所として開けません。「https://」から始まる正しい住所か確かめてください。',
    EMAIL_IN_URL:
      'URLの列にメールアドレスが入っています。ホームページの住所としては使いません。ホームページがあれば、その住所を入れてください。',
    POINT_UNREADABLE: '緯度・経度が数字として読めません。「38.2554」のような度の小数で入れてください。',
    POINT_OUTSIDE_JAPAN: '緯度・経度が日本の外を指しています。地図で位置を確かめてください。',
    POINT_SWAPPED: '緯度と経度が入れ替わっているようです。案の値でよいか、地図で確かめてください。',
    POINT_OUTSIDE_MUNICIPALITY:
      '緯度・経度が、その市町村から離れた場所を指しています。住所と位置のどちらが正しいか確かめてください。',
    POSTAL_CODE_UNREADABLE: '郵便番号が7桁になりません。「990-0000」の形で入れてください。',
    DATE_UNREADABLE: '日付として読めません。「平成3年4月1日」か「1991/4/1」の形で入れてください。',
    HAZARD_UNREADABLE:
      '災害の種別の印が読めません。使えるときは「1」か「○」、使えないときは空にしてください。この行の種別はすべて見送ります。',
    SERVICE_PARTLY_UNKNOWN:
      '登録にないサービスの名前が混じっています。分かるサービスだけを取り込みます。残りの名前を確かめてください。',
    ADDRESS_RUN_TOGETHER:
      'このファイルの住所は、番地のハイフンが抜けているようです（1087-1 が 10871 など）。住所は書かれたまま残し、施設との照合には使いません。',
    MUNICIPALITY_CONTRADICTED:
      '市町村コード（避難所の番号）と、市町村の名前か住所が食い違っています。コードのほうで読みました。どちらが正しいか確かめてください。',
    CHARACTERS_LOST:
      '文字が失われています（「?」や「#N/A」など）。この項目は見送ります。元のファイルから写し直してください。',
    // Read although it was damaged.
    ZERO_RESTORED: '先頭の0が消えていたので補いました。',
    DECIMALS_REMOVED: '番号の末尾に付いていた「.0」を取りました。',
    PHONE_REGROUPED: '電話番号の区切りの位置を、市外局番に合わせて直しました。数字は変えていません。',
    LAST_LINE_OPEN:
      'ファイルの最後に改行がありません。途中で切れていないか、この行の右端の値を確かめてください。',
    MUNICIPALITY_BY_NAME:
      '市町村コードが読めないので、市町村の名前から決めました。案のコードでよいか確かめてください。',
  },
  weights: {
    REFUSED: '取り込めません',
    NOTED: 'この項目を見送ります',
    MENDED: '直して読みました',
  },
  fields: {
    name: '名前（施設・事業所・避難所）',
    kana: '名前のふりがな',
    officeNumber: '事業所番号',
    serviceName: 'サービスの種類',
    corporateNumber: '法人番号',
    corporationName: '法人の名前',
    corporationKana: '法人の名前のふりがな',
    corporationAddress: '法人の住所',
    corporationAddressRest: '法人の住所（番地から後）',
    corporationPhone: '法人の電話',
    corporationUrl: '法人のホームページ',
    municipalityCode: '市町村コード',
    prefecture: '都道府県',
    municipalityName: '市町村の名前',
    address: '住所',
    addressTown: '住所（町・字）',
    addressRest: '住所（番地から後）',
    building: '建物の名前・階',
    postalCode: '郵便番号',
    latitude: '緯度',
    longitude: '経度',
    phone: '電話',
    nightPhone: '夜間の電話',
    fax: 'FAX',
    url: 'ホームページ',
    capacity: '定員・収容人数',
    openDays: '利用できる曜日',
    openDaysNote: '利用できる曜日の説明',
    openedOn: '開設した日',
    directorName: '施設長',
    sourceKey: '避難所の番号（公表元のもの）',
    acceptedPersons: '受入対象者',
    remark: '市町村長が必要と認める事項',
    洪水: '洪水のとき使える',
    '崖崩れ、土石流及び地滑り': '土砂災害のとき使える',
    高潮: '高潮のとき使える',
    地震: '地震のとき使える',
    津波: '津波のとき使える',
    大規模な火事: '大規模な火事のとき使える',
    内水氾濫: '内水氾濫のとき使える',
    火山現象: '火山の噴火のとき使える',
  },
} as const
