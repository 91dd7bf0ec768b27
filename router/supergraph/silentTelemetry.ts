/**
 * Imported before @apollo/gateway wherever that is loaded: its constructor otherwise posts usage metrics to Apollo,
 * hourly, and an application that nobody asked must not phone home. ES modules are evaluated in import order.
 */
process.env.APOLLO_TELEMETRY_DISABLED = '1';
