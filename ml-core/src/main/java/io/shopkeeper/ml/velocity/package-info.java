/**
 * Velocities: what was seen of a card, a device, an address … in sliding windows before a moment;
 * how often, for how much, with how many different partners, and how many frauds had become known.
 * All of it is counted in whole numbers, so that a replay of the same events gives the same values
 * to the last digit, in whatever pieces and after however many restarts. May use nothing but the
 * JDK and the numeric core's stored form. Example:
 *
 * <pre>{@code
 * var cards = KeyPlan.of("card", Duration.ofHours(1), Duration.ofDays(30)).withDistinct("device");
 * var plan = VelocityPlan.of(List.of(cards, KeyPlan.of("device", Duration.ofDays(1))), List.of());
 * var store = new VelocityStore(plan);
 * var event = new VelocityEvent(time, number, 1999, List.of("c-17", "d-4"), List.of());
 * KeyVelocity card = store.before(event).getFirst();   // as of the moment, itself not counted
 * store.add(event);
 * long anHour = card.count(0);
 * }</pre>
 */
package io.shopkeeper.ml.velocity;
