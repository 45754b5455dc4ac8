// A network's OpenAPI document, and prism's own router and validators to judge by it.
import { createRequire } from 'node:module';
import { parse } from 'node:querystring';

const require = createRequire(import.meta.url);
const { getHttpOperationsFromSpec } = require('@stoplight/prism-http');
const { default: route } = require('@stoplight/prism-http/dist/router');
const { validateInput, validateOutput, validateSecurity } = require('@stoplight/prism-http/dist/validator');

const plain = (name) => name.replace(/\[\]$/, '');
const is_json = ({ headers }) => (headers['content-type'] ?? '').includes('json');
const lines_of = (result) => (result._tag === 'Right' ? [] : result.left.map(({ path = [], message }) => `${path.join(' ')}: ${message}`));

// Every field that a schema knows; none when it takes any.
function fields_of(schema) {
  const parts = [...(schema.allOf ?? []), ...(schema.oneOf ?? []), ...(schema.anyOf ?? [])];
  return [...Object.keys(schema.properties ?? {}), ...parts.flatMap((part) => fields_of(part))];
}

function input_of(request) {
  const [path, search = ''] = request.target.split('?');
  const query = {};
  for (const [name, value] of Object.entries(parse(search))) query[plain(name)] = value;
  const body = is_json(request) ? JSON.parse(request.body) : request.body || undefined;
  return { method: request.method.toLowerCase(), url: { path, query }, headers: request.headers, body };
}

// prism lets these pass where a schema is open.
function unknown_names(operation, request, input) {
  const known = (operation.request?.query ?? []).map(({ name }) => plain(name));
  const fields = (operation.request?.body?.contents ?? []).flatMap(({ schema }) => fields_of(schema ?? {}));
  const given = is_json(request) ? input.body : parse(request.body ?? '');
  return [
    ...Object.keys(input.url.query).filter((name) => !known.includes(name)).map((name) => `query ${name}: is not known`),
    ...Object.keys(given).filter((name) => fields.length > 0 && !fields.includes(name)).map((name) => `body ${name}: is not known`),
  ];
}

export async function open(document) {
  const resources = await getHttpOperationsFromSpec(document);
  // A request {method, target, headers, body}: the operation that it is, and what is wrong with it.
  const judge = (request) => {
    const input = input_of(request);
    const routed = route({ resources, input });
    if (routed._tag === 'Left') {
      return { name: `${request.method} ${input.url.path}`, complaints: [routed.left.detail ?? routed.left.message] };
    }
    const operation = routed.right;
    const complaints = unknown_names(operation, request, input);
    for (const check of [validateInput, validateSecurity]) complaints.push(...lines_of(check({ resource: operation, element: input })));
    return { name: `${request.method} ${operation.path}`, operation, complaints };
  };
  // An answer {statusCode, headers, body}. prism takes problem+json for json where a document knows both.
  const judge_answer = (operation, answer) => {
    const type = (answer.headers['content-type'] ?? '').split(';')[0];
    const exact = (contents = []) => contents.filter(({ mediaType }) => mediaType === type);
    const responses = operation.responses.map((one) => (exact(one.contents).length > 0 ? { ...one, contents: exact(one.contents) } : one));
    return lines_of(validateOutput({ resource: { ...operation, responses }, element: answer }));
  };
  return { judge, judge_answer };
}
