/**
 * What surrounds every page: words, language, theme, numbers as people write them. Example: {@code
 * fmt.time(instant)}.
 */
package io.shopkeeper.console.frame;
