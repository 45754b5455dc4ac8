// What our adapters ask for, and where a network's OpenAPI document, or prism, is wrong about it.
export const asked_for = {
  mastodon: [
    'POST /api/v1/apps',
    'POST /oauth/token',
    'GET /api/v2/instance',
    'GET /api/v2/search',
    'GET /api/v1/accounts/verify_credentials',
    'GET /api/v1/accounts/lookup',
    'GET /api/v1/accounts/{id}/statuses',
    'GET /api/v1/blocks',
    'GET /api/v1/mutes',
    'GET /api/v1/notifications',
    'GET /api/v1/timelines/tag/{hashtag}',
    'GET /api/v1/statuses/{id}',
    'GET /api/v1/statuses/{id}/context',
    'POST /api/v1/statuses',
    'DELETE /api/v1/statuses/{id}',
    'POST /api/v1/statuses/{id}/reblog',
    'GET /api/v1/streaming',
    'GET /api/v1/streaming/hashtag',
    'GET /api/v1/streaming/user/notification',
  ],
  x: [
    'POST /2/oauth2/token',
    'GET /2/users/me',
    'GET /2/users/{id}/mentions',
    'GET /2/users/{id}/tweets',
    'GET /2/tweets',
    'POST /2/tweets',
    'DELETE /2/tweets/{id}',
    'POST /2/users/{id}/retweets',
    'DELETE /2/users/{id}/retweets/{source_tweet_id}',
    'GET /2/tweets/search/recent',
    'GET /2/tweets/search/stream',
    'GET /2/tweets/search/stream/rules',
    'POST /2/tweets/search/stream/rules',
    'GET /2/usage/tweets',
  ],
};

// `complaint` is part of what is said. An exception that nothing needs is a failure.
export const wrong_documents = [
  {
    network: 'mastodon', asked: 'POST /api/v1/apps', complaint: 'Supported content types: application/json',
    reason: 'Mastodon reads forms and JSON alike; its own documentation, which the document was made from, says form data',
  },
  {
    network: 'mastodon', asked: 'POST /oauth/token', complaint: 'Supported content types: application/json',
    reason: 'OAuth 2 (RFC 6749, 4.1.3) asks for a form',
  },
  {
    network: 'mastodon', asked: 'POST /api/v1/statuses', complaint: 'body allowed_mentions: is not known',
    reason: 'the server takes it, undocumented: it refuses a post that would name anybody else',
  },
  {
    network: 'mastodon', asked: 'GET /api/v1/streaming', complaint: "hasn't been found in the specification",
    reason: 'OpenAPI has no WebSockets; the document lists only the server-sent events',
  },
  {
    network: 'x', asked: 'POST /2/oauth2/token', complaint: "hasn't been found in the specification",
    reason: 'the document names it as the tokenUrl of its OAuth2UserToken and describes it nowhere',
  },
  {
    network: 'x', asked: 'GET /2/users/me', complaint: 'Invalid security scheme used',
    reason: 'prism does not know OAuth 1.0a, which the document allows (UserToken)',
  },
  {
    network: 'x', asked: 'POST /2/tweets', complaint: 'Invalid security scheme used',
    reason: 'prism does not know OAuth 1.0a, which the document allows (UserToken)',
  },
];

// Requests that are wrong, and part of what must be said of them: so that silence means something.
const bearer = { authorization: 'Bearer token' };
const of_json = { ...bearer, 'content-type': 'application/json', 'content-length': '9' };
export const wrong_requests = {
  mastodon: [
    ['an unknown field', { method: 'POST', target: '/api/v1/statuses', headers: of_json, body: '{"status":"a","visible":"public"}' }, 'body visible: is not known'],
    ['a number for a text', { method: 'POST', target: '/api/v1/statuses', headers: of_json, body: '{"status":7}' }, 'body'],
    ['an unknown parameter', { method: 'GET', target: '/api/v1/timelines/tag/a?newest=1', headers: bearer }, 'query newest: is not known'],
    ['a word for a number', { method: 'GET', target: '/api/v1/timelines/tag/a?limit=many', headers: bearer }, 'limit'],
    ['no token', { method: 'GET', target: '/api/v1/notifications', headers: {} }, 'security'],
  ],
  x: [
    ['an unknown field', { method: 'POST', target: '/2/tweets', headers: of_json, body: '{"status":"a"}' }, 'body status: is not known'],
    ['a handle for an id', { method: 'POST', target: '/2/tweets', headers: of_json, body: '{"text":"a","reply":{"in_reply_to_tweet_id":"ana"}}' }, 'pattern'],
    ['too small a page', { method: 'GET', target: '/2/tweets/search/recent?query=a&max_results=3', headers: bearer }, 'max_results'],
    ['no query', { method: 'GET', target: '/2/tweets/search/recent', headers: bearer }, 'query'],
    ['no token', { method: 'GET', target: '/2/users/me', headers: {} }, 'security'],
  ],
};

// Where a document is wrong about what the real network answers.
export const wrong_about_answers = [
  {
    network: 'x', asked: 'POST /2/tweets/search/stream/rules', status: 201,
    reason: 'the document has 200 alone; X answers 201 when rules were added',
  },
  {
    network: 'x', asked: 'GET /2/usage/tweets', complaint: 'must be integer',
    reason: "X's own page on this call shows texts; our adapter reads both",
  },
];
