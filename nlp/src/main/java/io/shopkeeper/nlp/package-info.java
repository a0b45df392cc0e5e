/**
 * Language in plain Java: recognition of language, intents and entities, in English and Chinese.
 */
package io.shopkeeper.nlp;
