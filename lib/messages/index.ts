export {
  createMessages,
  isMessageId,
  LOCALES,
  renderError,
  type Locale,
  type Localized,
  type MessageId,
  type Messages,
} from './messages.js';
