// The processes: at least one always runs, since a message that is due is sent by a clock and not by a request.
param name string
param location string
param image string
@description('Empty for a registry that asks no password.')
param registryServer string
param identityId string
param clientId string
param workspaceName string
param minReplicas int
param maxReplicas int
param cpu string
param memory string
@secure()
param roster string
@secure()
param plan string
@secure()
param metricsToken string
@description('Variables of the environment beside those that every installation has.')
param settings array

var port = 3978
var work = '/var/lib/thidua'
// The office's own files, shown to the process as files and kept as secrets: a roster is people's names.
var office = '/etc/thidua'
var ownFiles = concat(
  roster == '' ? [] : [{ secret: 'roster', file: 'roster.csv', variable: 'ROSTER_FILE', text: roster }],
  plan == '' ? [] : [{ secret: 'plan', file: 'plan.yaml', variable: 'PLAN_FILE', text: plan }]
)
// Known to the process alone; absent, and not empty, where there is none.
var ownWords = metricsToken == '' ? [] : [{ secret: 'metrics-token', variable: 'METRICS_TOKEN', text: metricsToken }]

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' existing = {
  name: workspaceName
}

resource place 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: '${name}-place'
  location: location
  properties: {
    appLogsConfiguration: {
      destination: 'log-analytics'
      logAnalyticsConfiguration: {
        customerId: workspace.properties.customerId
        sharedKey: workspace.listKeys().primarySharedKey
      }
    }
    workloadProfiles: [
      {
        name: 'Consumption'
        workloadProfileType: 'Consumption'
      }
    ]
  }
}

resource app 'Microsoft.App/containerApps@2024-03-01' = {
  name: '${name}-bot'
  location: location
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    environmentId: place.id
    workloadProfileName: 'Consumption'
    configuration: {
      activeRevisionsMode: 'Single'
      ingress: {
        external: true
        targetPort: port
        transport: 'http'
        allowInsecure: false
      }
      secrets: map(concat(ownFiles, ownWords), own => { name: own.secret, value: own.text })
      registries: registryServer == '' ? [] : [{ server: registryServer, identity: identityId }]
    }
    template: {
      // Longer than a turn and than a message under way may take.
      terminationGracePeriodSeconds: 30
      containers: [
        {
          name: 'bot'
          image: image
          resources: {
            cpu: json(cpu)
            memory: memory
          }
          env: concat(
            [
              { name: 'HOST', value: '0.0.0.0' }
              { name: 'PORT', value: string(port) }
              { name: 'PUBLIC_URL', value: 'https://${name}-bot.${place.properties.defaultDomain}' }
              { name: 'DATA_DIR', value: work }
              { name: 'MicrosoftAppId', value: clientId }
              { name: 'MicrosoftAppType', value: 'UserAssignedMsi' }
              { name: 'MicrosoftAppTenantId', value: tenant().tenantId }
            ],
            map(ownFiles, own => { name: own.variable, value: '${office}/${own.file}' }),
            map(ownWords, own => { name: own.variable, secretRef: own.secret }),
            settings
          )
          probes: [
            {
              type: 'Startup'
              httpGet: { path: '/readyz', port: port }
              periodSeconds: 2
              failureThreshold: 30
            }
            {
              type: 'Readiness'
              httpGet: { path: '/readyz', port: port }
              periodSeconds: 5
              failureThreshold: 3
            }
            {
              type: 'Liveness'
              httpGet: { path: '/healthz', port: port }
              periodSeconds: 10
              failureThreshold: 3
            }
          ]
          volumeMounts: concat(
            // Files on their way in; nothing that must outlive the process.
            [{ volumeName: 'work', mountPath: work }],
            empty(ownFiles) ? [] : [{ volumeName: 'office', mountPath: office }]
          )
        }
      ]
      scale: {
        minReplicas: minReplicas
        maxReplicas: maxReplicas
        rules: [
          {
            name: 'turns'
            http: {
              metadata: {
                concurrentRequests: '20'
              }
            }
          }
        ]
      }
      volumes: concat(
        [{ name: 'work', storageType: 'EmptyDir' }],
        empty(ownFiles)
          ? []
          : [
              {
                name: 'office'
                storageType: 'Secret'
                secrets: map(ownFiles, own => { secretRef: own.secret, path: own.file })
              }
            ]
      )
    }
  }
}

output hostName string = app.properties.configuration.ingress.fqdn
output appName string = app.name
output appId string = app.id
