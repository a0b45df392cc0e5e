/**
 * Standing monitors of the shop's data: what is watched, how it stands, which alerts wait.
 *
 * <pre>{@code
 * quality.monitors();                       // with their last value and alert
 * quality.acknowledge(alert.id(), "mei");   // seen, somebody looks after it
 * }</pre>
 */
package io.shopkeeper.catalog.boundary.quality;
