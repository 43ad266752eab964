export { edgePages, type EdgePagesProps } from './pages.js';
export { CLOSED, formatPointer, GENERATION, parsePointer, POINTER_KEY, type Pointer } from './pointer.js';
export { cutPrefix, route, type PageName, type Route } from './routing.js';
