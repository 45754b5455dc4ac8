// Preloaded: whatever these servers would open to the world is opened to this machine only.
const net = require('node:net');
const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function (...given) {
  if (typeof given[0] === 'object' && given[0] !== null && given[0].path === undefined) {
    return listen.call(this, { ...given[0], host: '127.0.0.1' }, ...given.slice(1));
  }
  const is_port = (value) => typeof value === 'number' || /^\d+$/.test(value);
  if (!is_port(given[0])) return listen.apply(this, given);
  const rest = given.slice(1).filter((one) => typeof one === 'function');
  return listen.call(this, { port: Number(given[0]), host: '127.0.0.1' }, ...rest);
};
