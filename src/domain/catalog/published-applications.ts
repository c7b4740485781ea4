import type { PublishedFamily } from './family.ts';

/**
 * One product a line: its name, then abbreviations, English names and codes as bills write them.
 */
export const APPLICATIONS: readonly PublishedFamily[] = [
  [
    '安全',
    `数据安全中心|敏感数据保护|DSC|SDDP|Data Security Center
内容安全|绿网|Content Moderation|lvwang|cip
风险识别|SAF|Fraud Detection
实人认证|金融级实人认证|ID Verification|cloudauth
加密服务|云加密机|HSM|Data Encryption Service|cloudhsm
操作审计|ActionTrail
访问控制RAM|Resource Access Management
应用身份服务|IDaaS|应用身份服务IDaaS|Identity as a Service
云身份服务|CloudSSO|云SSO
办公安全平台|办公安全平台SASE|SASE
游戏盾|GameShield
爬虫风险管理|反爬虫|Anti-Bot|antibot
威胁分析与响应|Agentic SOC|SIEM
主机安全|主机安全CWP|云镜|企业主机安全|HSS|Host Security
T-Sec|腾讯云防火墙|大禹|BGP高防包
AWS WAF|AWS Shield|GuardDuty|Amazon GuardDuty`,
  ],
  [
    '中间件',
    `微服务引擎|微服务引擎MSE|MSE|Microservices Engine
企业级分布式应用服务|企业级分布式应用服务EDAS|EDAS|Enterprise Distributed Application Service
消息队列RocketMQ版|云消息队列RocketMQ版|RocketMQ|消息队列MQ|消息队列
|ApsaraMQ for RocketMQ|Message Queue|ons|MQ
消息队列Kafka版|云消息队列Kafka版|Kafka|ApsaraMQ for Kafka|Message Queue for Apache Kafka|alikafka
消息队列RabbitMQ版|云消息队列RabbitMQ版|RabbitMQ|ApsaraMQ for RabbitMQ|amqp
微消息队列MQTT版|云消息队列MQTT版|MQTT|ApsaraMQ for MQTT|onsmqtt
消息服务|轻量消息队列|消息服务MNS|MNS|Simple Message Queue|Message Service
API网关|API Gateway|apigateway|apigw|云原生API网关
应用高可用服务|AHAS
性能测试PTS|PTS
分布式任务调度|SchedulerX
全局事务服务|GTS
腾讯云TDMQ|TDMQ|CKafka|消息队列CKafka
分布式消息服务|DMS Kafka`,
  ],
  [
    '视频',
    `视频直播|直播|ApsaraVideo Live
视频点播|点播|ApsaraVideo VOD|ApsaraVideo for VOD|VOD
媒体处理|媒体转码|媒体处理MPS|MPS|ApsaraVideo Media Processing|mts
实时音视频|音视频通信|音视频通信RTC|ApsaraVideo Real-time Communication|RTC|TRTC
智能媒体服务|智能媒体服务IMS|IMS|Intelligent Media Services
视频监控|视频监控VS|Link Visual`,
  ],
  [
    '企业服务',
    `短信服务|短信|短信服务SMS|SMS|Short Message Service|dysms|Chat App
语音服务|语音通信|Voice Messaging Service|dyvms
号码隐私保护|隐私号|号码认证|号码认证服务|dypls|dypns
邮件推送|DirectMail|Direct Mail
云呼叫中心|Cloud Call Center|ccc
域名|域名服务|域名注册|Domain|Domains|Domain Names
ICP备案|ICP
企业邮箱|阿里邮箱|Alibaba Mail|alimail
商标服务|商标|Trademark
云市场|云市场镜像|Marketplace|Cloud Marketplace
云速成美站|模板建站
移动推送|移动研发平台EMAS|EMAS|mPaaS|Mobile Push
低代码开发|宜搭|魔笔
区块链服务|区块链|BaaS|Blockchain as a Service
钉钉|专属钉钉|DingTalk
支持计划|售后支持计划|企业支持计划|Support Plan|Support Plans`,
  ],
  [
    '物联网',
    `物联网平台|企业物联网平台|IoT Platform|iot
生活物联网平台|物联网无线连接服务|物联网边缘计算|Link IoT Edge
IoT Hub|IoT Explorer|设备接入IoTDA|IoTDA`,
  ],
  [
    '运维',
    `云监控|CloudMonitor|Cloud Monitor|cms
应用实时监控服务|应用实时监控服务ARMS|ARMS|Application Real-Time Monitoring Service
可观测监控Prometheus版|Prometheus|可观测链路OpenTelemetry版|链路追踪|Managed Service for Prometheus
服务器迁移中心|SMC|Server Migration Center
云迁移中心|CMH|Cloud Migration Hub
系统运维管理|OOS|CloudOps Orchestration Service|Operation Orchestration Service
配置审计|Cloud Config
云效|云效DevOps|Alibaba Cloud DevOps|Apsara DevOps
智能顾问|Cloud Governance Center|云治理中心
数据可视化Grafana|Grafana服务|Managed Service for Grafana`,
  ],
  [
    '云桌面',
    `无影云电脑|无影云桌面|云桌面|弹性云桌面|无影|EDS|ECD
|Elastic Desktop Service|WUYING|WUYING Workspace|gws
云应用|无影云应用|云手机|无影云手机|Cloud Phone|App Streaming`,
  ],
];

