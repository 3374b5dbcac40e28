// Where the log goes. Ids only: no names, no texts of people.
param name string
param location string
@description('More a day is cut off, so that a fault that repeats costs no fortune.')
param dailyLogGb int

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: '${name}-log'
  location: location
  properties: {
    sku: {
      name: 'PerGB2018'
    }
    retentionInDays: 30
    workspaceCapping: {
      dailyQuotaGb: dailyLogGb
    }
  }
}

output workspaceId string = workspace.id
output workspaceName string = workspace.name
