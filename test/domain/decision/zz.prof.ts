import { pullIn } from '#domain/decision/pull-in.ts';
import { fen } from '#domain/money/fen.ts';
import { component, wan } from '../../examples/components.ts';
let seed = 12345;
const rnd = () => { seed = (seed * 1103515245 + 12345) & 0x7fffffff; return seed / 0x7fffffff; };
const deals = Array.from({ length: 40 }, () => fen(Math.floor(rnd() * 50_000_000)));
const costs = deals.map((a) => fen(Math.round(a * 0.05)));
for (let i = 0; i < 3; i += 1) { const t = performance.now(); pullIn(component(), wan(150), deals, costs, { kind: 'cheapest', tier: 3 }); console.log(performance.now() - t); }
