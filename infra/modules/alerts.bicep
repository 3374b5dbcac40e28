// What the process itself finds wrong, and that none runs. What each means and what to do: docs/operations.md.
param name string
param location string
param workspaceId string
param appId string
param appName string
param alertEmail string

// Written once a minute, in the field `alert`, for as long as it is so.
var alerts = [
  { id: 'deliveries-waiting', says: 'Messages wait longer than they should.', severity: 1 }
  { id: 'sends-failing', says: 'Too many messages fail.', severity: 1 }
  { id: 'sign-in-failing', says: 'Teams\' tokens are refused, or the bot gets none.', severity: 1 }
  { id: 'not-ready', says: 'The store or the disk does not answer.', severity: 0 }
]

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: '${name}-alerts'
  location: 'global'
  properties: {
    groupShortName: take(name, 12)
    enabled: true
    emailReceivers: [
      {
        name: 'operator'
        emailAddress: alertEmail
        useCommonAlertSchema: true
      }
    ]
  }
}

resource found 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for alert in alerts: {
    name: '${name}-${alert.id}'
    location: location
    properties: {
      displayName: '${name}: ${alert.says}'
      description: 'docs/operations.md#${alert.id}'
      severity: alert.severity
      enabled: true
      evaluationFrequency: 'PT5M'
      windowSize: 'PT10M'
      scopes: [workspaceId]
      // The table is made with the first line that is logged.
      skipQueryValidation: true
      autoMitigate: true
      criteria: {
        allOf: [
          {
            query: 'ContainerAppConsoleLogs_CL | where ContainerAppName_s == "${appName}" | where tostring(parse_json(Log_s).alert) == "${alert.id}"'
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: 0
          }
        ]
      }
      actions: {
        actionGroups: [people.id]
      }
    }
  }
]

resource gone 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${name}-nobody-runs'
  location: 'global'
  properties: {
    description: 'docs/operations.md#nobody-runs'
    severity: 0
    enabled: true
    evaluationFrequency: 'PT1M'
    windowSize: 'PT5M'
    scopes: [appId]
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'replicas'
          metricName: 'Replicas'
          operator: 'LessThan'
          threshold: 1
          timeAggregation: 'Maximum'
        }
      ]
    }
    actions: [
      {
        actionGroupId: people.id
      }
    ]
  }
}
