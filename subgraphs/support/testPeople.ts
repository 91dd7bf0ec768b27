import type { Identity } from '../../kit/context.ts';

export const RINA: Identity = { subject: 'user-demo', tenant: 'demo', scopes: [] };
export const STRANGER: Identity = { subject: 'user-stranger', tenant: 'demo', scopes: ['jobs:operate', 'orders:read'] };
export const AGENT: Identity = { subject: 'agent-ayu', tenant: 'demo', scopes: ['support:read'] };
export const EDITOR: Identity = { subject: 'editor-eko', tenant: 'demo', scopes: ['support:write'] };
