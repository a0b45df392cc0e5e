/**
 * What people do in the shop, counted for whoever runs it: funnels, paths, sessions, cohorts, the
 * RFM grid, what is bought together, and what happens now. Only sums leave it; what people did is
 * used as far as they allow the shop to measure. Days are those of UTC. Example:
 *
 * <pre>{@code
 * FunnelView funnel = behaviour.funnel(query, List.of(VIEW, CART, PURCHASE), Within.SESSION);
 * }</pre>
 */
package io.shopkeeper.prediction.boundary.behaviour;
