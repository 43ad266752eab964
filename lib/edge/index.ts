export { edgePages, type EdgePagesProps } from './pages.js';
export { CLOSED, formatPointer, parsePointer, type Pointer } from './pointer.js';
export { route, type PageName, type Route } from './routing.js';
