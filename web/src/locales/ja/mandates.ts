/** Words about what a corporation entrusts others with. */
export const mandates = {
  permissions: {
    CONFIRM_FACTS: '「変わりありません」の記録',
    EDIT_FACTS: '登録の訂正',
    SEE_ALL_CONTACTS: '連絡先をすべて見ること',
  },
  states: { PLANNED: 'これから', HELD: '', ENDED: '終了' },
  from: (day: string) => `${day}から`,
  until: (from: string, to: string) => `${from}から${to}まで`,
  hiddenNetwork: 'ネットワークの事務局',
  secretariatOf: (network: string) => `${network} 事務局`,
  // on the page of the corporation
  title: '任せている権限',
  lead: 'この法人と施設の登録の手入れを、事務局やほかの法人に任せられます。',
  give: '任せる',
  caption: '任せている権限の一覧',
  columns: { holder: '任せている相手', what: '任せていること', term: '期間', by: '任せた人', action: '操作' },
  none: '任せている権限はありません。',
  revoke: 'やめる',
  revokeOf: (what: string, holder: string) => `（${holder}の${what}）`,
  note: '覚え書き',
  onBehalf: (corporation: string) => `${corporation}から任されて`,
  // form
  form: {
    title: '権限を任せる',
    lead: '任せた相手のしたことには、この法人から任されて行ったことが記録に残ります。いつでもやめられます。',
    kind: '任せる相手',
    kinds: { network: 'ネットワークの事務局', corporation: 'ほかの法人' },
    network: 'ネットワーク',
    networkSupport:
      '会員の登録の訂正と連絡先の閲覧は、事務局がもともと行えます。任せられるのは「変わりありません」の記録です。',
    corporationSearch: '任せる法人をさがす',
    corporationSearchSupport: '名前の一部を入力すると、下の欄に候補が並びます。',
    corporation: '任せる法人',
    permissions: '任せること',
    permissionsSupport: 'あとから1つずつやめられます。',
    permissionSupport: {
      CONFIRM_FACTS:
        '法人と施設の情報が正しいことを、代わりに確かめます。連絡先も確かめてもらうには、「連絡先をすべて見ること」も任せます。',
      EDIT_FACTS: '法人と施設の情報を、代わりに直します。所轄庁、契約の決まり、施設の廃止は任せられません。',
      SEE_ALL_CONTACTS: '「事務局だけ」に見せている連絡先と、夜間・休日の番号も見えるようになります。',
    },
    startsOn: 'はじまりの日',
    startsOnSupport: 'きょうからあとの日にします。',
    endsOn: '終わりの日',
    endsOnSupport: '決まっていないときは空けておきます。',
    note: '覚え書き',
    noteSupport: '相手にも見えます。例：事務の職員が決まるまで、登録の手入れをお願いします。',
    statement: 'として任せます。相手の管理者か事務局に知らせが届きます。',
    submit: '任せる',
    leave: '任せないで戻る',
    done: '権限を任せました。',
    wrong: {
      DAY_IS_OVER: 'はじまりの日を、きょうからあとの日にしてください。',
      ENDS_BEFORE_START: '終わりの日を、はじまりの日からあとの日にしてください。',
    },
  },
  // before it ends
  end: {
    titles: { revoke: '任せるのをやめる', giveBack: '任された権限を返す' },
    leads: {
      revoke: 'やめる前に、この権限で進めている仕事を確かめてください。まだ何も変わっていません。',
      giveBack: '返す前に、この権限で進めている仕事を確かめてください。まだ何も変わっていません。',
    },
    notFound: 'この権限は、もう終わっているか、見つかりません。',
    giver: '任せた法人',
    holder: '任された相手',
    what: '任せていること',
    term: '期間',
    workTitle: (count: number) => `この権限で進めている仕事（${count}件）`,
    changesTitle: 'この権限がなくなると',
    noWork: '進めている仕事はありません。',
    workLeads: {
      revoke:
        'やめると、次の仕事はこの法人の人だけで行います。消えたり、取り消されたりするものはありません。',
      giveBack:
        '返すと、次の仕事は任せた法人の人だけで行います。消えたり、取り消されたりするものはありません。',
    },
    workCaption: 'この権限で進めている仕事',
    columns: { what: '仕事', where: '施設', day: '日', after: 'やめたあと' },
    kinds: {
      REQUEST: (network: string) => `${network}からの確認のお願い`,
      DUE: () => '確かめる時期',
      UNCONFIRMED: () => 'まだ確かめていない訂正',
    },
    blocks: (blocks: readonly string[]) => `（${blocks.join('、')}）`,
    ofCorporation: '法人の情報',
    days: {
      REQUEST: (day: string) => `${day}にお願い`,
      DUE: (day: string) => `${day}まで有効`,
      UNCONFIRMED: (day: string) => `${day}に訂正`,
    },
    over: (day: string) => `${day}で1年を過ぎました`,
    never: 'まだ確かめていません',
    after: {
      people: (count: number) => `施設の${count}人か、法人の管理者`,
      nobody: '施設に登録された人がいないため、法人の管理者',
      corporation: '法人の管理者',
    },
    contacts: {
      revoke: (count: number) => `相手に見えていた連絡先のうち${count}件が、見えなくなります。`,
      giveBack: (count: number) => `いま見えている連絡先のうち${count}件が、見えなくなります。`,
    },
    contactsOutOfReach: {
      revoke: '相手には、ほかの権限が残ります。ただし、連絡先を確かめることと直すことは、できなくなります。',
      giveBack: 'ほかの権限は残ります。ただし、連絡先を確かめることと直すことは、できなくなります。',
    },
    staysTitle: '変わらないもの',
    stays: {
      confirmed: (count: number) => `この権限で行われた確認${count}回は、そのまま有効です。`,
      history: '変更の履歴と操作の記録は、そのまま残ります。',
      drafts: {
        revoke: '書きかけの入力は相手の端末にあるため、ここには出ません。やめたあとは、送れなくなります。',
        giveBack: '書きかけの入力は端末に残りますが、返したあとは送れません。',
      },
    },
    statements: {
      revoke: 'としてやめます。すぐに終わり、相手に知らせが届きます。',
      giveBack: 'として返します。すぐに終わり、任せた法人に知らせが届きます。',
    },
    submit: { revoke: '任せるのをやめる', giveBack: '権限を返す' },
    leave: { revoke: 'やめないで戻る', giveBack: '返さないで戻る' },
    done: { revoke: '任せるのをやめました。', giveBack: '権限を返しました。' },
  },
  // for the holder
  held: {
    title: '任されている法人',
    lead: (body: string) =>
      `${body}が、登録の手入れを任されている法人です。確認や訂正は、法人と施設のページで行えます。`,
    none: '任されている法人はありません。',
    noneLead: 'ほかの法人から登録の手入れを任されると、ここに並びます。',
    caption: (corporation: string) => `${corporation}から任されていること`,
    what: '任されていること',
    giveBack: '返す',
    giveBackOf: (what: string) => `（${what}）`,
    toFacilities: 'この法人と施設のページを開く',
    link: '任されている法人の一覧',
  },
} as const
