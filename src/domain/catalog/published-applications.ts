import type { PublishedFamily } from './family.ts';

/**
 * One product a line: its name, then abbreviations, English names and codes as bills write them.
 */
export const APPLICATIONS: readonly PublishedFamily[] = [
  [
    '安全',
    `数据安全中心|敏感数据保护|DSC|SDDP|Data Security Center|sddp
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
视频点播|点播|ApsaraVideo VOD|ApsaraVideo for VOD|VOD|vod
媒体处理|媒体转码|媒体处理MPS|MPS|ApsaraVideo Media Processing|mts
实时音视频|音视频通信|音视频通信RTC|ApsaraVideo Real-time Communication|RTC|rtc|TRTC
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
    `物联网平台|企业物联网平台|IoT Platform|iot|IoT
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
