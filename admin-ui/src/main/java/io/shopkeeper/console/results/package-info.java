/**
 * What placements bring: the page with its charts, and the same as a table to take along. May use
 * the boundary of the recommendations, charts and the frame. Example: {@code
 * results?placement=home&window=168}.
 */
package io.shopkeeper.console.results;
