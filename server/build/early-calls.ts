/** What the list of customers, without filters, asks for first; `tests/e2e/cold-start.test.ts` says when it is no longer so. */
const calls = ['/api/v1/me', '/api/v1/customers?count=true&limit=50']

/** A script for the head of the page: the answers are on their way while the app still loads. */
export const earlyCalls = `(function(){if(location.search||!/^\\/(customers)?$/.test(location.pathname)||(history.state||{}).words)return;${JSON.stringify(calls)}.forEach(function(u){var l=document.createElement('link');l.rel='preload';l.as='fetch';l.crossOrigin='anonymous';l.href=u;document.head.append(l)})})()`
