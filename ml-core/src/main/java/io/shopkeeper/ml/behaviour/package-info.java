/**
 * What people did, counted: funnels, sessions, paths, cohorts, an RFM grid and rules of baskets.
 * Plain Java on columns in memory; each question is one walk through them. Example:
 *
 * <pre>{@code
 * ActLog log = columns.by(personOf, people);
 * long[] left = Funnel.people(log, ActFilter.ALL, new byte[] {VIEW, CART, PURCHASE}, 86_400_000L);
 * }</pre>
 *
 * <p>People, kinds, channels and products are numbers that the caller gives. May use nothing but
 * the JDK.
 */
package io.shopkeeper.ml.behaviour;
