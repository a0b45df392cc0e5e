/**
 * What is known of a payment at its moment, as numbers: how often, how much and with what else its
 * card, device, customer and so on were seen before. Plain Java, the same for one payment that is
 * judged now and for all that a training replays.
 *
 * <pre>{@code
 * var history = new PaymentHistory();
 * for (Payment payment : inOrderOfTime) {
 *   double[] features = PaymentFeatures.of(payment, history);
 *   history.put(payment);
 * }
 * }</pre>
 */
package io.shopkeeper.fraud.features;
