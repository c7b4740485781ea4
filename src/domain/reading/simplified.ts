/**
 * Traditional characters of the words that ledgers, policies and statements use, each followed by
 * its simplified form (after ICU's Hant-Hans). Only for comparing words: nothing shown is changed.
 */
const PAIRS =
  '萬万億亿' +
  '丟丢並并佈布佔占併并來来侷局係系俬私俱具個个們们側侧備备傢家傭佣傳传僅仅價价優优儲储內内' +
  '兩两凈净別别刪删則则剛刚創创動动務务勢势勵励匯汇區区協协卻却參参員员問问' +
  '啓启啟启單单嗎吗噹当嚮向嚴严圍围園园圓圆圖图團团埰采執执報报場场塊块墻墙壓压壘垒壞坏夠够' +
  '夥伙奬奖學学實实審审寫写專专對对導导屬属島岛帳账帶带幣币幹干幾几庫库廠厂' +
  '廢废廣广廻回張张強强彆别彈弹彙汇後后徑径從从復复惡恶態态慮虑憑凭應应戶户捨舍掛挂採采換换' +
  '搆构損损摺折撐撑擁拥擇择擋挡據据擠挤擬拟擱搁擴扩攤摊敗败數数斷断於于昇升' +
  '時时暫暂曏向書书會会東东條条棄弃棧栈業业構构標标樣样機机檔档檢检檯台檻槛欄栏權权欵款歐欧' +
  '歸归決决沒没沖冲況况淨净減减測测湊凑準准溝沟滿满潛潜潤润濱滨為为無无營营' +
  '爭争爲为牆墙牽牵狀状獎奖獨独獻献現现產产産产異异當当疊叠療疗發发監监盤盘眞真瞭了硏研確确' +
  '碼码礎础禮礼稅税種种稱称競竞筆笔箇个節节範范篩筛簡简簽签籤签糰团約约紅红' +
  '紙纸級级細细終终組组結结絕绝絡络給给統统絶绝經经綫线維维網网線线編编緩缓緻致縮缩總总績绩' +
  '繫系繳缴繼继續续纍累纔才罣挂罰罚羣群義义聯联腦脑臨临臺台與与舊旧艦舰菓果' +
  '華华著着葯药蓋盖藉借藥药處处虛虚號号虧亏衆众術术衛卫衝冲裏里補补裝装裡里製制複复覈核見见' +
  '規规視视覽览訂订計计訓训託托記记設设許许訴诉診诊註注証证評评詞词詢询試试' +
  '話话該该詳详誌志認认語语誤误說说説说調调談谈請请諾诺謝谢證证識识議议護护讀读變变讓让負负' +
  '財财貢贡貨货責责貴贵買买貸贷費费貼贴賂赂賄贿資资賓宾賣卖質质賬账賴赖賸剩' +
  '購购贏赢跤交跼局車车軟软較较載载輕轻輯辑輸输轉转辦办迴回這这連连週周進进運运過过達达違违' +
  '適适遷迁選选還还邊边郵邮醫医醼宴釋释釦扣銀银銖铢銷销錄录錢钱錯错録录錶表' +
  '鍵键鎊镑鑰钥長长門门閉闭開开間间関关閤合閱阅閲阅闆板關关陞升隊队階阶際际隨随險险隱隐隻只' +
  '雙双離离雲云電电韓韩響响頁页頂顶項项須须預预頭头題题額额顏颜顔颜類类顯显' +
  '颱台飯饭餘余館馆駁驳駐驻騎骑驗验體体髮发鬆松鬚须麵面麼么麽么點点齡龄齣出';

const SIMPLE = new Map<string, string>();
for (let i = 0; i < PAIRS.length; i += 2) SIMPLE.set(PAIRS.charAt(i), PAIRS.charAt(i + 1));

/** 訂單號 → 订单号. The text itself when there is nothing to change. */
export function simplified(text: string): string {
  let changed = '';
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const simple = code < 0x4e00 ? undefined : SIMPLE.get(text.charAt(i));
    if (simple !== undefined) changed += text.slice(changed.length, i) + simple;
  }
  return changed === '' ? text : changed + text.slice(changed.length);
}
