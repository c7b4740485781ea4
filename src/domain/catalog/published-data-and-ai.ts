/* eslint-disable lines/screen-width -- one product with all its names a line */
import type { PublishedFamily } from './family.ts';

/**
 * One product a line: its name, then abbreviations, English names and codes as bills write them.
 */
export const DATA_AND_AI: readonly PublishedFamily[] = [
  [
    '数据库',
    `云数据库Redis版|云数据库Redis|云数据库Tair|Tair|Redis|KVStore|ApsaraDB for Redis|ApsaraDB for Tair|Tair (Redis OSS-compatible)|redisa|kvstore
云数据库MongoDB版|云数据库MongoDB|MongoDB|ApsaraDB for MongoDB|dds
云原生数据仓库AnalyticDB|AnalyticDB|AnalyticDB MySQL版|AnalyticDB PostgreSQL版|ADB|AnalyticDB for MySQL|AnalyticDB for PostgreSQL|gpdb
云数据库ClickHouse|ClickHouse|ApsaraDB for ClickHouse
云数据库SelectDB版|SelectDB|ApsaraDB for SelectDB
云数据库OceanBase版|云数据库OceanBase|OceanBase|ApsaraDB for OceanBase|oceanbase
云数据库HBase版|云数据库HBase|HBase|ApsaraDB for HBase|hbase
云数据库Memcache版|Memcache|Memcached|ApsaraDB for Memcache|ocs
云原生多模数据库Lindorm|云原生多模数据库|Lindorm
PolarDB分布式版|PolarDB-X|DRDS|云原生分布式数据库PolarDB-X|分布式关系型数据库|drds|polardbx
图数据库|图数据库GDB|GDB|Graph Database
时序数据库|时序数据库TSDB|TSDB|InfluxDB
数据传输服务|数据传输服务DTS|DTS|Data Transmission Service|dts
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
    `云原生大数据计算服务MaxCompute|大数据计算服务|大数据计算服务MaxCompute|MaxCompute|ODPS|odps
大数据开发治理平台DataWorks|大数据开发治理平台|DataWorks|dide
开源大数据平台E-MapReduce|开源大数据平台|E-MapReduce|EMR|emapreduce
实时计算Flink版|实时计算|Flink|Realtime Compute for Apache Flink|Realtime Compute
实时数仓Hologres|Hologres|实时数仓|hologram
检索分析服务Elasticsearch版|检索分析服务|Elasticsearch|Elastic Search|elasticsearch
开放搜索|OpenSearch|智能开放搜索
Quick BI|QuickBI|智能商业分析|quickbi
DataV数据可视化|DataV|datav
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
    `人工智能平台PAI|人工智能平台|机器学习平台PAI|机器学习平台|PAI|PAI-EAS|PAI-DSW|PAI灵骏|Machine Learning Platform for AI|Platform for AI
百炼|大模型服务平台百炼|阿里云百炼|Model Studio|bailian|DashScope|灵积|灵积模型服务
通义千问|通义|Qwen|通义灵码|通义万相|通义听悟
智能语音交互|语音识别|语音合成|Intelligent Speech Interaction|nls
文字识别|OCR|文字识别OCR|ocr
视觉智能开放平台|人脸识别|图像识别|图像搜索|Image Search|VIAPI|viapi
机器翻译|Machine Translation|alimt
自然语言处理|NLP|nlp
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