/**
 * One product a line: its name, then abbreviations, English names and codes as bills write them.
 */
export const DATA_AND_AI: readonly PublishedFamily[] = [
  [
    '数据库',
    `云数据库Redis版|云数据库Redis|云数据库Tair|Tair|Redis|KVStore|ApsaraDB for Redis
|ApsaraDB for Tair|Tair (Redis OSS-compatible)|redisa
云数据库MongoDB版|云数据库MongoDB|MongoDB|ApsaraDB for MongoDB|dds
云原生数据仓库AnalyticDB|AnalyticDB|AnalyticDB MySQL版|AnalyticDB PostgreSQL版|ADB
|AnalyticDB for MySQL|AnalyticDB for PostgreSQL|gpdb
云数据库ClickHouse|ClickHouse|ApsaraDB for ClickHouse
云数据库SelectDB版|SelectDB|ApsaraDB for SelectDB
云数据库OceanBase版|云数据库OceanBase|OceanBase|ApsaraDB for OceanBase
云数据库HBase版|云数据库HBase|HBase|ApsaraDB for HBase
云数据库Memcache版|Memcache|Memcached|ApsaraDB for Memcache|ocs
云原生多模数据库Lindorm|云原生多模数据库|Lindorm
PolarDB分布式版|PolarDB-X|DRDS|云原生分布式数据库PolarDB-X|分布式关系型数据库|polardbx
图数据库|图数据库GDB|GDB|Graph Database
时序数据库|时序数据库TSDB|TSDB|InfluxDB
数据传输服务|数据传输服务DTS|DTS|Data Transmission Service
数据管理服务|数据管理DMS|DMS|Data Management|Data Management Service
数据库备份|数据库备份DBS|DBS|Database Backup
数据库自治服务|数据库自治服务DAS|DAS|Database Autonomy Service|hdm
云数据库专属集群|MyBase|ApsaraDB MyBase
云数据库MySQL|TencentDB for MySQL|TencentDB|CDB
TDSQL|TDSQL-C|TDSQL-C MySQL版|分布式数据库TDSQL
GaussDB|云数据库GaussDB|TaurusDB
Amazon RDS|AmazonRDS|Amazon Aurora|Aurora|DynamoDB
Azure SQL|Azure SQL Database|Cosmos DB|Cloud SQL`,
  ],
  [
    '大数据',
    `云原生大数据计算服务MaxCompute|大数据计算服务|大数据计算服务MaxCompute|MaxCompute|ODPS
大数据开发治理平台DataWorks|大数据开发治理平台|DataWorks|dide
开源大数据平台E-MapReduce|开源大数据平台|E-MapReduce|EMR|emapreduce
实时计算Flink版|实时计算|Flink|Realtime Compute for Apache Flink|Realtime Compute
实时数仓Hologres|Hologres|实时数仓|hologram
检索分析服务Elasticsearch版|检索分析服务|Elasticsearch|Elastic Search
开放搜索|OpenSearch|智能开放搜索
Quick BI|QuickBI|智能商业分析
DataV数据可视化|DataV
智能数据建设与治理Dataphin|Dataphin
数据湖构建|数据湖构建DLF|DLF|Data Lake Formation
数据湖分析|DLA|Data Lake Analytics
数据总线|数据总线DataHub|DataHub
智能推荐|智能推荐AIRec|AIRec
日志分析CLS|CLS|Cloud Log Service
弹性MapReduce|MapReduce服务|MRS
数据仓库服务|DWS|数据湖探索|DLI
Amazon Redshift|Redshift|Amazon EMR|Athena
BigQuery|Google BigQuery`,
  ],
  [
    '人工智能',
    `人工智能平台PAI|人工智能平台|机器学习平台PAI|机器学习平台|PAI|PAI-EAS|PAI-DSW|PAI灵骏
|Machine Learning Platform for AI|Platform for AI
百炼|大模型服务平台百炼|阿里云百炼|Model Studio|bailian|DashScope|灵积|灵积模型服务
通义千问|通义|Qwen|通义灵码|通义万相|通义听悟
智能语音交互|语音识别|语音合成|Intelligent Speech Interaction|nls
文字识别|OCR|文字识别OCR
视觉智能开放平台|人脸识别|图像识别|图像搜索|Image Search|VIAPI
机器翻译|Machine Translation|alimt
自然语言处理|NLP
智能对话机器人|云小蜜|Chatbot|beebot
智能外呼机器人|智能联络中心|outboundbot
向量检索服务DashVector|DashVector|向量检索服务
灵骏智算服务|智算服务PAI灵骏|灵骏
混元|混元大模型|腾讯混元|TI平台
ModelArts|盘古大模型|盘古
Amazon SageMaker|SageMaker|Amazon Bedrock|Bedrock
Azure OpenAI|Azure OpenAI Service|Azure AI|Cognitive Services
Vertex AI`,
  ],
];
