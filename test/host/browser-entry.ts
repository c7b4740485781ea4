import { bigOrders } from './big-orders.ts';
import { installWireHost } from './install.ts';

/** What a page with the genuine client finds under `window.wireHost`. */
Object.assign(globalThis, { wireHost: { installWireHost, bigOrders } });
