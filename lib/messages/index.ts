export {
  createMessages,
  isMessageId,
  localeOf,
  LOCALES,
  renderError,
  type Locale,
  type Localized,
  type MessageId,
  type Messages,
} from './messages.js';
