// Runs the workloads on aws-local-stepfunctions: node peer.mjs WORKLOADS.json WARM-UP ROUND ROUNDS.
// Prints one line of JSON per workload: state transitions a second of wall clock and of CPU time, the median round.
import { readFileSync } from 'node:fs';
import { StateMachine } from 'aws-local-stepfunctions';

if (!Promise.withResolvers) { // Node 20
  Promise.withResolvers = () => {
    const parts = {};
    parts.promise = new Promise((resolve, reject) => Object.assign(parts, { resolve, reject }));
    return parts;
  };
}

const [file, warmUp, seconds, rounds] = process.argv.slice(2);
const cpuSeconds = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1e6; };
const median = values => Math.round([...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]);
const valueAt = (value, pointer) => pointer.split('/').slice(1).reduce((at, key) => at?.[key], value);

function runner(workload) {
  const machine = new StateMachine(workload.definition, { validationOptions: { checkArn: false } });
  const tasks = Object.entries(workload.definition.States).filter(([, state]) => state.Type === 'Task');
  const taskResourceLocalHandlers = Object.fromEntries(tasks.map(([name]) => [name, async () => ({ done: true })]));
  return () => machine.run(workload.input, { overrides: { taskResourceLocalHandlers } }).result;
}

async function round(run, transitions, duration) {
  const begin = performance.now(), cpuBegin = cpuSeconds();
  let executions = 0;
  while (performance.now() - begin < duration * 1000) {
    await run();
    executions++;
  }
  const done = executions * transitions;
  return { wall: done * 1000 / (performance.now() - begin), cpu: done / (cpuSeconds() - cpuBegin) };
}

for (const workload of JSON.parse(readFileSync(file, 'utf8'))) {
  const line = { peer: 'aws-local-stepfunctions', workload: workload.name };
  try {
    const run = runner(workload);
    const found = valueAt(await run(), workload.pointer);
    if (found !== workload.expected) throw new Error(`${workload.expected} expected at ${workload.pointer}, but got ${found}`);
    await round(run, workload.transitions, +warmUp);
    const results = [];
    for (let i = 0; i < +rounds; i++) results.push(await round(run, workload.transitions, +seconds));
    console.log(JSON.stringify({ ...line, concurrency: 1, perSecond: median(results.map(r => r.wall)),
      perCpuSecond: median(results.map(r => r.cpu)), rounds: results.map(r => Math.round(r.wall)) }));
  } catch (e) {
    console.log(JSON.stringify({ ...line, error: String(e) }));
  }
}
