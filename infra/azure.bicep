// One campaign bot and everything it stands on, in one resource group.
//   az deployment group create --resource-group thidua --template-file infra/azure.bicep --parameters infra/azure.parameters.json
// docs/install-azure.md goes through it step by step.
targetScope = 'resourceGroup'

@description('Names everything; lower case, letters and digits.')
@minLength(3)
@maxLength(11)
param name string = 'thidua'

@description('Where it runs and keeps its data. A centre\'s data stay in one region.')
param location string = resourceGroup().location

@description('centre: up to about a thousand people, pays for what it uses. province: tens of thousands of people, always two processes.')
@allowed(['centre', 'province'])
param size string = 'centre'

@description('The container image with its tag, e.g. registry.example.vn/thidua-bot:0.1.0')
param image string

@description('The registry that the image comes from, if it is an Azure Container Registry of this resource group; empty for one that asks no password.')
param registryName string = ''

@description('Entra object ids of those who administer the bot first, separated by commas.')
param officeAdmins string

@description('Hosts from which files are taken that people attach: the tenant\'s SharePoint for OneDrive, e.g. contoso-my.sharepoint.com')
param attachmentHosts string

@description('The id of the app in the organisation\'s catalog, with which the bot installs itself to people of the roster; it needs a permission in Microsoft Graph. Empty: it does not')
param teamsCatalogAppId string = ''

@description('The text of the roster, a CSV file; read when the store has nobody yet. --parameters roster=@roster.csv')
@secure()
param roster string = ''

@description('The text of the plan where it is not the one that comes with the bot. --parameters plan=@plan.yaml')
@secure()
param plan string = ''

@description('Which of Azure\'s clouds this is: its Teams has addresses of its own. GCC is in the public one, GCC High and DoD are usGovernment, 21Vianet is china.')
@allowed(['public', 'usGovernment', 'china'])
param cloud string = 'public'

@description('The account of the documents where it is another than the one that was made: the one that a restore has brought back. Empty: the one of this name')
param documentsAccount string = ''

@description('The database in that account, and the folder of its files in the storage account')
param documentsDatabase string = 'thidua'

@description('What a collector of numbers shows to read /metrics, 16 characters or more; empty: nobody reads them.')
@secure()
param metricsToken string = ''

@description('Who is told of alerts and of the cost.')
param alertEmail string

@description('A month, in the currency of the subscription; a word is sent at 80 % and at 100 %. Nothing is switched off.')
@minValue(1)
param monthlyBudget int = 50

@description('The first day of this month, from which the budget counts.')
param budgetFrom string = utcNow('yyyy-MM-01')

var sizes = {
  centre: { serverless: true, maxThroughput: 0, minReplicas: 1, maxReplicas: 2, cpu: '0.5', memory: '1Gi', dailyLogGb: 1 }
  province: { serverless: false, maxThroughput: 10000, minReplicas: 2, maxReplicas: 6, cpu: '1.0', memory: '2Gi', dailyLogGb: 5 }
}
var chosen = sizes[size]
// What the bot has to be told where its own settings, those of the public cloud, do not hold; a managed identity finds its login service by itself.
var clouds = {
  public: []
  usGovernment: [
    { name: 'ToBotFromChannelTokenIssuer', value: 'https://api.botframework.us' }
    { name: 'ToBotFromChannelOpenIdMetadataUrl', value: 'https://login.botframework.azure.us/v1/.well-known/openidconfiguration' }
    { name: 'ToChannelFromBotOAuthScope', value: 'https://api.botframework.us' }
  ]
  china: [
    { name: 'ToBotFromChannelTokenIssuer', value: 'https://api.botframework.azure.cn' }
    { name: 'ToBotFromChannelOpenIdMetadataUrl', value: 'https://login.botframework.azure.cn/v1/.well-known/openidconfiguration' }
    { name: 'ToChannelFromBotOAuthScope', value: 'https://api.botframework.azure.cn' }
  ]
}
// Names that must differ in all of Azure.
var unique = '${name}${uniqueString(resourceGroup().id)}'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-bot'
  location: location
}

module watch 'modules/watch.bicep' = {
  name: 'watch'
  params: {
    name: name
    location: location
    dailyLogGb: chosen.dailyLogGb
  }
}

module documents 'modules/documents.bicep' = {
  name: 'documents'
  params: {
    accountName: documentsAccount == '' ? unique : documentsAccount
    databaseName: documentsDatabase
    location: location
    serverless: chosen.serverless
    maxThroughput: chosen.maxThroughput
    principalId: identity.properties.principalId
  }
}

module files 'modules/files.bicep' = {
  name: 'files'
  params: {
    accountName: take(unique, 24)
    location: location
    principalId: identity.properties.principalId
  }
}

module secrets 'modules/secrets.bicep' = {
  name: 'secrets'
  params: {
    vaultName: take(unique, 24)
    location: location
    principalId: identity.properties.principalId
  }
}

module registry 'modules/registry.bicep' = if (registryName != '') {
  name: 'registry'
  params: {
    registryName: registryName
    principalId: identity.properties.principalId
  }
}

module app 'modules/app.bicep' = {
  name: 'app'
  params: {
    name: name
    location: location
    image: image
    registryServer: registryName == '' ? '' : '${registryName}${environment().suffixes.acrLoginServer}'
    identityId: identity.id
    clientId: identity.properties.clientId
    workspaceName: watch.outputs.workspaceName
    minReplicas: chosen.minReplicas
    maxReplicas: chosen.maxReplicas
    cpu: chosen.cpu
    memory: chosen.memory
    roster: roster
    plan: plan
    metricsToken: metricsToken
    settings: concat(
      [
        { name: 'COSMOS_ENDPOINT', value: documents.outputs.endpoint }
        { name: 'COSMOS_DATABASE', value: documents.outputs.databaseName }
        { name: 'BLOB_URL', value: files.outputs.blobUrl }
        { name: 'KEY_VAULT_URL', value: secrets.outputs.vaultUrl }
        { name: 'OFFICE_ADMINS', value: officeAdmins }
        { name: 'ATTACHMENT_HOSTS', value: attachmentHosts }
        { name: 'TEAMS_CATALOG_APP_ID', value: teamsCatalogAppId }
      ],
      clouds[cloud]
    )
  }
  dependsOn: [registry]
}

module bot 'botRegistration/azurebot.bicep' = {
  name: 'bot'
  params: {
    botName: unique
    displayName: 'Thi đua'
    identityId: identity.id
    clientId: identity.properties.clientId
    endpoint: 'https://${app.outputs.hostName}/api/messages'
  }
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  params: {
    name: name
    location: location
    workspaceId: watch.outputs.workspaceId
    appId: app.outputs.appId
    appName: app.outputs.appName
    alertEmail: alertEmail
  }
}

module budget 'modules/budget.bicep' = {
  name: 'budget'
  params: {
    name: name
    amount: monthlyBudget
    from: budgetFrom
    alertEmail: alertEmail
  }
}

// What the Teams app package and its tools ask for by these names.
output BOT_ID string = identity.properties.clientId
output BOT_TENANT_ID string = tenant().tenantId
output BOT_DOMAIN string = app.outputs.hostName
output PUBLIC_URL string = 'https://${app.outputs.hostName}'
