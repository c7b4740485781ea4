import type { PublishedFamily } from './family.ts';

/**
 * One product a line: its name, then abbreviations, English names and codes as bills write them.
 */
export const COMPUTE_AND_NETWORK: readonly PublishedFamily[] = [
  [
    '计算',
    `轻量应用服务器|轻量服务器|轻量云服务器|SWAS|Simple Application Server|lighthouse
弹性裸金属服务器|神龙服务器|裸金属服务器|EBMS|ECS Bare Metal Instance|Elastic Bare Metal Server
|Bare Metal Server
GPU云服务器|GPU服务器|异构计算|EGS|Elastic GPU Service|GPU Cloud Server
FPGA云服务器|FPGA服务器|FaaS平台|FPGA Cloud Server
弹性伸缩|弹性伸缩ESS|ESS|Auto Scaling
专有宿主机|DDH|Dedicated Host
弹性高性能计算|弹性高性能计算E-HPC|E-HPC|EHPC|Elastic High Performance Computing
批量计算|BatchCompute|Batch Compute
资源编排|资源编排ROS|ROS|Resource Orchestration Service
计算巢|计算巢服务|ComputeNest|Compute Nest
边缘节点服务|边缘节点服务ENS|ENS|Edge Node Service
云虚拟主机|虚拟主机|独享虚拟主机|Web Hosting|Cloud Web Hosting
节省计划|Savings Plan|Savings Plans|savingplan
预留实例券|Reserved Instance|Reserved Instances
云服务器CVM|CVM|Cloud Virtual Machine
弹性云服务器|弹性云服务器ECS|Elastic Cloud Server
云耀云服务器|云耀云服务器HECS|HECS|HECS L|Flexus云服务器|Flexus
Amazon EC2|EC2|AmazonEC2|Amazon Elastic Compute Cloud
Azure虚拟机|Virtual Machines|Azure Virtual Machines
Compute Engine|Google Compute Engine|GCE`,
  ],
  [
    '容器',
    `容器服务Kubernetes版|容器服务ACK|容器服务|ACK|ACK Pro|Container Service for Kubernetes|csk
|cs_k8s
容器镜像服务|容器镜像服务ACR|ACR|Container Registry
容器计算服务|容器计算服务ACS|Container Compute Service
服务网格|服务网格ASM|ASM|Service Mesh|Alibaba Cloud Service Mesh
分布式云容器平台|ACK One|ACKOne
容器服务TKE|TKE|Tencent Kubernetes Engine
云容器引擎|云容器引擎CCE|CCE|Cloud Container Engine
Amazon EKS|EKS
Azure Kubernetes Service|AKS
Google Kubernetes Engine|GKE`,
  ],
  [
    '无服务器',
    `弹性容器实例|弹性容器实例ECI|ECI|Elastic Container Instance
函数计算|函数计算FC|FC|Function Compute
Serverless应用引擎|Serverless应用引擎SAE|SAE|Serverless App Engine
云工作流|Serverless工作流|CloudFlow|Serverless Workflow|fnf
事件总线|事件总线EventBridge|EventBridge
云函数|云函数SCF|SCF
函数工作流|FunctionGraph
AWS Lambda|Lambda|AWSLambda`,
  ],
  [
    '存储',
    `块存储|块存储EBS|EBS|云盘|云硬盘|ESSD|ESSD云盘|SSD云盘|高效云盘|Elastic Block Storage
|Block Storage|Cloud Disk|yundisk
文件存储NAS|文件存储|NAS|Apsara File Storage NAS|File Storage NAS
文件存储CPFS|CPFS|Cloud Paralleled File System
文件存储HDFS版|HDFS文件存储|Apsara File Storage for HDFS
表格存储|表格存储Tablestore|Tablestore|Table Store|OTS
云备份|混合云备份|混合云备份服务|HBR|Cloud Backup|Hybrid Backup Recovery
云存储网关|CSG|Cloud Storage Gateway|sgw
混合云存储阵列|混合云存储|Hybrid Cloud Storage
闪电立方|Lightning Cube
相册与网盘服务|网盘与相册服务|智能媒体管理|IMM|Intelligent Media Management|PDS
快照|快照服务|Snapshot|Snapshots
归档存储|Archive Storage|oas
对象存储COS|COS|Cloud Object Storage
云硬盘CBS|CBS|Cloud Block Storage
文件存储CFS|CFS
对象存储服务OBS|OBS|Object Storage Service OBS
云硬盘EVS|EVS|Elastic Volume Service
弹性文件服务|SFS|SFS Turbo
云备份CBR|CBR
Amazon S3|S3|AmazonS3
Azure Blob|Blob Storage|Azure Storage
Google Cloud Storage|GCS`,
  ],
  [
    '网络',
    `专有网络|专有网络VPC|VPC|Virtual Private Cloud
弹性公网IP|弹性公网IPEIP|弹性IP|EIP|Elastic IP|Elastic IP Address
NAT网关|NAT|NAT Gateway|公网NAT网关|nat_gw|natgateway
VPN网关|VPN|VPN Gateway
共享带宽|共享带宽包|CBWP|Internet Shared Bandwidth
共享流量包|公网流量包|Data Transfer Plan|flowbag
云企业网|云企业网CEN|CEN|Cloud Enterprise Network|cbn
转发路由器|TransitRouter|Transit Router
全球加速|全球加速GA|GA|Global Accelerator
高速通道|专线|物理专线|Express Connect|expressconnect
智能接入网关|智能接入网关SAG|SAG|Smart Access Gateway|smartag
私网连接|PrivateLink
IPv6网关|IPv6转换服务|IPv6 Gateway
任播弹性公网IP|AnycastEIP|Anycast EIP|Anycast Elastic IP Address
全站加速|全站加速DCDN|DCDN|Dynamic Route for CDN
安全加速SCDN|SCDN|Secure CDN
边缘安全加速|边缘安全加速ESA|ESA|Edge Security Acceleration
P2P内容分发网络|PCDN
网络智能服务|NIS|Network Intelligence Service
公网带宽|带宽|固定带宽|Public Bandwidth|Bandwidth
负载均衡CLB|Cloud Load Balancer
弹性负载均衡|弹性负载均衡ELB|ELB|Elastic Load Balance|Elastic Load Balancing
虚拟私有云|Huawei VPC
云联网|云联网CCN|CCN|Cloud Connect Network
EdgeOne|边缘安全加速平台EO|EO
云解析DNS|云解析|解析DNS|DNS|Alibaba Cloud DNS|Cloud DNS|alidns
全局流量管理|GTM|Global Traffic Manager
Amazon CloudFront|CloudFront|AmazonCloudFront`,
  ],
];
