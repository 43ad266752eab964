export { nginxHeaderRules } from './nginx-header-rules.js';
