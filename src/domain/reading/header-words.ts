import type { HeaderRole } from './header-roles.ts';

/**
 * Words as `headerKey` leaves them: folded, lower case, without spaces, brackets and punctuation.
 */
export const HEADER_WORDS: Readonly<Record<HeaderRole, string>> = {
  orderNumber:
    '订单号 订单编号 订单id 订单号码 订单 单号 订单号/交易号 交易号 账单编号 订单流水号 ' +
    '业务单号 主订单号 云订单号 阿里云订单号 采购单号 销售单号 ' +
    'orderid orderno ordernumber ordernum order order# recordid transactionid billid pono ' +
    'ponumber 交易订单号 交易单号 平台订单号 商户订单号 云厂商订单号 厂商订单号 订单序号 ' +
    'ordernr ordno orderref ' +
    'orderreference ordercode invoiceorderid dealid 销售凭证 注文番号 订单参考 bigdealid ' +
    'purchaseorder purchaseorderno ' +
    'transactionno 账单号 交易id 订单号/账单号 订单号/交易id salesdocument salesdoc ' +
    'salesorder salesorderno so#',
  contractNumber:
    'contract 文档编号 开票凭证 合同编号 合同号 合同id 编号 流水号 项目编号 业务编号 ' +
    '单据编号 单据号 ' +
    'contractno ' +
    'contractid contractnumber reference docno docnumber documentno documentnumber voucherno ' +
    'voucherid ref refno id invoice# invoiceid invoicenumber invno agreementid agreementno quoteid',
  subOrderId: '子订单 子订单号 子订单id 子订单编号 suborderid suborder suborderno lineitem',
  relatedId:
    '原订单号 原订单 关联订单号 关联订单 原单号 退款原订单 退款原订单号 relatedrecordid ' +
    'linkedorderid originalorderid ' +
    'originalorder relatedorderid relatedorder 原始订单号 原订单编号 退款订单号 ' +
    '对应订单号 原交易号 ' +
    'sourceorderid origorderid parentorderid originalorderno',
  customer:
    '顧客名 购方名称 购买方名称 售达方 售达方名称 客户姓名 买家姓名 买家 买家名称 ' +
    '买家会员名 买家昵称 顾客名 潜在客户 ' +
    '关联公司 associatedcompany ' +
    'potentialcustomer selltocustomername selltocustomer customer/vendorname ' +
    '客户 客户名称 客户名 客户账号名 客户简称 客户全称 客户单位 客户公司 最终客户 终端客户 ' +
    '最终用户 用户名称 代客备注名称 资源拥有者 甲方 甲方名称 购买方 ' +
    '公司名称 公司 单位名称 企业名称 customer customername customeraccount clientremark ' +
    'clientname client ' +
    'accountname account enduser endcustomer company companyname buyer 客户公司名称 ' +
    '客户企业名称 采购单位 ' +
    '使用单位 签约客户 签约主体 需方 custname cust soldto soldtoname billto billtoname ' +
    'accountholder ' +
    'organization organisation clientcompany 往来单位 往来单位名称 购货单位 客商 客商名称 ' +
    '购买单位 付款单位 付款方 ' +
    'buyername purchaser payer payername soldtoparty soldtopt lineitem/usageaccountname',
  customerId:
    '客户id 客户uid 客户编号 客户编码 uid 账号id 用户id 客户账号id 客户账号 阿里云uid ' +
    '云账号 主账号id customeruid customerid ' +
    'accountid ownerid userid linkeduserid clientuin clientuid uin',
  customerType:
    '新老客 客户类型 新老客户 新客老客 新/老客 新客/老客 是否新客 是否新客户 客户新老 ' +
    '新旧客户 customertype newexisting ' +
    'new/existing neworexisting newcustomer isnewcustomer customerstatus 客户状态 会员状态 ' +
    '账号状态',
  industry: '行业 所属行业 客户行业 行业分类 industry sector vertical',
  region: '区域 地区 大区 销售区域 省份 城市 所在地 区域/省份 region area territory province city',
  salesperson:
    '销售 销售员 销售人员 业务员 客户经理 负责人 销售代表 销售经理 跟进人 经办人 归属销售 ' +
    'salesname salesperson salesrep rep ' +
    'owner accountmanager accountowner ramaccountforcustomermanagers seller',
  product:
    '产品 产品名称 产品名 商品 商品名称 云产品 云产品名称 产品类型 购买产品 产品/服务 ' +
    '产品服务 产品明细 服务名称 应用名称 productname product ' +
    'goodstype producttype product/service service servicename sku products productdescription ' +
    '采购产品 销售产品 ' +
    '云服务 云产品类型 订购产品 商品类型 productitem itemname itemdescription prodname ' +
    'skuname description ' +
    '物料名称 存货名称 货品名称 商品描述 offername listingname solutionname servicedescription ' +
    'lineitem/productcode 物料描述 物料 存货 货物名称 品名 商品全名 商品名 ' +
    'materialdescription lineitemname material',
  vendor:
    '厂商 云厂商 供应商 原厂 厂家 vendor vendorname provider supplier manufacturer cloudvendor',
  category:
    '类别 产品类别 产品分类 分类 品类 产品大类 大类 返点类别 返点分类 产品线 类目 业务类别 ' +
    'category productcategory class productline productclass categoryname prodcategory prodcat ' +
    'prodclass prodtype 物料分类 存货分类 物料组 存货大类 产品组 产品系列 metercategory ' +
    'materialgroup',
  orderType:
    '订单类型 类型 账单类型 消费类型 交易类型 业务类型 新购/续费 新购续费 新购/续费/升级 ' +
    '购买类型 购买方式 性质 订单性质 ordertype type ' +
    'transactiontype billtype billingtype neworrenewal new/renewal dealtype item ' +
    '订单种类 交易方式 ' +
    '业务种类 单据类型 ' +
    '变更类型 操作类型 收支类型 dealkind ordercategory ordertypename actiontype action ' +
    'operation optype ' +
    'chargetype movementtype 业务 salesdocumenttype salesdoctype saty',
  direction:
    '收支方向 资金方向 资金流向 借贷方向 借贷标志 借贷标识 借贷 方向 收支 收/支 收付方向 ' +
    '收支标志 红蓝字 红蓝标志 红蓝 正负 正负标志 正/负 +/ 借/贷 drcr dr/cr d/c ' +
    'cr/dr debit/credit credit/debit debitcredit creditdebit creditdebitindicator direction ' +
    'inout in/out sign',
  isValid: '是否有效 有效 有效标志 是否生效 isvalid valid valid? isactive active? enabled',
  isDone:
    '是否成交 是否付款 是否已付款 是否支付 是否已支付 是否回款 是否已回款 是否收款 是否签约 ' +
    '是否已签约 是否赢单 是否到款 iswon won? won ispaid ' +
    'issigned signed? isclosed? 已成交 已签约',
  isCalledOff:
    '已取消 已作废 已撤销 已撤单 是否作废 是否取消 是否已取消 ' +
    '是否关闭 是否撤销 是否冲销 作废 作废标志 取消标志 ' +
    '作废标记 作废状态 关闭状态 取消状态 冻结状态 撤销状态 voidstatus cancelstatus ' +
    'cancellationstatus closestatus iscancelled iscanceled cancelled? ' +
    'canceled? cancelled canceled isvoid isvoided void? void isdeleted deleted? deleted ' +
    'isreversed reversed?',
  moneyUnit:
    '单位 金额单位 计价单位 货币单位 计量单位 unit units moneyunit amountunit unitofamount',
  instalment:
    '首付款 首付 首期款 首期 定金 订金 预付款 预付 预付金额 首付金额 尾款 余款 尾款金额 ' +
    '余款金额 中期款 进度款 验收款 质保金 一期款 二期款 三期款 四期款 ' +
    '第一期 第二期 第三期 第四期 第一笔 第二笔 第三笔 第一期款 第二期款 第三期款 第一期付款 ' +
    '第二期付款 第三期付款 downpayment advance ' +
    'advancepayment balance balanceamount balancedue remainingbalance finalpayment ' +
    '1stinstalment 2ndinstalment 3rdinstalment 4thinstalment 1stinstallment 2ndinstallment ' +
    '3rdinstallment 4thinstallment firstinstalment secondinstalment firstinstallment ' +
    'secondinstallment instalment1 instalment2 instalment3 instalment4 installment1 ' +
    'installment2 installment3 installment4 1stpayment 2ndpayment 3rdpayment firstpayment ' +
    'secondpayment thirdpayment payment1 payment2 payment3 milestone1 milestone2 milestone3',
  signingDay:
    '签约日期 签约时间 签约日 签订日期 签订时间 签单日期 签单时间 合同日期 合同签订日期 ' +
    '合同签约日期 签署日期 成单日期 成交日期 成交时间 signedon ' +
    'signeddate signdate signingdate datesigned contractdate closedate closeddate signed ' +
    'signedat close contractsigned contractsigneddate contractsignedon 合同签订时间',
  orderDay:
    '日期 时间 下单时间 下单日期 订单日期 订单时间 创建时间 创建日期 业务日期 发生日期 ' +
    '登记日期 录入日期 订购日期 订购时间 开单日期 销售日期 交易日期 createdat ' +
    'createdon ordertime orderdate ordereddate date created createdate creationdate ' +
    'bookingdate salesdate transactiondate 成交日 订单日 记账日期 入账日期 账单日期 ' +
    '发货日期 生效日期 开通日期 开通时间 ' +
    'podate postingdate posteddate bookedon bookedat bookingday ordered orderedat orderedon ' +
    'daydate day saledate soldon soldat 年月日 单据日期 制单日期 offerdate ' +
    'estimatedclosedate 预计签约时间 ' +
    '预计签约日期 预计成交日期 预计成交时间 documentdate docdate 凭证日期 注文日 ' +
    '审批完成时间 审批通过时间 ' +
    '完成时间 expectedclose expectedclosedate ' +
    'expectedcloseday expectedsigningdate',
  paidOn:
    '付款日期 付款时间 付款日 支付时间 支付日期 支付日 实付日期 实付时间 客户付款日期 ' +
    '客户付款时间 客户交易时间 消费时间 消费日期 消费/退订时间 订单支付时间 ' +
    '收款日期 收款时间 回款日期 到款日期 交易时间 缴费日期 paidat paidon paidtime paiddate ' +
    'paytime paydate ' +
    'paymenttime paymentdate datepaid dateofpayment transactiontime 交易日期时间 ' +
    '付款完成时间 扣费时间 扣款时间 ' +
    '出账时间 使用时间 账单时间 消费时间段 计费时间 paidoutat paymenttimestamp paydatetime ' +
    'chargetime chargedat ' +
    'billtime billingtime usagetime deducttime usageenddate chargeenddate usagestartdate ' +
    'chargestartdate',
  period:
    '账期 月份 账单月份 账单周期 结算月 结算月份 返佣月份 对账期次 所属月份 归属月份 年月 ' +
    '月 季度 所属季度 billmonth billingcycle ' +
    'settlemonth rebatemonth fiscalyearandquarter month period billingperiod quarter',
  cashPaid:
    '本位币金额 本币金额 本币价税合计 价税合计本位币 本币含税金额 ' +
    '折合人民币 折人民币 人民币金额 折合人民币金额 折算金额 rmbamount ' +
    'cnyamount amountincny amountinrmb ' +
    'localamount amountinlocalcurrency basecurrencyamount 实付金额 实付 实付款 实付额 ' +
    '实付总额 实付现金 现金支付 ' +
    '现金支付金额 现金实付 现金实付金额 现金消费 现金消费金额 现金金额 实际支付 ' +
    '实际支付金额 实际付款 实际付款金额 实收 实收金额 实收款 客户实付 客户实付金额 ' +
    '支付金额 付款金额 已付金额 已付款 到款金额 回款金额 收款金额 有效支付现金 ' +
    '已回款 已回款金额 累计回款 累计回款金额 已收款 已收款金额 已到款 已到账 已到账金额 ' +
    'paymentamount paidamount amountpaid ' +
    'paid cashpaid cash cashamount cashpayment netpaid actualpayment actualpaid ' +
    'actualamountpaid actualamount payment paidcny paidrmb amt 付款额 收款额 totalfee ' +
    'cashfee 实付价 ' +
    '实付元 实付总金额 支付总额 支付总金额 付款总额 到账款 客户付款金额 客户支付金额 ' +
    'cashpayamount payamount payamt paidamt ' +
    'cashamt realtotalcost paymentamt netcash amountreceived receivedamount amountcollected ' +
    '现金账户支付 现金账户支付金额 现金账户支出 现金账户支出金额 已付 amountdue',
  payable:
    '实际消费 实际消费金额 实际消费额 净消费 应付金额 应付 应付款 应付总额 应收金额 应收 ' +
    '折后金额 折后价 折扣后金额 优惠后金额 ' +
    '客户消费金额 消费金额 pretaxamount payable ' +
    'amountpayable payableamount netamountpayable discountedamount amountafterdiscount ' +
    'payableamt dueamount amountpayableyuan totalcost unblendedcost netunblendedcost ' +
    'costinbillingcurrency extendedcost pretaxcost 消费额 总消费 消费总额 优惠后总价 ' +
    '优惠后价格 折后总价',
  ordered:
    '金额 订单金额 订单总额 订单总金额 合同额 合同金额 合同总额 合同总金额 合同总价 ' +
    '签约金额 签约额 成交金额 成交额 成交价 成交总价 销售额 销售金额 总金额 总价 ' +
    '总额 下单金额 采购金额 交易金额 amountincl.vat amountinclvat ' +
    'amountincl.tax amountincltax amountincludingvat amountincludingtax totalincl.vat ' +
    'totalinclvat totalincludingvat totalincltax 价税合计 含税金额 业绩 ' +
    '业绩金额 月度业绩 季度业绩 ' +
    'amount orderamount ordervalue ' +
    'contractvalue contractamount dealvalue dealamount dealsize totalamount total ' +
    'totalprice salesamount sales revenue value monthsales quartersales grossamount tcv acv ' +
    '本月金额 本期金额 netprice discountedprice sellingprice saleprice salesprice 订单价格 ' +
    '订单总价 合同价 合同价款 签单金额 签单额 成单金额 订购金额 购买金额 购买总额 ' +
    '营业额 营收 交易额 交易总额 销售收入 发生额 金额合计 总金额合计 ' +
    '订单实际金额 orderamt totalamt ordertotal grandtotalamount netsales salesvalue salesvolume ' +
    'bookingamount bookedamount bookings invoiceamount invoicedamount dealprice ' +
    'contractprice saleamount lineamount linetotal gross totalvalue turnover extprice ' +
    'extendedprice extamount 合计金额 合计 原币价税合计 原币含税金额 ' +
    '销售订单金额 含税总额 含税总价 总价值 小计 小计金额 rowtotal itemtotal ' +
    'grossrevenue grosssales revenueamount 订单金额合计 订单实付',
  listPrice:
    '原价 官网价 官网价格 官网总价 官网价总金额 目录价 目录价格 列表价 刊例价 标价 标准价 ' +
    '原始金额 折前金额 price listprice listamount ' +
    'pretaxgrossamount officialprice catalogprice originalprice msrp pretaxgross ' +
    '原价合计 原价金额 ' +
    'originalamount origprice 目录总价 预计金额 预估金额 预计签约金额 预计合同额 商机金额 ' +
    'expectedamount ' +
    'estimatedamount opportunityamount pipelineamount expectedvalue expectedrevenue ' +
    'estimatedrevenue estimatedvalue forecastamount forecastrevenue weightedamount 预计收入 ' +
    '预计成交金额 预计销售金额 预计成交额 预计回款',
  netAmount:
    '不含税金额 不含税 税前金额 未税金额 不含税价 amountexcludingtax amountexcltax ' +
    'exclusiveoftax netoftax amountexcl.vat amountexclvat amountexcl.tax amountexvat ' +
    'totalexcl.vat totalexclvat totalexcludingvat amountexcludingvat ' +
    'pretax 原币无税金额 本币无税金额 无税金额 净值 净价值 subtotal netvalue',
  voucher:
    '代金券 代金券金额 代金券抵扣 代金券抵扣金额 优惠券 优惠券抵扣 优惠券金额 ' +
    '优惠券抵扣金额 优惠金额 抵扣金额 抵用券 券抵扣 代金券/优惠券 voucher ' +
    'vouchers vouchersused voucheramount coupon coupons couponamount ' +
    'deductedamountbycoupons deductedbycashcoupons deductedbycoupons invoicediscount ' +
    'discountamount 赠送账户支付 赠送金支付 折扣金额 折扣额 减免金额 立减金额 满减金额',
  prepaidCard:
    '储值卡 储值卡抵扣 储值卡支付 储值卡抵扣金额 deductedbyprepaidcard prepaidcard ' +
    'storedvaluecard 余额支付 余额支付金额 ' +
    '余额抵扣 余额抵扣金额 账户余额支付 账户余额抵扣 预存款支付 预存款抵扣 balancepayment ' +
    'paidbybalance balancepaid ' +
    'deductedbybalance',
  rate:
    '返点比例 返点率 返点 返点点数 佣金比例 返佣比例 返利比例 激励比例 比例 点数 rebaterate ' +
    'rebate% commissionrate earningrate ' +
    'rate incentiverate',
  rebateDue:
    '应返金额 应返 应返佣金 应返返点 应返利 应返点 返点金额 预计返点 预计返点金额 佣金金额 ' +
    '返佣金额 激励金额 返利金额 应得返点 rebatedue ' +
    'rebateamount rebate commission commissionamount commissiondue earningamount ' +
    'expectedrebate incentive incentiveamount',
  rebateReceived:
    '实返金额 实返 实返佣金 已返金额 已返 到账金额 实际返点 实际返点金额 ' +
    '已收返点 rebatereceived receivedrebate ' +
    'rebatepaid commissionreceived',
  receivedOn:
    '结算日期 到账日期 到账时间 返点到账日期 返点日期 返款日期 结算时间 receivedon ' +
    'receiveddate settledon settlementdate ' +
    'settleddate rebatedate datereceived',
  status:
    '状态 订单状态 单据状态 签约状态 商机状态 商机阶段 阶段 进度 项目状态 跟进状态 当前状态 ' +
    '合同状态 status orderstatus stage ' +
    'dealstage dealstatus state progress 订单进度 交易状态 处理状态 业务状态 流程状态 ' +
    '审批状态 审核状态 状态说明 dealstate ' +
    'orderstate transactionstatus currentstatus approvalstatus salesstage opportunitystage ' +
    '总体状态 交易阶段 生命状态 状态描述 ステータス overallstatus documentstatus linestatus ' +
    'statusreason',
  payStatus:
    '付款状态 支付状态 收款状态 回款状态 付款情况 支付情况 收款情况 回款情况 到款情况 到账情况 ' +
    'paymentstatus paystatus paidstatus paid?' +
    ' financialstatus 审批结果 审核结果 复核结果 approvalresult',
  refundStatus:
    '退款状态 售后状态 退货状态 退订状态 退费状态 退款进度 是否退款 是否退订 是否退货 ' +
    '是否已退 退款标志 退款标记 refundstatus refundstate ' +
    'returnstatus isrefund isrefunded isreturned refundflag refunded? returned? ' +
    'isrefunded? wasrefunded wasrefunded? wasreturned',
  probability:
    '概率 成交概率 赢单率 赢率 成单概率 签约概率 可能性 把握 probability winprobability ' +
    'chance winrate confidence ' +
    'likelihood win%',
  cost: '提前成本 让利 让利金额 提前签约成本 加速成本 pullincost costtopullin concession',
  renewalOn:
    '到期日期 到期日 到期时间 续费日期 续费日 服务到期日 失效日期 终止日期 renewalon ' +
    'renewaldate expirydate expireson ' +
    'expirationdate enddate expiry renewal',
  remark:
    '备注 说明 备注说明 备注信息 注释 其他说明 情况说明 备注1 备注2 remark remarks note ' +
    'notes comment comments memo ' +
    '备注栏 说明事项 memo备注 remarktext annotation 摘要 备忘录 memo/description',
  refundNumber:
    '退款单号 退款编号 退款订单编号 退款流水号 退订单号 退订编号 退货单号 退货编号 售后单号 ' +
    '红冲单号 冲红单号 refundid refundno ' +
    'refundnumber returnid returnno returnnumber creditnoteno creditnotenumber creditmemo ' +
    'creditmemono creditnote rmano',
  refundDay:
    '退款日期 退款时间 退款日 退款完成时间 退款到账日期 退订日期 退订时间 退货日期 退货时间 ' +
    '冲红日期 红冲日期 扣回日期 refunddate refundedat ' +
    'refundedon refundtime refundday datereturned returndate returnedon creditdate creditnotedate',
  refundAmount:
    '退款金额 退款额 退款 已退 已退金额 已退款 已退款金额 退订金额 退订 退货金额 退费金额 退费 ' +
    '退回金额 实退金额 实际退款金额 退款总额 累计退款 累计退款金额 ' +
    '部分退款金额 冲红金额 红冲金额 冲减 冲销 冲红 扣回 冲减金额 冲销金额 冲账金额 ' +
    '扣减金额 追回金额 扣回金额 ' +
    '返还客户金额 退还金额 refund refunds refundamount ' +
    'refundedamount amountrefunded refunded refundamt refundtotal totalrefund returned ' +
    'returns salesreturns allowances ' +
    'returnsandallowances returns&allowances ' +
    'returnedamount returnamount amountreturned creditnoteamount creditedamount ' +
    'amountcredited chargebackamount',
  moneyIn:
    '收入 收入金额 收入额 进账 进账金额 入账 入账金额 存入 moneyin income in inflow deposit ' +
    'depositamount deposits ' +
    'receipts receipt cashin paidin',
  moneyOut:
    '支出 支出金额 支出额 出账 出账金额 取出 moneyout expense expenses out outflow ' +
    'withdrawal withdrawals ' +
    'cashout paidout spent',
  currency:
    '币种 货币 结算币种 currency currencycode ccy currencytype 货币类型 币别 ' +
    'billingcurrency billingcurrencycode amountcurrency curr doccurrency documentcurrency 凭证货币',
  exchangeRate: '汇率 折算汇率 结算汇率 exchangerate fxrate exch.rate exchrate',
  ignored:
    '序号 行号 项目 项目名称 no no. # num index 发票 发票号 发票状态 开票 开票状态 开票日期 ' +
    '开票金额 税率 税额 数量 单价 折扣 折扣率 联系人 ' +
    '电话 联系电话 邮箱 付款方式 支付方式 计费模式 计费方式 产品代码 产品code 产品编码 ' +
    '产品类型编码 规格 配置 型号 周期 订单周期数 订单周期单位 时长 期限 ' +
    '购买时长 返点状态 返佣状态 结算状态 到账状态 核算状态 部门 团队 毛利 利润 采购成本 ' +
    '成本 欠费 outstandingamount productcode ' +
    'commoditycode pipcode quantity qty unitprice discount taxrate tax invoice invoiceno ' +
    'invoicestatus department team projectid customerclassification clienttype projecttype ' +
    'paytype payermode subscriptiontype s/n sn seq serialno rowno contact phone email term ' +
    'duration settlementstatus rebatestatus 年度累计 档位 普通公式档位 普通公式应返 ' +
    '普通公式返点项 普通公式期 普通公式份额 ' +
    '普通公式尾数 定档累计 计入金额 公式档位 公式比例 公式应返 yeartodate tier plaintier ' +
    'plainrebate plainwindow ' +
    'plainshare plainfraction countedamount plaincomponent runningtiersales formulatier ' +
    'formularate formularebate 审核人 ' +
    '制单人 汇率日期 余额 账户余额 当前余额 结余 runningbalance',
};
